import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import type { Seat } from '../../shared/base/ids.ts';
import { ok } from '../../shared/base/result.ts';
import { rebuildProgramRun, type ProgramRun } from '../../shared/program/index.ts';
import type { PageWish } from '../../shared/protocol/index.ts';
import { anna, ben, RoomStory } from '../../shared/room/testing/story.ts';
import type { RoomClient } from '../net/index.ts';
import { NoAnswer, type ProgramWorker } from '../worker/index.ts';
import { readingLead, runOwnedSeats } from './owned-seats.ts';

/** Ben's page in a room told as a story: what it submits is carried out at once. */
function page(story: RoomStory) {
  const state = signal(story.state);
  const listeners = new Set<() => void>();
  const submitted: (PageWish & { kind: 'submit step' })[] = [];
  const timers: { at: number; callback: () => void }[] = [];
  let rebuilds = 0;
  let fails = false;
  /** What a slow worker has not answered yet; null while it answers at once. */
  let waiting: (() => void)[] | null = null;
  const whenWorked = (): Promise<void> =>
    new Promise((resolve) => (waiting === null ? resolve() : void waiting.push(resolve)));
  const runs = new Map<Seat, ProgramRun>();
  const worker: ProgramWorker = {
    rebuild: async (seat, seed, history) => {
      rebuilds += 1;
      runs.set(seat, rebuildProgramRun(seat, seed, history));
      await whenWorked();
    },
    step: async (seat, text, battle) => {
      if (fails) throw new NoAnswer('too slow');
      const run = runs.get(seat);
      if (run === undefined) throw new Error('stepped before it was set up');
      const step = run.step(text, battle);
      await whenWorked();
      return step;
    },
    walk: () => Promise.reject(new Error('no walk here')),
    walkOn: () => Promise.reject(new Error('no walk here')),
    problems: () => Promise.reject(new Error('no problems here')),
    tryOut: () => Promise.reject(new Error('no trial here')),
    watch: () => Promise.reject(new Error('nobody watches here')),
    play: () => Promise.reject(new Error('no examples here')),
    stop: () => {},
  };
  const news = (): void => {
    state.value = story.state;
    for (const listener of listeners) listener();
  };
  const room = {
    state,
    me: signal(ben.id),
    status: signal({ kind: 'online' }),
    serverNow: () => story.now,
    roundTrip: () => 0,
    onEntry: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onSnapshot: () => () => {},
    wish: async (wish: PageWish) => {
      if (wish.kind !== 'submit step') throw new Error('only steps are submitted here');
      submitted.push(wish);
      const refereed = story.refereed()[wish.seat];
      if (refereed === null) throw new Error('read twice');
      const { version: _version, ...rest } = wish;
      story.does({ ...rest, by: ben.id, refereed });
      news();
      return ok(story.state.seq);
    },
  } as unknown as RoomClient;
  const stop = runOwnedSeats(room, worker, {
    now: () => story.now,
    after: (delay, callback) => {
      const timer = { at: story.now + delay, callback };
      timers.push(timer);
      return () => void timers.splice(timers.indexOf(timer) >>> 0, timers.includes(timer) ? 1 : 0);
    },
  });
  return {
    submitted,
    stop,
    news,
    timers,
    rebuilds: () => rebuilds,
    fail: (on: boolean) => (fails = on),
    /** From here on the worker takes its time, until it is told to answer. */
    slow: () => (waiting = []),
    answers: async (): Promise<void> => {
      for (const answer of waiting?.splice(0) ?? []) answer();
      await everythingStarted();
    },
    /** Lets the next timer go off at its time and everything it starts come to its end. */
    reads: async (): Promise<void> => {
      const timer = timers.shift();
      if (timer === undefined) throw new Error('nothing is planned');
      story.now = Math.max(story.now, timer.at);
      timer.callback();
      await everythingStarted();
    },
    turn: (): void => {
      story.turns(1);
      news();
    },
  };
}

async function everythingStarted(): Promise<void> {
  for (let i = 0; i < 20; i++) await Promise.resolve();
}

function running(text: string): RoomStory {
  const story = new RoomStory().sits(anna, 'salesforce').sits(ben, 'heroku');
  return story.set({ turns: 6 }).starts().types(ben, 'heroku', text).codingEnds();
}

test('A7 each step is submitted once, shortly before its turn, and confirmed', async () => {
  const story = running('p.wait(2);\np.wait();\n');
  const { submitted, reads, turn, rebuilds } = page(story);
  for (let n = 1; n <= 4; n++) {
    const due = story.state.phase.kind === 'running' ? story.state.phase.dueAt : 0;
    await reads();
    expect(story.now).toBe(due - readingLead(0, story.state.settings.turnTime));
    expect(submitted).toHaveLength(n);
    expect(submitted.at(-1)).toMatchObject({ seat: 'heroku', turn: n });
    turn();
  }
  const confirmed = story.records
    .flatMap((record) => record.entries)
    .flatMap((entry) => (entry.kind === 'step read' && entry.seat === 'heroku' ? [entry] : []));
  expect(confirmed.map((entry) => entry.confirmed)).toEqual([true, true, true, true]);
  expect(rebuilds()).toBe(1);
});

test('A8 after a step that was read elsewhere the program is set up anew', async () => {
  const story = running('p.wait(5);\n');
  const { reads, turn, rebuilds, submitted } = page(story);
  await reads();
  turn();
  turn();
  await reads();
  expect(submitted.at(-1)?.turn).toBe(3);
  expect(rebuilds()).toBe(2);
});

test('A8 a worker that fails leaves the turn to the referee and goes on with the next', async () => {
  const story = running('p.wait(5);\n');
  const { reads, turn, submitted, fail } = page(story);
  fail(true);
  await reads();
  expect(submitted).toHaveLength(0);
  fail(false);
  turn();
  await reads();
  expect(submitted.at(-1)?.turn).toBe(2);
});

/** A page whose worker has not answered for the first turn yet, and is asked for the second. */
async function behind() {
  const story = running('p.wait();\np.right();\np.wait();\np.right();\n');
  const ben = page(story);
  ben.slow();
  await ben.reads();
  ben.turn();
  await ben.reads();
  return { story, ...ben };
}

test('A7 A8 a reading that has waited for a slow worker until its turn was over reads no later one early', async () => {
  const { reads, turn, submitted, answers } = await behind();
  turn();
  for (let i = 0; i < 6; i++) await answers();
  expect(submitted).toEqual([]);
  await reads();
  for (let i = 0; i < 6; i++) await answers();
  expect(submitted.map((wish) => wish.turn)).toEqual([3]);
});

test('A7 A8 a worker that is slower than the turns reads none of them in the middle of another', async () => {
  const { story, submitted, answers } = await behind();
  // The first is late, the second goes on; what it claims is what the referee reads.
  for (let i = 0; i < 6; i++) await answers();
  const confirmed = story.records
    .flatMap(({ entries }) => entries)
    .flatMap((entry) => (entry.kind === 'step read' && entry.seat === 'heroku' ? [entry] : []));
  expect(submitted.map((wish) => wish.turn)).toEqual([2]);
  expect(confirmed.map((entry) => entry.confirmed)).toEqual([null, true]);
});

test('nothing is planned without a seat, outside running, or after stopping', () => {
  const watching = page(new RoomStory().sits(anna, 'salesforce').starts().codingEnds());
  expect(watching.timers).toHaveLength(0);
  const waiting = page(new RoomStory().sits(ben, 'heroku'));
  expect(waiting.timers).toHaveLength(0);
  const playing = page(running('p.wait();\n'));
  expect(playing.timers).toHaveLength(1);
  playing.stop();
  expect(playing.timers).toHaveLength(0);
});

test('A7 a slow line reads earlier, by its way to the server; a fast turn holds it back', () => {
  expect(readingLead(0, 700)).toBe(120);
  expect(readingLead(300, 700)).toBe(345);
  expect(readingLead(800, 700)).toBe(420);
  expect(readingLead(0, 150)).toBe(90);
});
