import { expect, it } from 'vitest';
import { firstTheme } from '../ui/theme.ts';
import { firstLanguage } from './language.ts';

it.each([
  [null, ['ja-JP', 'en'], 'ja'],
  [null, ['fr', 'ja'], 'ja'],
  [null, ['fr'], 'en'],
  [null, [], 'en'],
  ['en', ['ja'], 'en'],
  ['xx', ['ja'], 'ja'],
] as const)('R35 chosen %s, browser speaks %j: %s', (chosen, preferred, language) => {
  expect(firstLanguage(chosen, preferred)).toBe(language);
});

it('the theme is the chosen one, else the system’s', () => {
  expect(firstTheme('light', true)).toBe('light');
  expect(firstTheme(null, true)).toBe('dark');
  expect(firstTheme('sepia', false)).toBe('light');
});
