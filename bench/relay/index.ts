/** `npm run bench:relay`: real typing from one typist to the other, against other ways to do it. */
import { benchArguments } from '../measure/arguments.ts';
import { progress, report, short } from '../measure/report.ts';
import { needFiles, takeSecondCore } from '../measure/server.ts';
import { bareWs } from './bare-ws.ts';
import { collabOnSocketIo } from './collab.ts';
import { game } from './game.ts';
import { runRelay, type RelayFigures } from './run.ts';
import { shareDb } from './sharedb.ts';
import { keystrokes } from './typing.ts';
import { yWebsocket } from './yjs.ts';

/**
 * A fast typist makes 8 keystrokes a second. The saturated pace is just below what one page is
 * allowed, so that more rooms and not faster hands bring a server to its end; 0 leaves that part out.
 */
const { json, only, numbers } = benchArguments({
  quick: { rooms: 40, spectators: 3, pace: 8, seconds: 6, saturated: 36, processes: 0 },
  full: { rooms: 100, spectators: 3, pace: 8, seconds: 20, saturated: 36, processes: 0 },
  servers: ['game', 'ws-relay', 'collab-socketio', 'y-websocket', 'sharedb'],
  mayBeNone: ['spectators', 'saturated'],
});

async function main(): Promise<void> {
  needFiles(numbers.rooms * (numbers.spectators + 2));
  takeSecondCore();
  const { source, keys } = keystrokes();
  progress(`typing: ${source}`);
  const servers = [game(numbers.processes), bareWs, collabOnSocketIo, yWebsocket, shareDb].filter(
    ({ name }) => only === null || only.includes(name),
  );
  const { rooms, spectators, seconds } = numbers;
  const load = { rooms, spectators, seconds };
  const paced: RelayFigures[] = [];
  const saturated: RelayFigures[] = [];
  for (const server of servers) {
    paced.push(await runRelay(server, { ...load, pace: numbers.pace }, keys));
    if (numbers.saturated === 0) continue;
    saturated.push(await runRelay(server, { ...load, pace: numbers.saturated }, keys));
  }
  const rowsOf = (figures: readonly RelayFigures[], how: string) => {
    const collab = figures.find(({ server }) => server === 'collab-socketio');
    const relay = figures.find(({ server }) => server === 'ws-relay');
    return figures.map((one) => ({
      how,
      server: one.server,
      'keys/s': Math.round(one.keystrokesPerSecond),
      p50: short(one.latency.p50),
      p99: short(one.latency.p99),
      '× ws p50': ratio(one.latency.p50, relay?.latency.p50),
      '× ws p99': ratio(one.latency.p99, relay?.latency.p99),
      cpu: short(one.cpu),
      redis: short(one.redisCpu),
      'µs/key': short(one.cpuMicrosPerKeystroke, 0),
      '× collab': ratio(one.cpuMicrosPerKeystroke, collab?.cpuMicrosPerKeystroke),
      'last/first': short(one.cpuMicrosLast / one.cpuMicrosFirst),
      'own p99': short(one.generatorLateness.p99),
      refused: one.refused,
      differing: one.differing,
    }));
  };
  const table = [...rowsOf(paced, 'paced'), ...rowsOf(saturated, 'saturated')];
  report('relay', json, { source, load: numbers, paced, saturated, table }, table);
}

/** How many times a peer's figure; nothing where the peer was not measured. */
function ratio(figure: number, ofPeer: number | undefined): number | string {
  return ofPeer === undefined ? '' : short(figure / ofPeer);
}

await main();
process.exit(0);
