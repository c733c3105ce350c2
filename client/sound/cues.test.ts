import { expect, test } from 'vitest';
import { score } from './score.ts';
import { turnSounds } from './cues.ts';

const calm = { salesforce: false, heroku: false };

test('two who walk are heard as one pair of steps', () => {
  const moved = { kind: 'moved', from: { x: 0, y: 0 }, to: { x: 1, y: 0 } } as const;
  const events = [
    { ...moved, seat: 'salesforce' },
    { ...moved, seat: 'heroku' },
  ] as const;
  expect(turnSounds(events, calm)).toEqual([{ name: 'step', at: 0 }]);
});

test('a push, gold and an error have sounds of their own, a wait has none', () => {
  const events = [
    { kind: 'waited', seat: 'heroku' },
    { kind: 'pushed back', seat: 'heroku', from: { x: 1, y: 0 }, to: { x: 0, y: 0 } },
    { kind: 'collected', seat: 'salesforce', at: { x: 0, y: 0 }, points: 10, sealed: false },
  ] as const;
  const names = turnSounds(events, { ...calm, heroku: true }).map(({ name }) => name);
  expect(names.sort()).toEqual(['gold', 'push', 'wrong']);
});

test('every sound is short and quiet', () => {
  for (const notes of Object.values(score)) {
    for (const { start, length, loud, from, to } of notes) {
      expect(start + length).toBeLessThan(1.2);
      expect(loud).toBeLessThanOrEqual(0.4);
      // A glide to 0 Hz cannot be played.
      expect(Math.min(from, to)).toBeGreaterThan(20);
    }
  }
});
