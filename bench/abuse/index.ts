/** `npm run bench:abuse`: what people at peace notice of those who are not. */
import { rates } from '../../server/sockets/rate-limit.ts';
import { defaultSettings } from '../../shared/battle/index.ts';
import { longestMessage } from '../../shared/protocol/index.ts';
import { enterRoom, granted, stateOf, type RoomPage } from '../load/room-page.ts';
import { benchArguments } from '../measure/arguments.ts';
import { Latencies, type LatencyFigures } from '../measure/latency.ts';
import { cpuBetween, cpuOf, residentBytes } from '../measure/process.ts';
import { progress, report, short } from '../measure/report.ts';
import { needFiles, startGame, takeSecondCore, type MeasuredServer } from '../measure/server.ts';
import { turnsBeside } from './dear-rooms.ts';

const { json, numbers } = benchArguments({
  quick: { seconds: 5, sockets: 1000, spectators: 2000, writers: 20 },
  full: { seconds: 15, sockets: 1000, spectators: 5000, writers: 20 },
});

interface AbuseFigures {
  readonly what: string;
  /** Letters of two people in a room of their own, from one to the other, in milliseconds. */
  readonly others: LatencyFigures;
  /** The same of the players in the very room that is crowded, where there is one. */
  readonly inside: LatencyFigures | null;
  readonly refused: number;
  readonly cpu: number;
  readonly residentMiB: number;
}

/** Two players of one match; the first writes, and the delay until the second hears it is measured. */
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
    const second = await enterRoom(server, person + 1, room);
    await granted(first, { kind: 'take seat', seat: 'heroku' });
    await granted(second, { kind: 'take seat', seat: 'salesforce' });
    await granted(first, { kind: 'make field', settings });
    await granted(first, { kind: 'start' });
    for (const { line } of [first, second]) line.close();
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
type Abuse = (server: MeasuredServer) => Promise<{
  stop(): void;
  refused(): number;
  inside?(): LatencyFigures;
}>;

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

/** The load's people come from eight addresses in turn: every eighth comes from the same. */
const addresses = 8;

/** A thousand pages from one address, all of them talking: of one person, or each of another. */
const manySockets = async (
  server: MeasuredServer,
  personOf: (page: number) => number,
): ReturnType<Abuse> => {
  const pages: RoomPage[] = [];
  let refused = 0;
  for (let i = 0; i < numbers.sockets; i += 50) {
    // Of one person most are refused: one may come in only so often, from however many pages.
    const coming = Array.from({ length: Math.min(50, numbers.sockets - i) }, (_, j) =>
      enterRoom(server, personOf(i + j), 'besieged'),
    );
    for (const come of await Promise.allSettled(coming)) {
      if (come.status === 'fulfilled') pages.push(come.value);
      else refused += 1;
    }
  }
  progress(`${pages.length} of ${numbers.sockets} sockets are in`);
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
    },
    inside: () => pair.latencies.figures,
    refused: () => refused,
  };
};

/** Longest program a page writes at once; its bytes are limited less than its letters. */
const longest = 19_000;

/** What a whole program costs of the letters one may write in a second: the old one counts too. */
const rewriteEvery = (2 * longest * 1000) / rates.letters.perSecond;

/** Somebody who replaces a whole program by letters of three bytes, again and again. */
class Rewriter {
  readonly page: RoomPage;
  readonly #document: { epoch: number; version: number; length: number; body: number };

  private constructor(page: RoomPage) {
    this.page = page;
    const { epoch, version, text } = stateOf(page).documents.heroku;
    this.#document = { epoch, version, length: text.length, body: 0 };
  }

  static async open(server: MeasuredServer, person: number, room: string): Promise<Rewriter> {
    const first = await enterRoom(server, person, room);
    const settings = { ...defaultSettings, codingTime: 900_000 };
    await granted(first, { kind: 'take seat', seat: 'heroku' });
    await granted(first, { kind: 'make field', settings });
    await granted(first, { kind: 'start' });
    first.line.close();
    return new Rewriter(await enterRoom(server, person, room));
  }

  /** Rejects when that came too soon. */
  async rewrite(): Promise<void> {
    const { epoch, version, length, body } = this.#document;
    const long = longest - (version % 2);
    const changes = [length, [body, '語'.repeat(long)] as const];
    const updates = [{ clientId: 'load', changes }];
    await granted(this.page, { kind: 'edit', seat: 'heroku', epoch, version, updates });
    this.#document.version += 1;
    this.#document.body = long;
  }
}

/** Whole programs sent again and again, some forty times a second each, by many at once. */
const floodOfLargest: Abuse = async (server) => {
  let refused = 0;
  const writers = new Set<number>();
  const write = async (index: number): Promise<void> => {
    const writer = await Rewriter.open(server, 990_000 + index, `large-${index}`);
    writers.add(index);
    while (writers.has(index)) {
      await writer.rewrite().catch(() => (refused += 1));
      await sleep(25);
    }
    writer.page.line.close();
  };
  const writing = Promise.all(Array.from({ length: numbers.writers }, (_, i) => write(i)));
  return {
    stop: () => {
      writers.clear();
      void writing;
    },
    refused: () => refused,
  };
};

/** Everybody says and writes the longest there is, just as often as it is allowed. */
const largestAllowed: Abuse = async (server) => {
  const writers: Rewriter[] = [];
  const pages: RoomPage[] = [];
  for (let room = 0; room < numbers.writers; room++) {
    const name = `legal-${room}`;
    const writer = await Rewriter.open(server, 970_000 + room, name);
    writers.push(writer);
    const readers = Array.from({ length: 4 }, (_, i) =>
      enterRoom(server, 980_000 + 4 * room + i, name),
    );
    pages.push(writer.page, ...(await Promise.all(readers)));
  }
  let refused = 0;
  const line = '😀'.repeat(longestMessage);
  const talking = setInterval(() => {
    for (const page of pages) {
      page.line.askLightly('say', line, (ok) => {
        if (!ok) refused += 1;
      });
    }
  }, 1010 / rates.say.perSecond);
  let next = 0;
  const writing = setInterval(() => {
    const writer = writers[next++ % writers.length];
    void writer?.rewrite().catch(() => (refused += 1));
  }, rewriteEvery / writers.length);
  return {
    stop: () => {
      clearInterval(talking);
      clearInterval(writing);
      for (const { line } of pages) line.close();
    },
    refused: () => refused,
  };
};

/** How late the turns of other rooms are beside some whose programs are as dear as they can be. */
async function measureTurns(what: string, dearRooms: number): Promise<AbuseFigures> {
  const server = await startGame();
  const before = cpuOf(server.pids);
  const began = performance.now();
  const others = await turnsBeside(server, dearRooms, numbers.seconds);
  const cpu = cpuBetween(before, cpuOf(server.pids)) / ((performance.now() - began) / 1000);
  const residentMiB = residentBytes(server.pids) / 2 ** 20;
  await server.stop('SIGKILL');
  progress(`${what}: done`);
  return { what, others, inside: null, refused: 0, cpu, residentMiB };
}

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
    inside: abused.inside?.() ?? null,
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
    await measure(`${numbers.sockets} sockets of one person`, (server) =>
      manySockets(server, () => 910_000),
    ),
    await measure(`${numbers.sockets} people from one address`, (server) =>
      manySockets(server, (page) => 910_000 + page * addresses),
    ),
    await measure(`a room with ${numbers.spectators} spectators`, crowd),
    await measure(`a flood of largest edits by ${numbers.writers}`, floodOfLargest),
    await measure(`largest edits and lines by ${5 * numbers.writers}`, largestAllowed),
    await measureTurns('turns of ten rooms in peace', 0),
    await measureTurns('turns of ten rooms beside 20 dear ones', 20),
  ];
  const quiet = results[0]?.others.p99 ?? Number.NaN;
  const table = results.map((one) => ({
    what: one.what,
    'others p50': short(one.others.p50),
    'others p99': short(one.others.p99),
    'inside p99': one.inside === null ? '' : short(one.inside.p99),
    '× peace p99': short(one.others.p99 / quiet),
    refused: one.refused,
    cpu: short(one.cpu),
    'rss MiB': Math.round(one.residentMiB),
  }));
  report('abuse', json, { results, table }, table);
}

await main();
process.exit(0);
