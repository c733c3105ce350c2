import type { Details } from '../../base/result.ts';
import { oddCharacter, oddCharacterAt } from '../characters.ts';
import { nameAt } from '../unicode/unicode.ts';
import { complaintCode } from './complaints.ts';
import { ParseStop, type AcornError, type Parsed } from './parser.ts';

/** How the parser stopped. */
type Stopped = Extract<Parsed, { readonly ok: false }>;

/** Why a source is no chunk, with the place as offsets. */
export interface CompileRefusal {
  readonly ok: false;
  readonly name: 'SyntaxError' | 'Unsupported' | 'GovernorLimit' | 'InternalError';
  readonly code: string;
  readonly details: Details;
  readonly start: number;
  readonly end: number;
  /** True when lines after it could complete it. */
  readonly incomplete: boolean;
}

/**
 * The parser's complaint as a stable code with its facts (L8). The source has to end with a line
 * break, so that what was cut off is seen to end there.
 */
export function diagnose(source: string, stopped: Stopped): CompileRefusal {
  const { error } = stopped;
  if (error instanceof ParseStop) {
    const { code, details, start, end } = error;
    return { ok: false, name: 'GovernorLimit', code, details, start, end, incomplete: false };
  }
  const incomplete = isMendable(source, error);
  const [code, details, start, end] = explain(source, error, stopped, incomplete);
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

/** The parser points behind some of the words it complains about. */
function placeOfComplaint(code: string, pos: number, token: string): [start: number, end: number] {
  if (code === 'throw-newline') return [pos - 'throw'.length, pos];
  if (code === 'missing-value') return [pos - 1, pos];
  return [pos, pos + Math.max(1, token.length)];
}

type Explained = [code: string, details: Details, start: number, end: number];

function explain(
  source: string,
  { message, pos }: AcornError,
  { open, wanted, template }: Stopped,
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
  if (message.startsWith('Unterminated template') && template >= 0) {
    return ['unclosed-template', {}, template, template + 1];
  }
  for (const [start, code, length] of unclosed) {
    if (message.startsWith(start)) return [code, {}, pos, pos + length];
  }
  if (message.startsWith("'import' and 'export'")) return ['unsupported-module', {}, pos, pos + 6];
  const token = tokenAt(source, pos);
  const declared = /^Identifier '(.+)' has already been declared/.exec(message)?.[1];
  if (declared !== undefined || message.startsWith('Argument name clash')) {
    const name = declared ?? token;
    return ['already-declared', { name }, pos, pos + name.length];
  }
  const opened = open.at(-1);
  const bracket = opened === undefined ? '' : bracketAt(source, opened);
  const unexpected = message.startsWith('Unexpected');
  if (
    opened !== undefined &&
    (incomplete || (unexpected && leavesOpen(source, pos, token, open)))
  ) {
    const details = { open: bracket, close: closing(bracket) };
    return ['missing-bracket', details, opened, opened + bracket.length];
  }
  const known = complaintCode(message);
  if (known !== null) return [...known, ...placeOfComplaint(known[0], pos, token)];
  if (incomplete) {
    const end = source.trimEnd().length;
    return ['unexpected-end', {}, Math.max(0, end - 1), end];
  }
  if (token === ';' && isConstantBefore(source, pos)) {
    return ['missing-value', {}, pos, pos + 1];
  }
  const missing = /^[)\]}]$/.test(token) && bracket !== '' ? closing(bracket) : wanted;
  if (unexpected && missing !== '' && missing !== token) {
    return ['bracket-before', { token, bracket: missing }, pos, pos + Math.max(1, token.length)];
  }
  const waiting = /\bawait\s+$/.exec(source.slice(0, pos));
  if (unexpected && waiting !== null) {
    return ['unsupported-async', {}, waiting.index, waiting.index + 'await'.length];
  }
  if (unexpected) {
    return ['unexpected-token', { token }, pos, pos + Math.max(1, token.length)];
  }
  const reason = message.replace(/ \(\d+:\d+\)$/, '');
  return ['syntax', { reason }, pos, pos + Math.max(1, token.length)];
}

const unclosed: readonly (readonly [begins: string, code: string, length: number])[] = [
  ['Unterminated comment', 'unclosed-comment', 2],
  ['Unterminated string', 'unclosed-string', 1],
  ['Missing catch', 'missing-catch', 3],
];

/**
 * Whether a token that cannot stand where it does tells that the innermost bracket was to be closed
 * before it: it ends a statement, closes a bracket further out, or begins a line that is not indented.
 */
function leavesOpen(source: string, pos: number, token: string, open: readonly number[]): boolean {
  const opened = open.at(-1) ?? 0;
  if (source[opened] !== '(' && source[opened] !== '[') return false;
  if (token === ';') return true;
  if (/^[)\]}]$/.test(token)) {
    return open.some((one) => closing(bracketAt(source, one)) === token);
  }
  const line = source.lastIndexOf('\n', pos - 1) + 1;
  if (line <= opened || source.slice(line, pos).trim() !== '') return false;
  const around = source.lastIndexOf('\n', opened) + 1;
  const indent = source.slice(around).search(/\S/);
  return pos - line <= indent && nameAt(token, 0) !== '';
}

function bracketAt(source: string, offset: number): string {
  return source.startsWith('${', offset) ? '${' : source.charAt(offset);
}

function closing(open: string): string {
  if (open === '(') return ')';
  return open === '[' ? ']' : '}';
}

/** Whether `const` and a name stand before an offset, and nothing else. */
function isConstantBefore(source: string, pos: number): boolean {
  const name = /\bconst\s+(\S+)\s*$/u.exec(source.slice(0, pos))?.[1] ?? '';
  return name !== '' && nameAt(name, 0) === name;
}

/** The word, number or sign that begins at an offset. */
function tokenAt(source: string, offset: number): string {
  const rest = source.slice(offset, offset + 100);
  const sign = rest.startsWith('#') ? '#' : '';
  const name = nameAt(rest, sign.length);
  return name === '' ? (/^(?:\d+|.)/u.exec(rest)?.[0] ?? '') : sign + name;
}
