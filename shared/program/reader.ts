import { tokTypes } from 'acorn';
import { completeness, type Completeness, type LangError, type Limits } from '../lang/index.ts';
import { runsOf, type Run } from './runs.ts';
import { wordsOf } from './words.ts';

/** What the reader finds next in a text (R16–R19). Offsets count UTF-16 units, lines from 1. */
export type Reading =
  | {
      readonly kind: 'chunk';
      /** The lines from `from` to `to`; begins with spaces when `from` is inside a line. */
      readonly source: string;
      readonly from: number;
      /** Just after the last line break of the chunk, or the end of the text. */
      readonly to: number;
      readonly firstLine: number;
      /** Characters that were parsed to find where it ends. */
      readonly parsed: number;
    }
  | {
      readonly kind: 'wrong';
      readonly from: number;
      readonly to: number;
      readonly line: number;
      /** Its lines are those of the text. */
      readonly error: LangError;
    }
  | { readonly kind: 'nothing' };

/** A place where reading goes on: an offset and the number of its line. */
export interface Place {
  readonly offset: number;
  readonly line: number;
}

/**
 * How many times the longest program may be parsed to find where one chunk ends. Brackets and
 * operators at line ends need no parsing, so only chains of hundreds of lines like `if (a)` get here;
 * what then is not found counts as not complete.
 */
const parsedTextsPerChunk = 3;

/**
 * Reads the next chunk of `text` from an offset on: blank and comment lines are passed over, then
 * the shortest run of whole lines that is complete code, with lines that follow and can only go on with
 * it: those that begin with `else`, `catch`, `finally`, `.`, `&&` and the like (R16). A first line that parses neither alone nor with the lines after it is `wrong` and
 * read alone (R18). Reading `text.slice(0, to)` gives the same answer as reading `text`.
 */
export function nextChunk(text: string, from: number, limits: Limits): Reading {
  return readFrom(text, { offset: from, line: lineAt(text, from) }, limits);
}

/** What reading has cost so far, in characters that were parsed. */
export interface Effort {
  parsed: number;
}

/** `nextChunk` for a reader that already knows the line of its offset, and may count the effort. */
export function readFrom(
  text: string,
  place: Place,
  limits: Limits,
  effort: Effort = { parsed: 0 },
): Reading {
  const words = wordsOf(text, place.offset);
  const first = words.next().value;
  if (first === undefined || first.type === tokTypes.eof) return { kind: 'nothing' };
  const from = first.lastBreak ?? place.offset;
  const firstLine = place.line + lineBreaks(text, place.offset, from);
  const lineEnd = endOfLine(text, first.start);
  const sourceTo = (to: number): string => indent(text, from) + text.slice(from, to);
  if (lineEnd > limits.source) {
    return { kind: 'wrong', from, to: lineEnd, line: firstLine, error: tooLong(firstLine, limits) };
  }
  const alone = completeness(sourceTo(lineEnd), limits);
  const search =
    alone.kind === 'wrong'
      ? { to: null, parsed: 0 }
      : endOfChunk({
          runs: runsOf(first, words, text.length),
          from,
          lineEnd,
          lineIsComplete: alone.kind !== 'incomplete',
          kindOf: (end) => {
            effort.parsed += end - from;
            return completeness(sourceTo(end), limits).kind;
          },
          limits,
        });
  const { to } = search;
  if (to !== null) {
    const parsed = lineEnd - from + search.parsed;
    return { kind: 'chunk', source: sourceTo(to), from, to, firstLine, parsed };
  }
  if (!('error' in alone)) throw new Error('a complete line is a chunk');
  const error = { ...alone.error, line: alone.error.line + firstLine - 1 };
  return { kind: 'wrong', from, to: lineEnd, line: firstLine, error };
}

interface Search {
  readonly runs: Iterable<Run>;
  readonly from: number;
  readonly lineEnd: number;
  readonly lineIsComplete: boolean;
  readonly kindOf: (end: number) => Completeness['kind'];
  readonly limits: Limits;
}

/** Where the chunk ends, null when its first line is not the beginning of one, and what was parsed. */
function endOfChunk({ runs, from, lineEnd, lineIsComplete, kindOf, limits }: Search): {
  readonly to: number | null;
  readonly parsed: number;
} {
  let found = lineIsComplete ? lineEnd : null;
  let searching = !lineIsComplete;
  let parsed = 0;
  // Not counting what is tried behind the chunk: it is not read yet and can still change.
  let parsedToEnd = 0;
  for (const run of runs) {
    if (run.end > lineEnd) {
      if (!searching || run.end > limits.source) break;
      parsed += run.end - from;
      if (parsed > parsedTextsPerChunk * limits.source) break;
      const kind = kindOf(run.end);
      if (kind === 'wrong') break;
      if (kind === 'incomplete') continue;
      found = run.end;
      parsedToEnd = parsed;
    }
    if (found !== null) {
      searching = run.carriesOn;
      if (!searching) break;
    }
  }
  return { to: found, parsed: parsedToEnd };
}

/** The number of the line an offset is in, from 1. */
export function lineAt(text: string, offset: number): number {
  return 1 + lineBreaks(text, 0, offset);
}

/** Line breaks between two offsets. */
export function lineBreaks(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', from); at !== -1 && at < to; at = text.indexOf('\n', at + 1)) {
    count++;
  }
  return count;
}

/** The offset after the line break that ends the line of an offset. */
export function endOfLine(text: string, offset: number): number {
  const lineBreak = text.indexOf('\n', offset);
  return lineBreak === -1 ? text.length : lineBreak + 1;
}

/** As many spaces as stand before an offset in its line, so that columns stay those of the text. */
function indent(text: string, offset: number): string {
  return ' '.repeat(offset - (offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1));
}

function tooLong(line: number, limits: Limits): LangError {
  return {
    name: 'GovernorLimit',
    code: 'source-too-long',
    message: `source-too-long (limit: ${limits.source})`,
    details: { limit: limits.source },
    line,
    column: 1,
    length: 1,
  };
}
