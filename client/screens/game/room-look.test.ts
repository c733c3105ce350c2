import { expect, test } from 'vitest';
import { lookOf } from './room-look.ts';

test('an address asks for a projector or an embedded field, and for nothing else', () => {
  expect(lookOf('?view=stage')).toBe('stage');
  expect(lookOf('?view=embed')).toBe('embed');
  for (const other of ['', '?view=', '?view=STAGE', '?stage', '?view=room&view=stage']) {
    expect(lookOf(other)).toBe('room');
  }
});
