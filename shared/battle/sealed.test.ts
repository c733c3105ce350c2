import { expect, it } from 'vitest';
import { boardText, parseBoard } from './board.ts';
import { fieldFor, startBattle } from './field.ts';
import { hideSealed, knowSealed, reveal } from './sealed.ts';
import { defaultSettings } from './settings.ts';

const board = 'S ? . \n 1 ? ^ \n . . H';

it('R9 what is revealed is known, the rest stays sealed', () => {
  const battle = reveal(parseBoard(board), [{ at: { x: 1, y: 1 }, points: 30 }]);
  expect(boardText(battle)).toBe(boardText(parseBoard('S ? . \n 1 ?3 ^ \n . . H')));
});

it('R9 nothing revealed changes nothing', () => {
  const battle = parseBoard(board);
  expect(reveal(battle, [])).toEqual(battle);
});

it.each([
  ['an empty cell', { x: 0, y: 2 }],
  ['gold that is not sealed', { x: 0, y: 1 }],
])('R9 revealing %s is a defect', (_, at) => {
  expect(() => reveal(parseBoard(board), [{ at, points: 10 }])).toThrow(`(${at.x}, ${at.y})`);
});

it('R9 hiding takes the points of sealed gold and of no other', () => {
  const battle = hideSealed(parseBoard('S ?2 . \n 1 ?3 ^ \n . . H'));
  expect(battle).toEqual(parseBoard(board));
});

it('R9 whoever has the secret knows every piece, also when some are collected', () => {
  const settings = { ...defaultSettings, gold: 20 };
  const { field, sealed } = fieldFor(settings, 'secret');
  const battle = startBattle(field, settings);
  expect(battle.gold.filter(({ points }) => points === null)).toHaveLength(4);
  const places = field.gold.filter((gold) => gold.sealed).map(({ at }) => at);
  const known = knowSealed(battle, field, sealed);
  expect(known.gold.filter((gold) => gold.sealed)).toEqual(
    places.map((at, i) => ({ at, points: sealed[i], sealed: true })),
  );
  expect(hideSealed(known)).toEqual(battle);
  const later = { ...battle, gold: battle.gold.filter(({ at }) => at !== places[0]) };
  expect(knowSealed(later, field, sealed).gold).toEqual(
    known.gold.filter(({ at }) => at !== places[0]),
  );
});

it('R9 a secret of another field is a defect', () => {
  const { field } = fieldFor(defaultSettings, 'one');
  const battle = startBattle(field, defaultSettings);
  expect(() => knowSealed(battle, field, [10])).toThrow('2 pieces');
  const without = { ...field, gold: field.gold.filter((gold) => !gold.sealed) };
  expect(() => knowSealed(battle, without, [])).toThrow('does not have');
});
