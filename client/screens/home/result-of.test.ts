import { afterEach, expect, test } from 'vitest';
import type { Outcome } from '../../../shared/battle/index.ts';
import { language } from '../../i18n/language.ts';
import { resultOf } from './result-of.ts';

afterEach(() => {
  language.value = 'en';
});

const won = (by: 'points' | 'forfeit' | 'rival out'): Outcome => ({
  kind: 'won',
  winner: 'salesforce',
  by,
});

test.each([
  ['by more points', won('points'), false, 'Anna wins'],
  ['with fewer points, by giving up', won('forfeit'), false, 'Anna wins (the rival gave up)'],
  ['with fewer points, by a fall', won('rival out'), false, 'Anna wins (the rival is out)'],
  ['against oneself', won('points'), true, 'Salesforce wins'],
  ['by nobody', { kind: 'draw', by: 'both out' } as const, false, 'A draw (both are out)'],
])('C4 a list names who has won %s', (_, outcome, alone, words) => {
  expect(resultOf({ outcome, alone }, 'Anna', 'Ben')).toBe(words);
});

test('C4 R35 in Japanese too; two of one name are told apart by their seats', () => {
  expect(resultOf({ outcome: won('points'), alone: false }, 'Anna', 'Anna')).toBe(
    'Salesforce wins',
  );
  language.value = 'ja';
  expect(resultOf({ outcome: won('forfeit'), alone: false }, 'アンナ', 'ベン')).toContain(
    'アンナ の勝ち',
  );
});

test('B8 a name from right to left does not turn the sentence round', () => {
  expect(resultOf({ outcome: won('points'), alone: false }, 'עדה', 'Ben')).toBe(
    '\u2068עדה\u2069 wins',
  );
});
