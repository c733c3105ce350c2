import { expect, test } from 'vitest';
import { noteOf } from './turn-notes.ts';

const at = { x: 1, y: 1 };

test('R17 a push is told before anything else that came of a step', () => {
  const note = noteOf(
    [
      { kind: 'moved', seat: 'heroku', from: at, to: { x: 2, y: 1 } },
      { kind: 'pushed back', seat: 'heroku', from: at, to: at },
      { kind: 'pushed back', seat: 'salesforce', from: at, to: { x: 3, y: 1 } },
      { kind: 'collected', seat: 'heroku', at, points: 20, sealed: false },
    ],
    'heroku',
  );
  expect(note?.words()).toBe('pushed back by S');
  expect(note?.kind).toBe('bad');
});

test('R17 a wall and gold are told, a plain step is not', () => {
  expect(noteOf([{ kind: 'bumped', seat: 'heroku', at, direction: 'up' }], 'heroku')?.words()).toBe(
    'wall',
  );
  const collected = {
    kind: 'collected',
    seat: 'salesforce',
    at,
    points: 30,
    sealed: true,
  } as const;
  expect(noteOf([collected], 'salesforce')?.words()).toBe('+30 points');
  expect(noteOf([collected], 'heroku')).toBeNull();
  expect(
    noteOf([{ kind: 'moved', seat: 'heroku', from: at, to: { x: 2, y: 1 } }], 'heroku'),
  ).toBeNull();
});
