/** `npm run bench:turns`: how many matches run at once on one core, and how punctual their turns are. */
import { benchArguments } from '../measure/arguments.ts';
import { Latencies, OwnLateness, type LatencyFigures } from '../measure/latency.ts';
import { cpuBetween, cpuOf } from '../measure/process.ts';
import { progress, report, short } from '../measure/report.ts';
import { needFiles, takeSecondCore } from '../measure/server.ts';
import {
  bareWs,
  game,
  turnTime,
  type MatchEvents,
  type TurnServer,
  type WaitingMatch,
} from './servers.ts';

const { json, full, numbers } = benchArguments({
  quick: { seconds: 10, rooms: 0, processes: 0 },
  full: { seconds: 30, rooms: 0, processes: 0 },
});

interface TurnFigures {
  readonly server: string;
  readonly rooms: number;
  readonly turnsPerSecond: number;
  readonly expectedPerSecond: number;
  /** Between the moment a turn was due and the moment its record came in here, in milliseconds. */
  readonly lateness: LatencyFigures;
  readonly cpu: number;
  /** Of the Redis that several processes share, beside their own. */
  readonly redisCpu: number;
  readonly cpuMicrosPerTurn: number;
  readonly generatorLateness: LatencyFigures;
}

async function measure(
  turnServer: TurnServer,
  rooms: number,
  seconds: number,
): Promise<TurnFigures> {
  const { name } = turnServer;
  const server = await turnServer.start();
  const matches: WaitingMatch[] = [];
  const lateness = new Latencies();
  let counted = false;
  let played = 0;
  // Matches that have ended are owed no turns: each takes its own off what is due, from then on.
  let running = rooms;
  let changedAt = 0;
  let matchTime = 0;
  const look = (): void => {
    const now = performance.now();
    if (counted) matchTime += running * (now - changedAt);
    changedAt = now;
  };
  const heard: MatchEvents = {
    played(dueAt) {
      if (!counted) return;
      played += 1;
      // The server's clock is this machine's.
      lateness.add(Math.max(0, Date.now() - dueAt));
    },
    ended() {
      look();
      running -= 1;
    },
  };
  for (let first = 0; first < rooms; first += 32) {
    const some = Array.from({ length: Math.min(32, rooms - first) }, (_, i) => first + i);
    matches.push(
      ...(await Promise.all(some.map((match) => turnServer.open(server, match, heard)))),
    );
    if (first % 320 === 0) progress(`${name}: ${matches.length} of ${rooms} matches are written`);
  }
  // Started evenly over one turn time, as they would by chance.
  const startedAt = performance.now();
  for (const [index, match] of matches.entries()) {
    const due = startedAt + (index / rooms) * Math.max(turnTime, rooms);
    while (performance.now() < due) await sleep(1);
    match.begin();
  }
  progress(`${name}: ${rooms} matches run`);
  // The start shout, and a few turns that warm the programs up.
  await sleep(3000 + 4 * turnTime);
  const own = new OwnLateness();
  const before = cpuOf(server.pids);
  const redisBefore = cpuOf(server.redis);
  const countedFrom = performance.now();
  look();
  counted = true;
  await sleep(seconds * 1000);
  look();
  counted = false;
  const cpu = cpuBetween(before, cpuOf(server.pids));
  const redisCpu = cpuBetween(redisBefore, cpuOf(server.redis));
  const time = (performance.now() - countedFrom) / 1000;
  const generatorLateness = own.stop();
  for (const match of matches) match.close();
  await server.stop('SIGKILL');
  return {
    server: name,
    rooms,
    turnsPerSecond: played / time,
    expectedPerSecond: matchTime / turnTime / time,
    lateness: lateness.figures,
    cpu: cpu / time,
    redisCpu: redisCpu / time,
    cpuMicrosPerTurn: (cpu / played) * 1e6,
    generatorLateness,
  };
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}

async function main(): Promise<void> {
  const named = numbers.rooms > 0 ? [numbers.rooms] : null;
  const sizes = named ?? (full ? [100, 1000, 3000] : [100, 1000]);
  needFiles(Math.max(...sizes));
  takeSecondCore();
  const results: TurnFigures[] = [];
  for (const rooms of sizes) {
    results.push(await measure(game(numbers.processes), rooms, numbers.seconds));
    results.push(await measure(bareWs, rooms, numbers.seconds));
  }
  const peerOf = ({ rooms }: TurnFigures): TurnFigures | undefined =>
    results.find((one) => one.server === bareWs.name && one.rooms === rooms);
  const table = results.map((one) => ({
    server: one.server,
    matches: one.rooms,
    'turns/s': Math.round(one.turnsPerSecond),
    'due/s': Math.round(one.expectedPerSecond),
    p50: short(one.lateness.p50, 1),
    p99: short(one.lateness.p99, 1),
    max: short(one.lateness.max, 1),
    cpu: short(one.cpu),
    redis: short(one.redisCpu),
    'µs/turn': Math.round(one.cpuMicrosPerTurn),
    '× ws': short(one.cpuMicrosPerTurn / (peerOf(one)?.cpuMicrosPerTurn ?? Number.NaN)),
    '× ws p99': short(one.lateness.p99 / (peerOf(one)?.lateness.p99 ?? Number.NaN)),
    'own p99': short(one.generatorLateness.p99, 1),
  }));
  report('turns', json, { load: numbers, results, table }, table);
}

await main();
process.exit(0);
