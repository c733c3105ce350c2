import type { Details } from '../base/result.ts';
import { errorText, shortDetails } from './messages.ts';
import type { LangError, SourceRange } from './types.ts';

/** An error at a place, with the English words of its code. */
export function langError(
  at: SourceRange,
  name: string,
  code: string,
  details: Details,
): LangError {
  const { line, column, length } = at;
  const facts = shortDetails(details);
  const message = errorText(code, facts, 'en');
  return { name, code, message, details: facts, line, column, length };
}
