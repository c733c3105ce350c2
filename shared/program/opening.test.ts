import { expect, it } from 'vitest';
import { openingLength, openingLine, openingText } from './opening.ts';

it('R15 names the start position in one comment line', () => {
  expect(openingLine('salesforce', { x: 0, y: 3 })).toBe('// S: start (0, 3)');
  expect(openingLine('heroku', { x: 12, y: 0 })).toBe('// H: start (12, 0)');
});

it('R15 R17 its length is what is locked from the start', () => {
  const text = openingText('heroku', { x: 1, y: 2 });
  expect(openingLength(`${text}p.up()\n`)).toBe(text.length);
  expect(openingLength('p.up()\n')).toBe(0);
  expect(openingLength('// a comment\n')).toBe(0);
});
