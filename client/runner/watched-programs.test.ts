import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import type { PersonId, Seat } from '../../shared/base/ids.ts';
import { createProgramRun, type Moment, type ProgramRun } from '../../shared/program/index.ts';
import { anna, ben, cleo, RoomStory } from '../../shared/room/testing/story.ts';
import type { RoomClient } from '../net/index.ts';
import { NoAnswer, type ProgramWorker } from '../worker/index.ts';
import { watchPrograms } from './watched-programs.ts';

/** Somebody's page in a room told as a story; its worker watches in this process. */
function page(story: RoomStory, me: PersonId) {
  const state = signal(story.state);
  const listeners = new Set<() => void>();
  const asked: { seat: Seat; from: number; moments: number }[] = [];
  const known = new Map<Seat, { run: ProgramRun; turns: number }>();
  let fails = false;
  const watch = async (seat: Seat, seed: string, from: number, moments: readonly Moment[]) => {
    asked.push({ seat, from, moments: moments.length });
    if (fails) throw new NoAnswer('too slow');
    if (from === 0) known.set(seat, { run: createProgramRun(seat, seed), turns: 0 });
    const program = known.get(seat);
    if (program?.turns !== from) throw new Error('that does not follow');
    for (const { text, battle } of moments) program.run.step(text, battle);
    program.turns += moments.length;
    return program.run.view();
  };
  const listen = (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  const room = { state, me: signal(me), onEntry: listen, onSnapshot: listen };
  const watched = watchPrograms(
    room as unknown as RoomClient,
    { watch } as unknown as ProgramWorker,
  );
  const news = async (): Promise<void> => {
    state.value = story.state;
    for (const listener of listeners) listener();
    // Everything here is done as soon as promises are.
    for (let i = 0; i < 20; i++) await Promise.resolve();
  };
  return { watched, news, asked, fail: (now: boolean) => (fails = now) };
}

const loop = 'let n = 0\nfor (;;) {\n  n++\n  log("n is", n)\n  p.wait()\n}\n';

function match(): RoomStory {
  return new RoomStory()
    .sits(anna, 'salesforce')
    .sits(ben, 'heroku')
    .starts()
    .types(ben, 'heroku', loop);
}

test('R17 the owner sees line, variables and log of each turn', async () => {
  const story = match();
  const { watched, news, asked } = page(story, ben.id);
  await news();
  expect(watched.views.heroku.value).toBeNull();
  story.codingEnds().turns(1);
  await news();
  expect(watched.views.heroku.value).toMatchObject({ line: 6, variables: { n: '1' } });
  story.turns(1);
  await news();
  expect(watched.views.heroku.value).toEqual({
    line: 6,
    variables: { n: '2' },
    log: [
      { turn: 1, text: 'n is 1' },
      { turn: 2, text: 'n is 2' },
    ],
  });
  expect(asked).toEqual([
    { seat: 'heroku', from: 0, moments: 1 },
    { seat: 'heroku', from: 1, moments: 1 },
  ]);
});

test('R4 a spectator who comes late sees both, a player not the rival', async () => {
  const story = match().codingEnds().turns(3);
  const spectator = page(story, cleo.id);
  await spectator.news();
  expect(spectator.watched.views.heroku.value?.variables).toEqual({ n: '3' });
  expect(spectator.watched.views.salesforce.value).not.toBeNull();
  const rival = page(story, anna.id);
  await rival.news();
  expect(rival.watched.views.heroku.value).toBeNull();
  expect(rival.asked.map(({ seat }) => seat)).toEqual(['salesforce']);
});

test('A8 after a worker that gave up the program is watched anew from its start', async () => {
  const story = match().codingEnds().turns(1);
  const { watched, news, asked, fail } = page(story, ben.id);
  await news();
  fail(true);
  story.turns(1);
  await news();
  expect(watched.views.heroku.value).toBeNull();
  fail(false);
  story.turns(1);
  await news();
  expect(watched.views.heroku.value?.variables).toEqual({ n: '3' });
  expect(asked.at(-1)).toEqual({ seat: 'heroku', from: 0, moments: 3 });
});

test('R14 a new field forgets what was seen', async () => {
  const story = match().codingEnds().turns();
  const { watched, news } = page(story, ben.id);
  await news();
  expect(watched.views.heroku.value).not.toBeNull();
  story.does({ kind: 'play again', by: ben.id, seed: 'next' });
  await news();
  expect(watched.views.heroku.value).toBeNull();
});
