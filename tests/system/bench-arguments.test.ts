import { expect, test } from 'vitest';
import { readArguments } from '../../bench/measure/arguments.ts';

const defaults = {
  quick: { clients: 2000, ramp: 3, processes: 0 },
  full: { clients: 10_000, ramp: 300, processes: 0 },
  servers: ['game', 'ws-chat'],
  mayBeNone: ['ramp'],
} as const;

test('a benchmark takes the numbers that are named, and those of its form for the rest', () => {
  const read = (...words: string[]) => readArguments(words, defaults);
  expect(read()).toEqual({ json: false, full: false, only: null, numbers: defaults.quick });
  expect(read('--full', '--json', '--clients', '50', '--ramp=0', '--only', 'game')).toEqual({
    json: true,
    full: true,
    only: ['game'],
    numbers: { clients: 50, ramp: 0, processes: 0 },
  });
});

test.each([
  [['--clients', '0'], "--clients must be a number above 0, not '0'"],
  [['--clients', 'many'], "--clients must be a number above 0, not 'many'"],
  [['--clients='], "--clients must be a number above 0, not ''"],
  [['--ramp=-1'], "--ramp must be a number, 0 or more, not '-1'"],
  [['--clients', 'Infinity'], "--clients must be a number above 0, not 'Infinity'"],
  [['--only', 'game,ws'], "--only knows game, ws-chat, and no 'ws'"],
  [['--client', '5'], "Unknown option '--client'"],
  [['5'], "Unexpected argument '5'"],
])('A17 a benchmark says what is wrong with %j', (words, complaint) => {
  expect(() => readArguments(words, defaults)).toThrow(complaint);
});
