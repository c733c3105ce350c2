import { expect, test } from 'vitest';
import sheet from '../../assets/drawings/salesforce.svg?raw';
import { controlPoints, trembled } from './tremble.ts';

const linesOf = (svg: string): string[] =>
  [...svg.matchAll(/ d="(M[^"]*z)"/g)].map(([, line = '']) => line);

test('a path of the pen gives back the points it was drawn through', () => {
  // A square of 8 units with its control points at the corners, written from middle to middle.
  expect(controlPoints('M0 4q0-4 4-4t4 4-4 4-4-4z')).toEqual([
    { x: 0, y: 0 },
    { x: 8, y: 0 },
    { x: 8, y: 8 },
    { x: 0, y: 8 },
  ]);
});

test('every line of a sheet is drawn anew, and strays by a few units only', () => {
  const before = linesOf(sheet);
  const after = linesOf(trembled(sheet, 1));
  expect(after).toHaveLength(before.length);
  before.forEach((line, i) => {
    const points = controlPoints(line);
    const moved = [...(after[i] ?? '').matchAll(/Q(-?\d+) (-?\d+)/g)].map(([, x, y]) => ({
      x: Number(x),
      y: Number(y),
    }));
    expect(moved).toHaveLength(points.length);
    points.forEach(({ x, y }, k) => {
      const to = moved[k] ?? { x: Number.NaN, y: 0 };
      expect(Math.hypot(to.x - x, to.y - y)).toBeLessThan(6);
    });
  });
});

test('three drawings of a sheet differ, the first is the file itself', () => {
  expect(trembled(sheet, 0)).toBe(sheet);
  expect(trembled(sheet, 1)).not.toBe(trembled(sheet, 2));
  expect(trembled(sheet, 1)).toBe(trembled(sheet, 1));
});
