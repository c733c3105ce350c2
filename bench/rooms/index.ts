/** `npm run bench:rooms`: what people, rooms and matches weigh, and whether they go on growing. */
import { freePort } from '../../tests/support/free-port.ts';
import { startMatch } from '../load/match.ts';
import { enterRoom, granted, type RoomPage } from '../load/room-page.ts';
import { RawSocket } from '../load/raw-socket.ts';
import { roomOf } from '../load/room-of.ts';
import { benchArguments } from '../measure/arguments.ts';
import { startFleet } from '../measure/fleet.ts';
import { collectable, collectGarbage } from '../measure/garbage.ts';
import { progress, report, short } from '../measure/report.ts';
import { residentBytes } from '../measure/process.ts';
import { needFiles, startPeer, takeSecondCore, type MeasuredServer } from '../measure/server.ts';

const { json, numbers } = benchArguments({
  quick: { clients: 2000, rooms: 400, matches: 256, processes: 0 },
  full: { clients: 10_000, rooms: 2000, matches: 1024, processes: 0 },
});

interface Weight {
  readonly what: string;
  readonly count: number;
  readonly kibEach: number;
}

const perRoom = 100;

/** Where the processes of a server can be told to collect their garbage: one after the other. */
const inspected = await freePort();
process.env.BENCH_NODE_ARGS = `${process.env.BENCH_NODE_ARGS ?? ''} ${collectable(inspected)}`;

/** Looks in a row that must find nothing more given back. */
const steadyLooks = 4;

/** Lets a server come to rest and collect its garbage until it gives nothing more back. */
async function restingBytes(server: MeasuredServer): Promise<number> {
  await sleep(1000);
  let least = Number.POSITIVE_INFINITY;
  let steady = 0;
  for (let look = 0; look < 40 && steady < steadyLooks; look++) {
    // What was compiled and is not used goes only after several collections.
    for (const index of server.pids.keys()) await collectGarbage(inspected + index);
    await sleep(500);
    const bytes = residentBytes(server.pids);
    steady = bytes < least - 128 * 1024 ? 0 : steady + 1;
    least = Math.min(least, bytes);
  }
  return least;
}

async function weigh(
  what: string,
  server: MeasuredServer,
  count: number,
  add: (index: number) => Promise<RoomPage | RawSocket>,
): Promise<Weight> {
  const held: (RoomPage | RawSocket)[] = [];
  // The first few load code and fill caches that are there once.
  const warm = Math.ceil(count / 10);
  for (let i = 0; i < warm; i++) held.push(await add(i));
  const before = await restingBytes(server);
  for (let first = warm; first < count; first += 32) {
    const some = Array.from({ length: Math.min(32, count - first) }, (_, i) => first + i);
    held.push(...(await Promise.all(some.map(add))));
  }
  const after = await restingBytes(server);
  for (const one of held) (one instanceof RawSocket ? one : one.line).close();
  const weight = { what, count, kibEach: (after - before) / (count - warm) / 1024 };
  progress(`${what}: ${short(weight.kibEach, 1)} KiB each`);
  return weight;
}

async function connections(): Promise<Weight[]> {
  const peer = await startPeer('ws-chat');
  const bare = await weigh('idle connection of bare ws', peer, numbers.clients, async (i) => {
    const raw = await RawSocket.open(peer, { path: '/', from: `127.0.0.${2 + (i % 8)}` });
    raw.send(`room-${roomOf(i, Math.ceil(numbers.clients / perRoom))}`);
    return raw;
  });
  await peer.stop();
  const game = await startFleet(numbers.processes);
  const ours = await weigh('idle connection', game, numbers.clients, (i) =>
    enterRoom(game, i, `room-${roomOf(i, Math.ceil(numbers.clients / perRoom))}`),
  );
  await game.stop();
  return [bare, ours];
}

async function rooms(): Promise<Weight[]> {
  const game = await startFleet(numbers.processes);
  const room = await weigh('room with one person', game, numbers.rooms, (i) =>
    enterRoom(game, i, `alone-${i}`),
  );
  await game.stop();
  const other = await startFleet(numbers.processes);
  const running = await weigh('running match with one person', other, numbers.rooms, async (i) => {
    const page = await startMatch(other, i, `match-${i}`, 500);
    await granted(page, { kind: 'ready' });
    return page;
  });
  await other.stop();
  return [room, running];
}

/** How a long match and many finished ones add to the weight of a process. */
async function growth(): Promise<Weight[]> {
  const game = await startFleet(numbers.processes);
  const pages: RoomPage[] = [];
  const running = 100;
  for (let i = 0; i < running; i++) {
    const page = await startMatch(game, i, `long-${i}`, 500);
    await granted(page, { kind: 'ready' });
    pages.push(page);
  }
  // By then the server has the code it runs compiled, and the heap it needs for garbage.
  await sleep(20_000);
  const before = await restingBytes(game);
  const minutes = numbers.clients > 5000 ? 4 : 0.75;
  await sleep(minutes * 60_000);
  const after = await restingBytes(game);
  for (const { line } of pages) line.close();
  const turns = (minutes * 60_000) / 700;
  const long = { what: 'turn of a match', count: turns * running, kibEach: 0 };
  const weights = [{ ...long, kibEach: (after - before) / long.count / 1024 }];
  await game.stop();

  const other = await startFleet(numbers.processes);
  const finish = async (from: number, to: number): Promise<void> => {
    for (let i = from; i < to; i += 64) {
      const some = Array.from({ length: Math.min(64, to - i) }, (_, j) => i + j);
      await Promise.all(
        some.map(async (room) => {
          const page = await startMatch(other, room, `done-${room}`, 1);
          const ended = new Promise<void>((resolve) => {
            page.line.onEvent = (payload) => {
              if (payload.includes('"match ended"')) resolve();
            };
          });
          await granted(page, { kind: 'ready' });
          await ended;
          page.line.close();
        }),
      );
    }
  };
  const half = numbers.matches;
  // As many again before, so that what grows once is there.
  await finish(0, half);
  await everybodyGone(other);
  const afterSome = await restingBytes(other);
  progress(`${half} matches are finished and left, as many follow`);
  await finish(half, 2 * half);
  await everybodyGone(other);
  const afterAll = await restingBytes(other);
  await other.stop();
  weights.push({
    what: 'finished match that everybody has left',
    count: half,
    kibEach: (afterAll - afterSome) / half / 1024,
  });
  return weights;
}

/** Waits until no room is served: seats are kept a while for people who may come back. */
async function everybodyGone({ host, port }: MeasuredServer): Promise<void> {
  const until = performance.now() + 60_000;
  let rooms = Number.NaN;
  while (performance.now() < until) {
    const page = await (await fetch(`http://${host}:${port}/metrics`)).text();
    const counts = [...page.matchAll(/^game_rooms(?:{.*})? (\d+)$/gm)];
    rooms = counts.reduce((sum, [, count]) => sum + Number(count), 0);
    if (rooms === 0) return;
    await sleep(500);
  }
  throw new Error(`${rooms} rooms are served though everybody has left`);
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}

async function main(): Promise<void> {
  needFiles(numbers.clients);
  takeSecondCore();
  const weights = [...(await connections()), ...(await rooms()), ...(await growth())];
  const bare = weights[0]?.kibEach ?? Number.NaN;
  const table = weights.map(({ what, count, kibEach }) => ({
    what,
    count: Math.round(count),
    'KiB each': short(kibEach, 2),
    '× bare ws': short(kibEach / bare),
  }));
  report('rooms', json, { load: numbers, weights, table }, table);
}

await main();
process.exit(0);
