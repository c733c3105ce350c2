import { describe, expect, it } from 'vitest';
import { parseBoard, type Battle } from '../battle/index.ts';
import { openingText } from './opening.ts';
import { walkAlone } from './walk.ts';

const field = parseBoard('. . # .\nS . ? .\n^ . . H');

function way(text: string, turns = 30, battle: Battle = field): string {
  const { cells, steps, end } = walkAlone(text, 'salesforce', battle, turns);
  return `${cells.map(({ x, y }) => `${x},${y}`).join(' ')} | ${steps.length} ${end}`;
}

describe('R31 a character walks the field alone', () => {
  it('R31 from its start, a cell a step, until nothing is left', () => {
    expect(way(`${openingText('salesforce', { x: 0, y: 1 })}p.right(2)\np.down()\n`)).toBe(
      '0,1 1,1 2,1 2,2 | 3 finished',
    );
  });

  it('R31 a fall ends it', () => {
    expect(way('p.up(5)\n')).toBe('0,1 0,0 | 2 fallen');
  });

  it('R31 walls hold, errors and waiting cost a step', () => {
    expect(way('p.up()\np.right(2)\np.upp()\np.wait()\n')).toBe(
      '0,1 0,0 1,0 1,0 1,0 1,0 | 5 finished',
    );
  });

  it('R31 rival and bug are in nobody’s way', () => {
    expect(way('p.down()\np.right(3)\np.up()')).toBe('0,1 0,2 1,2 2,2 3,2 3,1 | 5 finished');
  });

  it('R31 ends after the turns asked for', () => {
    expect(way('p.wait(100)', 3)).toBe('0,1 0,1 0,1 0,1 | 3 turns');
    expect(way('p.wait(100)', 40).endsWith('40 turns')).toBe(true);
    expect(way('p.up()', 0)).toBe('0,1 | 0 turns');
  });

  it('R31 everything returns: the battle stays as it was', () => {
    const before = JSON.stringify(field);
    way('p.right(2)');
    expect(JSON.stringify(field)).toBe(before);
  });
});
