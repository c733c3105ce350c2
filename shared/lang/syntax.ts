import { Parser, tokTypes, type Options, type Program } from 'acorn';
import { oddCharacterAt } from './characters.ts';
import { langError, oddCharacterError, rangeOf } from './errors.ts';
import { NestingGuard, TooDeep } from './nesting.ts';
import type { LangError, Limits } from './types.ts';

/**
 * The words of a regular expression are left unread: it is refused anyway, and reading a deeply
 * nested one would exhaust the stack.
 */
class ScriptParser extends Parser {
  validateRegExpFlags(): void {}
  validateRegExpPattern(): void {}
}

/** How acorn throws; `raisedAt` is how far it had read. */
interface AcornError extends SyntaxError {
  readonly pos: number;
  readonly raisedAt: number;
}

/** A tree, or why there is none; `mendable` when more lines could help. */
export type Parsed =
  | { readonly ok: true; readonly program: Program }
  | { readonly ok: false; readonly error: LangError; readonly mendable: boolean };

/** Parses a chunk as a JavaScript script (no module, no `return` at the top). */
export function parse(chunk: string, limits: Limits, firstLine = 1): Parsed {
  if (chunk.length > limits.source) {
    const at = rangeOf(chunk, limits.source, limits.source + 1, firstLine);
    const details = { length: chunk.length, limit: limits.source };
    const error = langError(at, 'GovernorLimit', 'source-too-long', details);
    return { ok: false, mendable: false, error };
  }
  // With a line break at the end, whatever acorn has read to the very end was cut off there.
  const source = chunk.endsWith('\n') ? chunk : `${chunk}\n`;
  const guard = new NestingGuard(limits.nesting);
  const options: Options = {
    ecmaVersion: 2023,
    sourceType: 'script',
    allowHashBang: false,
    onToken: (token) => {
      guard.take(token);
    },
  };
  try {
    return { ok: true, program: ScriptParser.parse(source, options) };
  } catch (thrown) {
    if (thrown instanceof TooDeep) return tooDeep(source, thrown.offset, limits, firstLine);
    if (!isAcornError(thrown)) throw thrown;
    if (thrown.message.startsWith('Not enough stack')) {
      return tooDeep(source, thrown.pos, limits, firstLine);
    }
    const mendable = isMendable(source, thrown);
    return { ok: false, mendable, error: explain(source, thrown, guard, mendable, firstLine) };
  }
}

function isAcornError(thrown: unknown): thrown is AcornError {
  return thrown instanceof SyntaxError && 'raisedAt' in thrown && 'pos' in thrown;
}

function tooDeep(source: string, offset: number, limits: Limits, firstLine: number): Parsed {
  const at = rangeOf(source, offset, offset + 1, firstLine);
  const details = { limit: limits.nesting };
  const error = langError(at, 'GovernorLimit', 'nesting-too-deep', details);
  return { ok: false, mendable: false, error };
}

/** Complaints that come after a finished piece which a further line may still turn into another. */
const mendedLater = [
  'Unterminated template',
  'Unterminated string',
  'Missing catch or finally',
  'Shorthand property assignments',
  'Complex binding patterns',
];

function isMendable(source: string, { message, pos, raisedAt }: AcornError): boolean {
  if (message.startsWith('Unterminated comment')) return true;
  if (raisedAt < source.length) return false;
  if (message.startsWith('Unexpected token')) return pos >= source.length;
  return mendedLater.some((start) => message.startsWith(start));
}

/** acorn's complaint as a stable code with its facts (L8). */
function explain(
  source: string,
  thrown: AcornError,
  guard: NestingGuard,
  mendable: boolean,
  firstLine: number,
): LangError {
  const { message, pos } = thrown;
  const at = rangeOf(source, pos, pos + 1, firstLine);
  const syntax = (code: string, details = {}, place = at): LangError =>
    langError(place, 'SyntaxError', code, details);
  const odd = oddCharacterAt(source, pos);
  if (odd !== null) return oddCharacterError(at, odd);
  if (message.startsWith('Unterminated comment')) return syntax('unclosed-comment');
  if (message.startsWith('Unterminated template')) return syntax('unclosed-template');
  if (message.startsWith('Unterminated string')) return syntax('unclosed-string');
  if (message.startsWith('Missing catch')) return syntax('missing-catch');
  const declared = /^Identifier '(.+)' has already been declared/.exec(message)?.[1];
  if (declared !== undefined) {
    const place = rangeOf(source, pos, pos + declared.length, firstLine);
    return syntax('already-declared', { name: declared }, place);
  }
  const token = tokenAt(source, pos);
  const opened = guard.open.at(-1)?.open;
  const cutOff = mendable || (token === ';' && opened?.type !== tokTypes.braceL);
  if (opened !== undefined && cutOff) {
    const open = source.slice(opened.start, opened.end);
    const place = rangeOf(source, opened.start, opened.end, firstLine);
    return syntax('missing-bracket', { open, close: closing(open) }, place);
  }
  if (mendable) {
    const end = source.trimEnd().length;
    return syntax('unexpected-end', {}, rangeOf(source, Math.max(0, end - 1), end, firstLine));
  }
  if (message.startsWith('Unexpected')) {
    const place = rangeOf(source, pos, pos + token.length, firstLine);
    return syntax('unexpected-token', { token }, place);
  }
  return syntax('syntax', { reason: message.replace(/ \(\d+:\d+\)$/, '') });
}

function closing(open: string): string {
  if (open === '(') return ')';
  return open === '[' ? ']' : '}';
}

/** The word, number or sign that begins at an offset. */
function tokenAt(source: string, offset: number): string {
  return /^(?:[\p{ID_Start}$_#][\p{ID_Continue}$]*|\d+|.)/u.exec(source.slice(offset))?.[0] ?? '';
}
