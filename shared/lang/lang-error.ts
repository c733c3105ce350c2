import type { Details } from '../base/result.ts';
import { errorText } from './messages.ts';
import type { LangError, SourceRange } from './types.ts';

/** An error at a place, with the English words of its code. */
export function langError(
  at: SourceRange,
  name: string,
  code: string,
  details: Details,
): LangError {
  const { line, column, length } = at;
  return { name, code, message: errorText(code, details, 'en'), details, line, column, length };
}
