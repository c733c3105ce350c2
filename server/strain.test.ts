import { expect, test } from 'vitest';
import type { Strain } from './sockets/index.ts';
import { strainAfter } from './strain.ts';

function strains(...utilizations: readonly number[]): Strain[] {
  let strain: Strain = 'calm';
  return utilizations.map((utilization) => (strain = strainAfter(strain, utilization)));
}

test('A15 strain begins at once, and ends when there is room again', () => {
  expect(strains(0.69, 0.7, 0.96, 0.4)).toEqual(['calm', 'busy', 'overloaded', 'calm']);
});

test('A15 strain is not over because something was done about it', () => {
  expect(strains(0.8, 0.65, 0.55, 0.49)).toEqual(['busy', 'busy', 'busy', 'calm']);
  expect(strains(0.97, 0.85, 0.79, 0.85)).toEqual(['overloaded', 'overloaded', 'busy', 'busy']);
});
