import * as fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { boardText, parseBoard } from './board.ts';
import { fieldFor, startBattle } from './field.ts';
import { defaultSettings } from './settings.ts';

// Many cases in one test: slow on a busy machine, and no measure of speed.
vi.setConfig({ testTimeout: 60_000 });

it('a board tells everything: two in a cell, who is out, sealed gold, walls', () => {
  const text = [
    'turn 12/40, S 60 caught, H 110',
    's^2 .   #   ?',
    '.   H?1 .   3',
    '.   .   #   .',
  ].join('\n');
  const battle = parseBoard(text);
  expect(boardText(battle)).toBe(text);
  expect(battle).toEqual({
    width: 4,
    height: 3,
    walls: [
      { x: 2, y: 0 },
      { x: 2, y: 2 },
    ],
    gold: [
      { at: { x: 0, y: 0 }, points: 20, sealed: false },
      { at: { x: 3, y: 0 }, points: null, sealed: true },
      { at: { x: 1, y: 1 }, points: 10, sealed: true },
      { at: { x: 3, y: 1 }, points: 30, sealed: false },
    ],
    figures: {
      salesforce: { at: { x: 0, y: 0 }, points: 60, out: 'caught' },
      heroku: { at: { x: 1, y: 1 }, points: 110, out: null },
    },
    bug: { at: { x: 0, y: 0 }, facing: 'up' },
    turn: 12,
    turns: 40,
  });
});

it.each(['up', 'right', 'down', 'left'] as const)('the bug is drawn facing %s', (facing) => {
  const battle = parseBoard('S . H \n . ^ .');
  const turned = { ...battle, bug: { ...battle.bug, facing } };
  expect(parseBoard(boardText(turned))).toEqual(turned);
});

it('every battle begun is read back from its text', () => {
  fc.assert(
    fc.property(fc.string(), fc.constantFrom('mirrored', 'random'), (seed, layout) => {
      const settings = { ...defaultSettings, layout };
      const battle = startBattle(fieldFor(settings, seed).field, settings);
      expect(parseBoard(boardText(battle))).toEqual(battle);
    }),
    { seed: 8, numRuns: 50 },
  );
});

it.each([
  ['a row is shorter', 'S . ^ \n . H', 'uneven'],
  ['a sign is unknown', 'S . ^ \n . H x', 'no cell'],
  ['S is missing', '. . ^ \n . H .', 'S is not'],
  ['there are two bugs', 'S . ^ \n > H .', 'bug'],
  ['the head is garbled', 'turn 3, S 0, H 0 \n S . ^ \n . H .', 'head'],
  ['one is drawn out without a reason', 's . ^ \n . H .', 'S is drawn'],
  ['one is out but not drawn so', 'turn 1/2, S 0, H 0 fallen \n S . ^ \n . H .', 'H is drawn'],
])('a text is no board when %s', (_, text, reason) => {
  expect(() => parseBoard(text)).toThrow(reason);
});
