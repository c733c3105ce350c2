import type { Details } from '../base/result.ts';
import type { OddCharacter } from './characters.ts';
import type { LangError, SourceRange } from './types.ts';

/** Line and column of two offsets, lines counted by line feeds as editors do. */
export function rangeOf(source: string, from: number, to: number, firstLine = 1): SourceRange {
  let line = firstLine;
  let lineStart = 0;
  for (;;) {
    const next = source.indexOf('\n', lineStart);
    if (next === -1 || next >= from) break;
    line++;
    lineStart = next + 1;
  }
  return { line, column: from - lineStart + 1, length: Math.max(1, to - from) };
}

/** An error at a place; its English message is built from the code and the facts. */
export function langError(
  at: SourceRange,
  name: string,
  code: string,
  details: Details = {},
): LangError {
  const facts = Object.entries(details).map(([key, value]) => `${key}: ${value}`);
  const message = facts.length === 0 ? code : `${code} (${facts.join(', ')})`;
  const { line, column, length } = at;
  return { name, code, message, details, line, column, length };
}

/** The error for a character that only looks like code (L8). */
export function oddCharacterError(at: SourceRange, odd: OddCharacter): LangError {
  return odd.kind === 'invisible'
    ? langError(at, 'SyntaxError', 'invisible-character', {
        character: odd.name,
        codePoint: odd.codePoint,
      })
    : langError(at, 'SyntaxError', 'full-width-character', {
        character: odd.character,
        plain: odd.plain,
      });
}
