import { expect, it } from 'vitest';
import { Op, opNames } from './ops.ts';

it('every instruction has the number of its place in the list', () => {
  expect(Object.entries(Op)).toEqual(opNames.map((name, number) => [name, number]));
});
