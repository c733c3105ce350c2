/** `npm run bench:join`: everybody comes back after a restart, and late comers into long matches. */
import { startMatch } from '../load/match.ts';
import { enterRoom, granted, type RoomPage } from '../load/room-page.ts';
import { roomOf } from '../load/room-of.ts';
import { benchArguments } from '../measure/arguments.ts';
import { startFleet } from '../measure/fleet.ts';
import { Latencies, type LatencyFigures } from '../measure/latency.ts';
import { cpuBetween, cpuOf } from '../measure/process.ts';
import { progress, report, short } from '../measure/report.ts';
import { needFiles, startPeer, takeSecondCore, type MeasuredServer } from '../measure/server.ts';
import { RawSocket } from '../load/raw-socket.ts';

const { json, numbers } = benchArguments({
  quick: { clients: 2000, perRoom: 20, within: 5, processes: 0 },
  full: { clients: 2000, perRoom: 20, within: 5, processes: 0 },
  mayBeNone: ['within'],
});

interface StormFigures {
  readonly server: string;
  readonly clients: number;
  readonly back: number;
  readonly lost: number;
  /** From the moment the server listens again until the last one is in, in seconds. */
  readonly seconds: number;
  readonly tries: number;
  readonly joinMilliseconds: LatencyFigures;
  readonly cpuSeconds: number;
  /** Of the Redis that several processes share, beside their own. */
  readonly redisCpuSeconds: number;
  /** Pages whose room is not what it was before. */
  readonly wrong: number;
}

/** Somebody tries again this soon, as pages do, in milliseconds; spread so that they do not march. */
const retry = 300;

async function storm(
  name: string,
  server: MeasuredServer,
  kill: () => Promise<MeasuredServer>,
  enter: (server: MeasuredServer, client: number) => Promise<() => void>,
): Promise<StormFigures> {
  const { clients, within } = numbers;
  const leave: (() => void)[] = [];
  for (let first = 0; first < clients; first += 64) {
    const some = Array.from({ length: Math.min(64, clients - first) }, (_, i) => first + i);
    leave.push(...(await Promise.all(some.map((client) => enter(server, client)))));
  }
  progress(`${name}: ${clients} are in; the server is killed and starts again`);
  for (const close of leave) close();
  const again = await kill();
  const before = cpuOf(again.pids);
  const redisBefore = cpuOf(again.redis);
  const startedAt = performance.now();
  const joins = new Latencies();
  let back = 0;
  let tries = 0;
  let wrong = 0;
  const closers: (() => void)[] = [];
  const comeBack = async (client: number): Promise<void> => {
    await sleep((client / clients) * within * 1000);
    const wanted = performance.now();
    while (performance.now() - startedAt < 30_000) {
      tries += 1;
      try {
        closers.push(await enter(again, client));
        joins.add(performance.now() - wanted);
        back += 1;
        return;
      } catch (error) {
        if (error instanceof Error && error.message === 'another room') wrong += 1;
        await sleep(retry);
      }
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, client) => comeBack(client)));
  const seconds = (performance.now() - startedAt) / 1000;
  const cpuSeconds = cpuBetween(before, cpuOf(again.pids));
  const redisCpuSeconds = cpuBetween(redisBefore, cpuOf(again.redis));
  for (const close of closers) close();
  await again.stop('SIGKILL');
  return {
    server: name,
    clients,
    back,
    lost: clients - back,
    seconds,
    tries,
    joinMilliseconds: joins.figures,
    cpuSeconds,
    redisCpuSeconds,
    wrong,
  };
}

async function gameStorm(): Promise<StormFigures> {
  const { clients, perRoom } = numbers;
  const rooms = Math.ceil(clients / perRoom);
  const server = await startFleet(numbers.processes);
  const known = new Map<string, number>();
  for (let room = 0; room < rooms; room++) {
    const page = await startMatch(server, clients + room, `storm-${room}`, 500);
    // Something of the match is in the log, and must be there after the restart.
    known.set(`storm-${room}`, await granted(page, { kind: 'rename', name: `owner ${room}` }));
    page.line.close();
  }
  const enter = async (at: MeasuredServer, client: number): Promise<() => void> => {
    const room = `storm-${roomOf(client, rooms)}`;
    const { line, joined }: RoomPage = await enterRoom(at, client, room);
    const { catchUp } = joined;
    if (catchUp.kind !== 'snapshot' || catchUp.state.seq < (known.get(room) ?? 0)) {
      line.close();
      throw new Error('another room');
    }
    return () => line.close();
  };
  const kill = async (): Promise<MeasuredServer> => {
    await server.stop('SIGKILL');
    return server.restart();
  };
  return storm('game', server, kill, enter);
}

/** The same with a bare `ws`, which has nothing to remember. */
async function bareStorm(): Promise<StormFigures> {
  const server = await startPeer('ws-chat');
  const rooms = Math.ceil(numbers.clients / numbers.perRoom);
  const enter = async (at: MeasuredServer, client: number): Promise<() => void> => {
    const from = `127.0.0.${2 + (client % 8)}`;
    const raw = await RawSocket.open(at, { path: '/', from });
    await new Promise<void>((resolve, reject) => {
      raw.onClose = (why) => reject(new Error(why));
      raw.onText = () => resolve();
      raw.send(`storm-${roomOf(client, rooms)}`);
    });
    return () => raw.close();
  };
  const kill = async (): Promise<MeasuredServer> => {
    await server.stop('SIGKILL');
    return server.restart();
  };
  return storm('ws-chat', server, kill, enter);
}

/** What it takes to come late into a match that is long and written full. */
async function lateJoins(): Promise<{ readonly milliseconds: LatencyFigures; bytes: number }> {
  const server = await startFleet(numbers.processes);
  const page = await startMatch(server, 0, 'late', 500);
  await granted(page, { kind: 'ready' });
  await sleep(10_000);
  const joins = new Latencies();
  let bytes = 0;
  for (let client = 1; client <= 200; client++) {
    const startedAt = performance.now();
    const late = await enterRoom(server, client, 'late');
    joins.add(performance.now() - startedAt);
    bytes = JSON.stringify(late.joined).length;
    late.line.close();
  }
  page.line.close();
  await server.stop('SIGKILL');
  return { milliseconds: joins.figures, bytes };
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}

async function main(): Promise<void> {
  needFiles(numbers.clients);
  takeSecondCore();
  const storms = [await gameStorm(), await bareStorm()];
  const late = await lateJoins();
  const bare = storms.at(-1)?.cpuSeconds ?? Number.NaN;
  const table = storms.map((one) => ({
    server: one.server,
    clients: one.clients,
    lost: one.lost,
    wrong: one.wrong,
    'seconds until all are back': short(one.seconds, 1),
    'join p50 ms': short(one.joinMilliseconds.p50, 1),
    'join p99 ms': short(one.joinMilliseconds.p99, 1),
    'cpu s': short(one.cpuSeconds),
    'redis s': short(one.redisCpuSeconds),
    '× ws': short(one.cpuSeconds / bare),
  }));
  report('join', json, { load: numbers, storms, late, table }, table);
  if (!json) {
    console.log(
      `a late join: p50 ${short(late.milliseconds.p50)} ms, p99 ${short(late.milliseconds.p99)} ms, ${late.bytes} bytes`,
    );
  }
}

await main();
process.exit(0);
