import type { Details } from '../../base/result.ts';
import { oddCharacter, oddCharacterAt } from '../characters.ts';
import { ParseStop, type AcornError } from './parser.ts';

/** Why a source is no chunk, with the place as offsets. */
export interface CompileRefusal {
  readonly ok: false;
  readonly name: 'SyntaxError' | 'Unsupported' | 'GovernorLimit';
  readonly code: string;
  readonly details: Details;
  readonly start: number;
  readonly end: number;
  /** True when lines after it could complete it. */
  readonly incomplete: boolean;
}

/**
 * The parser's complaint as a stable code with its facts (L8). `open` are unclosed brackets. The
 * source has to end with a line break, so that what was cut off is seen to end there.
 */
export function diagnose(
  source: string,
  error: AcornError | ParseStop,
  open: readonly number[],
): CompileRefusal {
  if (error instanceof ParseStop) {
    const { code, details, start, end } = error;
    return { ok: false, name: 'GovernorLimit', code, details, start, end, incomplete: false };
  }
  const incomplete = isMendable(source, error);
  const [code, details, start, end] = explain(source, error, open, incomplete);
  const name = code === 'unsupported-module' ? 'Unsupported' : 'SyntaxError';
  return { ok: false, name, code, details, start, end, incomplete };
}

/** Complaints after a finished piece that a further line may still turn into another. */
const mendedLater = [
  'Unterminated template',
  'Unterminated string',
  'Missing catch or finally',
  'Shorthand property assignments',
  'Complex binding patterns',
];

function isMendable(source: string, { message, pos, raisedAt }: AcornError): boolean {
  if (message.startsWith('Unterminated comment')) return true;
  const end = source.length;
  if (raisedAt < end) return false;
  if (message.startsWith('Unexpected token')) return pos >= end;
  return mendedLater.some((start) => message.startsWith(start));
}

type Explained = [code: string, details: Details, start: number, end: number];

function explain(
  source: string,
  { message, pos }: AcornError,
  open: readonly number[],
  incomplete: boolean,
): Explained {
  const odd = oddCharacterAt(source, pos);
  if (odd !== null) {
    return [
      ...oddCharacter(odd),
      pos,
      pos + String.fromCodePoint(source.codePointAt(pos) ?? 0).length,
    ];
  }
  for (const [start, code] of unclosed) {
    if (message.startsWith(start)) return [code, {}, pos, pos + 1];
  }
  if (message.startsWith("'import' and 'export'")) return ['unsupported-module', {}, pos, pos + 6];
  const declared = /^Identifier '(.+)' has already been declared/.exec(message)?.[1];
  if (declared !== undefined) {
    return ['already-declared', { name: declared }, pos, pos + declared.length];
  }
  const token = tokenAt(source, pos);
  const opened = open.at(-1);
  const bracket = opened === undefined ? '' : bracketAt(source, opened);
  if (opened !== undefined && (incomplete || (token === ';' && !bracket.endsWith('{')))) {
    const details = { open: bracket, close: closing(bracket) };
    return ['missing-bracket', details, opened, opened + bracket.length];
  }
  if (incomplete) {
    const end = source.trimEnd().length;
    return ['unexpected-end', {}, Math.max(0, end - 1), end];
  }
  if (message.startsWith('Unexpected')) {
    return ['unexpected-token', { token }, pos, pos + Math.max(1, token.length)];
  }
  const reason = message.replace(/ \(\d+:\d+\)$/, '');
  return ['syntax', { reason }, pos, pos + Math.max(1, token.length)];
}

const unclosed: readonly (readonly [string, string])[] = [
  ['Unterminated comment', 'unclosed-comment'],
  ['Unterminated template', 'unclosed-template'],
  ['Unterminated string', 'unclosed-string'],
  ['Missing catch', 'missing-catch'],
];

function bracketAt(source: string, offset: number): string {
  return source.startsWith('${', offset) ? '${' : source.charAt(offset);
}

function closing(open: string): string {
  if (open === '(') return ')';
  return open === '[' ? ']' : '}';
}

/** The word, number or sign that begins at an offset. */
function tokenAt(source: string, offset: number): string {
  const rest = source.slice(offset, offset + 100);
  return /^(?:[\p{ID_Start}$_#][\p{ID_Continue}$]*|\d+|.)/u.exec(rest)?.[0] ?? '';
}
