import { expect, test } from 'vitest';
import type { RoomState } from '../../shared/room/index.ts';
import { anna, ben, RoomStory } from '../../shared/room/testing/story.ts';
import { programFacts } from './program-facts.ts';

const lineOf = (state: RoomState, offset: number): number =>
  state.documents.heroku.text.slice(0, offset).split('\n').length;

/** Where the program of H stands: first line that is not done, first that is not locked. */
function standing(state: RoomState) {
  const { doneTo, lockedTo, runningLine } = programFacts(state, 'heroku');
  return { done: lineOf(state, doneTo), running: runningLine, locked: lineOf(state, lockedTo) };
}

function running(text: string): RoomStory {
  const story = new RoomStory().sits(anna, 'salesforce').sits(ben, 'heroku');
  return story.starts().types(ben, 'heroku', text).codingEnds();
}

test('R15 before the match only the opening line is locked, and nothing runs', () => {
  const { state } = new RoomStory()
    .sits(ben, 'heroku')
    .starts(ben)
    .types(ben, 'heroku', 'p.up();\n');
  expect(standing(state)).toEqual({ done: 2, running: null, locked: 2 });
  expect(programFacts(state, 'heroku')).toMatchObject({ dueAt: null, readsOn: true });
});

test('R17 the running line is not done before its chunk is over', () => {
  const story = running('p.wait(2);\np.wait();\n\np.wait();\n');
  expect(standing(story.state)).toEqual({ done: 2, running: null, locked: 2 });
  expect(standing(story.turns(1).state)).toEqual({ done: 2, running: 2, locked: 3 });
  expect(standing(story.turns(1).state)).toEqual({ done: 2, running: 2, locked: 3 });
  expect(standing(story.turns(1).state)).toEqual({ done: 3, running: 3, locked: 4 });
});

test('R17 a chunk of several lines is done as a whole', () => {
  const story = running('p.wait(\n  2\n);\np.wait();\n');
  expect(standing(story.turns(1).state)).toEqual({ done: 2, running: 2, locked: 5 });
  expect(standing(story.turns(1).state)).toEqual({ done: 2, running: 2, locked: 5 });
  expect(standing(story.turns(1).state)).toEqual({ done: 5, running: 5, locked: 6 });
});

test('R19 with nothing left to read everything is done and no line runs', () => {
  const story = running('p.wait();\n').turns(2);
  expect(standing(story.state)).toEqual({ done: 3, running: null, locked: 3 });
});

test('R17 the next line is due when the next step that is not read yet is', () => {
  const story = running('p.wait();\np.wait();\n');
  const due = story.state.phase.kind === 'running' ? story.state.phase.dueAt : 0;
  expect(programFacts(story.state, 'heroku').dueAt).toBe(due);
  const refereed = story.refereed().heroku;
  if (refereed === null) throw new Error('nothing was read');
  const claimed = refereed.step;
  story.does({ kind: 'submit step', by: ben.id, seat: 'heroku', turn: 1, claimed, refereed });
  expect(programFacts(story.state, 'heroku').dueAt).toBe(due + story.state.settings.turnTime);
});
