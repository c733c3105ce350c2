import { Latencies, OwnLateness, type LatencyFigures } from '../measure/latency.ts';
import { cpuBetween, cpuOf } from '../measure/process.ts';
import { progress } from '../measure/report.ts';
import type { RelayServer, Side, TypingRoom } from './rooms.ts';
import type { Keystroke } from './typing.ts';

export interface RelayLoad {
  readonly rooms: number;
  readonly spectators: number;
  /** Keystrokes of one typist in a second. */
  readonly pace: number;
  readonly seconds: number;
}

export interface RelayFigures {
  readonly server: string;
  readonly keystrokes: number;
  readonly keystrokesPerSecond: number;
  /** From the typing to the other typist, in milliseconds. */
  readonly latency: LatencyFigures;
  readonly cpu: number;
  /** Of the Redis that several processes share, beside their own. */
  readonly redisCpu: number;
  readonly cpuMicrosPerKeystroke: number;
  /** The same in the first and in the last part of the time: a fifth, or a minute of a long run. */
  readonly cpuMicrosFirst: number;
  readonly cpuMicrosLast: number;
  readonly refused: number;
  /** Texts of any page that are not the typist's at the end. */
  readonly differing: number;
  readonly generatorLateness: LatencyFigures;
}

interface Typist {
  readonly room: TypingRoom;
  readonly side: Side;
  readonly keys: readonly Keystroke[];
  readonly phase: number;
  next: number;
  busy: boolean;
  /** When the keystrokes that the other one has not seen yet were made. */
  readonly sentAt: number[];
}

const stepsPerSecond = 1000;

/** Seconds of typing before anything is counted: code that has not run yet is compiled in them. */
const warmUp = 5;

export async function runRelay(
  server: RelayServer,
  load: RelayLoad,
  keys: readonly Keystroke[],
): Promise<RelayFigures> {
  const running = await server.start();
  let latencies = new Latencies();
  const typists: Typist[] = [];
  for (let index = 0; index < load.rooms; index++) {
    const sentAt = [[], []] as readonly [number[], number[]];
    const room = await server.open(running, index, load.spectators, (side, count) => {
      const now = performance.now();
      for (const at of sentAt[side].splice(0, count)) latencies.add(now - at);
    });
    for (const side of [0, 1] as const) {
      const phase = (index * 2 + side) / (load.rooms * 2);
      typists.push({ room, side, keys, phase, next: 0, busy: false, sentAt: sentAt[side] });
    }
  }
  progress(`${server.name}: ${load.rooms} rooms, ${load.pace} keystrokes a second each`);
  await type(typists, load, warmUp);
  await settle(typists);
  latencies = new Latencies();
  const lateness = new Latencies();
  const parts: Part[] = [];
  let refused = 0;
  const count = Math.max(5, Math.round(load.seconds / 60));
  for (let part = 0; part < count; part++) {
    const before = { cpu: cpuOf(running.pids), redis: cpuOf(running.redis), made: made(typists) };
    const own = new OwnLateness(10, lateness);
    const startedAt = performance.now();
    refused += await type(typists, load, load.seconds / count);
    own.stop();
    parts.push({
      seconds: (performance.now() - startedAt) / 1000,
      cpu: cpuBetween(before.cpu, cpuOf(running.pids)),
      redis: cpuBetween(before.redis, cpuOf(running.redis)),
      keystrokes: made(typists) - before.made,
    });
    await settle(typists);
  }
  const whole = sumOf(parts);
  let differing = 0;
  for (const { room, side } of typists) {
    const [own, ...others] = room.copies(side);
    differing += others.filter((text) => text !== own).length;
  }
  for (const { room } of typists) room.close();
  await running.stop();
  return {
    server: server.name,
    keystrokes: whole.keystrokes,
    keystrokesPerSecond: whole.keystrokes / whole.seconds,
    latency: latencies.figures,
    cpu: whole.cpu / whole.seconds,
    redisCpu: whole.redis / whole.seconds,
    cpuMicrosPerKeystroke: costOf(whole),
    cpuMicrosFirst: costOf(parts[0]),
    cpuMicrosLast: costOf(parts.at(-1)),
    refused,
    differing,
    generatorLateness: lateness.figures,
  };
}

/** A stretch of typing; nobody types between two of them, while spectators read. */
interface Part {
  readonly seconds: number;
  /** Seconds at work, of the servers and of their Redis. */
  readonly cpu: number;
  readonly redis: number;
  readonly keystrokes: number;
}

function sumOf(parts: readonly Part[]): Part {
  const sum = (of: (part: Part) => number): number =>
    parts.reduce((before, part) => before + of(part), 0);
  return {
    seconds: sum(({ seconds }) => seconds),
    cpu: sum(({ cpu }) => cpu),
    redis: sum(({ redis }) => redis),
    keystrokes: sum(({ keystrokes }) => keystrokes),
  };
}

function costOf(part: Part | undefined): number {
  return part === undefined ? Number.NaN : (part.cpu / part.keystrokes) * 1e6;
}

function made(typists: readonly Typist[]): number {
  return typists.reduce((sum, { next }) => sum + next, 0);
}

/** Everybody types at the pace, as far as the answers let them; answers how often one was refused. */
async function type(
  typists: readonly Typist[],
  { pace }: RelayLoad,
  seconds: number,
): Promise<number> {
  const startedAt = performance.now();
  const begun = new Map(typists.map((typist) => [typist, typist.next]));
  let refused = 0;
  for (;;) {
    const elapsed = (performance.now() - startedAt) / 1000;
    if (elapsed >= seconds) return refused;
    for (const typist of typists) {
      const due = Math.floor(elapsed * pace + typist.phase) + (begun.get(typist) ?? 0);
      if (typist.busy || typist.next >= due) continue;
      const key = typist.keys[typist.next];
      if (key === undefined) continue;
      typist.next += 1;
      typist.busy = true;
      typist.sentAt.push(performance.now());
      typist.room.type(typist.side, [key]).then(
        () => (typist.busy = false),
        () => (refused += 1),
      );
    }
    await new Promise((resolve) => {
      setTimeout(resolve, 1000 / stepsPerSecond);
    });
  }
}

/** Waits until everything typed has reached the other typist, and the spectators, who read it then. */
async function settle(typists: readonly Typist[]): Promise<void> {
  const until = performance.now() + 5000;
  const underWay = (): boolean => typists.some(({ sentAt }) => sentAt.length > 0);
  while (underWay() && performance.now() < until) {
    await new Promise((resolve) => {
      setTimeout(resolve, 20);
    });
  }
  await new Promise((resolve) => {
    setTimeout(resolve, 300);
  });
  for (const { room, side } of typists) if (side === 0) room.catchUp?.();
}
