/** `npm run bench:abuse`: what people at peace notice of those who are not. */
import { defaultSettings } from '../../shared/battle/index.ts';
import { enterRoom, granted, stateOf, type RoomPage } from '../load/room-page.ts';
import { benchArguments } from '../measure/arguments.ts';
import { Latencies, type LatencyFigures } from '../measure/latency.ts';
import { cpuBetween, cpuOf, residentBytes } from '../measure/process.ts';
import { progress, report, short } from '../measure/report.ts';
import { needFiles, startGame, takeSecondCore, type MeasuredServer } from '../measure/server.ts';

const { json, numbers } = benchArguments(
  { seconds: 5, sockets: 1000, spectators: 2000, writers: 20 },
  { seconds: 15, sockets: 1000, spectators: 5000, writers: 20 },
);

interface AbuseFigures {
  readonly what: string;
  /** Letters of two people in a room of their own, from one to the other, in milliseconds. */
  readonly others: LatencyFigures;
  readonly refused: number;
  readonly cpu: number;
  readonly residentMiB: number;
}

/** Two people who write to each other in peace; the second one's delays are measured. */
class Pair {
  readonly #one: RoomPage;
  readonly #two: RoomPage;
  #version: number;
  readonly #epoch: number;
  #length: number;
  #sentAt: number[] = [];
  latencies = new Latencies();

  private constructor(one: RoomPage, two: RoomPage) {
    this.#one = one;
    this.#two = two;
    const { heroku } = stateOf(one).documents;
    this.#version = heroku.version;
    this.#epoch = heroku.epoch;
    this.#length = heroku.text.length;
    two.line.onEvent = (payload) => {
      if (!payload.includes('"program edited"')) return;
      const at = this.#sentAt.shift();
      if (at !== undefined) this.latencies.add(performance.now() - at);
    };
  }

  static async open(server: MeasuredServer, person: number, room: string): Promise<Pair> {
    const first = await enterRoom(server, person, room);
    const settings = { ...defaultSettings, codingTime: 900_000 };
    await granted(first, { kind: 'take seat', seat: 'heroku' });
    await granted(first, { kind: 'make field', settings });
    await granted(first, { kind: 'start' });
    first.line.close();
    const one = await enterRoom(server, person, room);
    return new Pair(one, await enterRoom(server, person + 1, room));
  }

  async type(): Promise<void> {
    const changes = [this.#length, [0, 'x'] as const];
    this.#length += 1;
    const version = this.#version++;
    const updates = [{ clientId: 'load', changes }];
    this.#sentAt.push(performance.now());
    const epoch = this.#epoch;
    await granted(this.#one, { kind: 'edit', seat: 'heroku', epoch, version, updates });
  }

  close(): void {
    this.#one.line.close();
    this.#two.line.close();
  }
}

/** One kind of abuse: begins, and answers how to end it and how often it was refused. */
type Abuse = (server: MeasuredServer) => Promise<{ stop(): void; refused(): number }>;

const peace: Abuse = async () => ({ stop: () => {}, refused: () => 0 });

/** One page that sends as fast as it can: chat, wishes, nonsense. */
const flood: Abuse = async (server) => {
  const page = await enterRoom(server, 900_000, 'flooded');
  let refused = 0;
  const timer = setInterval(() => {
    for (let i = 0; i < 20; i++) {
      page.line.askLightly(
        i % 2 === 0 ? 'say' : 'wish',
        i % 2 === 0 ? 'flood' : { kind: i },
        (ok) => {
          if (!ok) refused += 1;
        },
      );
    }
  }, 5);
  return {
    stop: () => {
      clearInterval(timer);
      page.line.close();
    },
    refused: () => refused,
  };
};

/** A thousand pages of one person from one address, all of them talking. */
const manySockets: Abuse = async (server) => {
  const pages: RoomPage[] = [];
  let refused = 0;
  for (let i = 0; i < numbers.sockets; i += 50) {
    // Most are refused: one person may come in only so often, from however many pages.
    const coming = Array.from({ length: 50 }, () => enterRoom(server, 910_000, 'besieged'));
    for (const come of await Promise.allSettled(coming)) {
      if (come.status === 'fulfilled') pages.push(come.value);
      else refused += 1;
    }
  }
  let next = 0;
  const timer = setInterval(() => {
    for (let i = 0; i < 5; i++) {
      pages[next++ % pages.length]?.line.askLightly('say', 'us again', (ok) => {
        if (!ok) refused += 1;
      });
    }
  }, 10);
  return {
    stop: () => {
      clearInterval(timer);
      for (const { line } of pages) line.close();
    },
    refused: () => refused,
  };
};

/** One room with thousands of spectators, in which somebody types and some talk. */
const crowd: Abuse = async (server) => {
  const pair = await Pair.open(server, 920_000, 'arena');
  const pages: RoomPage[] = [];
  for (let i = 0; i < numbers.spectators; i += 50) {
    const some = Array.from({ length: Math.min(50, numbers.spectators - i) }, (_, j) => i + j);
    pages.push(
      ...(await Promise.all(some.map((one) => enterRoom(server, 930_000 + one, 'arena')))),
    );
  }
  let refused = 0;
  let next = 0;
  const timer = setInterval(() => {
    void pair.type().catch(() => (refused += 1));
    pages[next++ % pages.length]?.line.askLightly('say', 'olé', (ok) => {
      if (!ok) refused += 1;
    });
  }, 125);
  return {
    stop: () => {
      clearInterval(timer);
      pair.close();
      for (const { line } of pages) line.close();
      const { p50, p99 } = pair.latencies.figures;
      progress(`letters inside the arena: p50 ${short(p50)} ms, p99 ${short(p99)} ms`);
    },
    refused: () => refused,
  };
};

/** Whole programs replaced as often as edits are allowed, by many at once. */
const largest: Abuse = async (server) => {
  const writers = new Set<number>();
  let refused = 0;
  const write = async (writer: number): Promise<void> => {
    const room = `large-${writer}`;
    const first = await enterRoom(server, 990_000 + writer, room);
    await granted(first, { kind: 'take seat', seat: 'heroku' });
    await granted(first, { kind: 'start' });
    first.line.close();
    const page = await enterRoom(server, 990_000 + writer, room);
    const { epoch, version, text } = stateOf(page).documents.heroku;
    let at = version;
    let body = 0;
    writers.add(writer);
    while (writers.has(writer)) {
      const long = 19_000 - (at % 2);
      const changes = [text.length, [body, 'y'.repeat(long)] as const];
      const updates = [{ clientId: 'load', changes }];
      try {
        await granted(page, { kind: 'edit', seat: 'heroku', epoch, version: at, updates });
        at += 1;
        body = long;
      } catch {
        refused += 1;
      }
      await sleep(25);
    }
    page.line.close();
  };
  const writing = Array.from({ length: numbers.writers }, (_, i) => write(i));
  return {
    stop: () => {
      writers.clear();
      void Promise.all(writing);
    },
    refused: () => refused,
  };
};

async function measure(what: string, abuse: Abuse): Promise<AbuseFigures> {
  const server = await startGame();
  const pair = await Pair.open(server, 0, 'in-peace');
  const abused = await abuse(server);
  await sleep(1000);
  pair.latencies = new Latencies();
  const before = cpuOf(server.pids);
  const until = performance.now() + numbers.seconds * 1000;
  while (performance.now() < until) {
    await pair.type();
    await sleep(60);
  }
  const cpu = cpuBetween(before, cpuOf(server.pids)) / numbers.seconds;
  const residentMiB = residentBytes(server.pids) / 2 ** 20;
  abused.stop();
  const figures = {
    what,
    others: pair.latencies.figures,
    refused: abused.refused(),
    cpu,
    residentMiB,
  };
  pair.close();
  await server.stop('SIGKILL');
  progress(`${what}: done`);
  return figures;
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}

async function main(): Promise<void> {
  needFiles(numbers.spectators + numbers.sockets);
  takeSecondCore();
  const results = [
    await measure('peace', peace),
    await measure('a flood from one socket', flood),
    await measure(`${numbers.sockets} sockets of one person`, manySockets),
    await measure(`a room with ${numbers.spectators} spectators`, crowd),
    await measure(`largest edits by ${numbers.writers}, as often as allowed`, largest),
  ];
  const quiet = results[0]?.others.p99 ?? Number.NaN;
  const table = results.map((one) => ({
    what: one.what,
    'others p50': short(one.others.p50),
    'others p99': short(one.others.p99),
    '× peace p99': short(one.others.p99 / quiet),
    refused: one.refused,
    cpu: short(one.cpu),
    'rss MiB': Math.round(one.residentMiB),
  }));
  report('abuse', json, { results, table }, table);
}

await main();
process.exit(0);
