import { describe, expect, it } from 'vitest';
import { printsOf, sameTrail } from './prints.ts';

const way = [
  { x: 0, y: 0 },
  { x: 1, y: 0 },
  { x: 1, y: 1 },
];

describe('R31 the way of a program', () => {
  it('has a print on every stretch and a cross at its end', () => {
    const prints = printsOf('heroku', { cells: way, fallsAt: null });
    expect(prints.map(({ drawing }) => drawing)).toEqual(['steps-heroku', 'steps-heroku', 'goal']);
    expect(prints[0]?.angle).toBeCloseTo(0);
    expect(prints[1]?.angle).toBeCloseTo(Math.PI / 2);
    expect(prints[2]).toMatchObject({ x: 1.5 });
  });

  it('ends in an arrow over the edge when the figure falls', () => {
    const prints = printsOf('salesforce', { cells: way.slice(0, 2), fallsAt: 'left' });
    expect(prints.at(-1)).toMatchObject({ drawing: 'drop', mirrored: true });
  });

  it('draws a stretch once however often it is walked', () => {
    const loop = [...way, ...way.slice(0, 2).reverse(), ...way.slice(1)];
    const prints = printsOf('salesforce', { cells: loop, fallsAt: null });
    expect(prints.filter(({ drawing }) => drawing === 'steps-salesforce')).toHaveLength(4);
  });

  it('keeps S and H on different sides of the same stretch', () => {
    const [s] = printsOf('salesforce', { cells: way, fallsAt: null });
    const [h] = printsOf('heroku', { cells: way, fallsAt: null });
    expect(h?.y).toBeGreaterThan(s?.y ?? Infinity);
  });

  it('is nothing for a program that goes nowhere and has no cell', () => {
    expect(printsOf('heroku', { cells: [], fallsAt: null })).toEqual([]);
  });

  it('is the same only with the same cells in the same order and the same end', () => {
    const trail = { cells: way, fallsAt: null };
    expect(sameTrail(trail, { cells: way.map((cell) => ({ ...cell })), fallsAt: null })).toBe(true);
    expect(sameTrail(null, null)).toBe(true);
    expect(sameTrail(trail, null)).toBe(false);
    expect(sameTrail(null, trail)).toBe(false);
    expect(sameTrail(trail, { cells: way.slice(0, 2), fallsAt: null })).toBe(false);
    expect(sameTrail({ cells: way.slice(0, 2), fallsAt: null }, trail)).toBe(false);
    expect(sameTrail(trail, { cells: way.toReversed(), fallsAt: null })).toBe(false);
    expect(sameTrail(trail, { cells: way, fallsAt: 'up' })).toBe(false);
  });
});
