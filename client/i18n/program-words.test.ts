import { describe, expect, it } from 'vitest';
import { hasMessage, messageOf } from '../../shared/program/index.ts';
import { words as languageWords, type MessageWords } from '../../shared/lang/index.ts';
import { words as gameWords } from '../../shared/program/message-words.ts';

const sources: Readonly<Record<string, string>> = import.meta.glob(
  ['../../shared/{lang,program}/**/*.ts', '!**/*.test.ts'],
  { query: '?raw', import: 'default', eager: true },
);

/** Codes in the sources of the language: the argument after the name of a JavaScript error type. */
function raisedCodes(): string[] {
  const named =
    /'(?:SyntaxError|TypeError|RangeError|ReferenceError|GovernorLimit|Unsupported|Error)',\s*(?:code: )?'([a-z]+(?:-[a-z]+)+)'/g;
  const found = Object.values(sources).flatMap((text) =>
    Array.from(text.matchAll(named), ([, code]) => code ?? ''),
  );
  return [...new Set(found)].sort();
}

describe('L8 every error of a program has its words in both languages', () => {
  it('the sources raise errors by code', () => {
    expect(raisedCodes().length).toBeGreaterThan(5);
  });

  it.each(raisedCodes())('%s is raised and has words', (code) => {
    expect(hasMessage(code)).toBe(true);
    expect(messageOf(code, {}, 'en')).not.toMatch(/^Error: /);
  });

  const facts = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).toSorted();

  const all: Record<string, MessageWords> = { ...languageWords, ...gameWords };

  it.each(Object.entries(all))('%s tells the same facts in both', (_code, text) => {
    expect(text.ja).toMatch(/[\p{sc=Hira}\p{sc=Kana}\p{sc=Han}]/u);
    expect(facts(text.ja)).toEqual(facts(text.en));
    if (text.withNearest === undefined) return;
    expect(facts(text.withNearest.ja)).toEqual(facts(text.withNearest.en));
  });
});
