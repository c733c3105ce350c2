import { defaultLimits, problemsOf, type LangError, type Limits } from '../lang/index.ts';
import { programError } from './program.ts';
import { lineAt, lineBreaks, readFrom, type Place, type Reading } from './reader.ts';
import type { ProgramError } from './types.ts';
import { worldNames } from './world.ts';

/** Marks beyond this help nobody, and a text of nothing but wrong lines is slow to read. */
const mostProblems = 50;

/**
 * Longest programs that may be parsed to find where the chunks of a text end. Only texts of hundreds
 * of unfinished lines need as many; what stands below in them is not looked at.
 */
const parsedTexts = 10;

type Chunk = Extract<Reading, { readonly kind: 'chunk' }>;

/**
 * What would go wrong in the part of a document that begins at `from`, if it were read as it stands:
 * the codes that running would give (L9). What stands before `from` counts only for the names it
 * declares. In the order of the text, the first 50.
 */
export function problemsIn(
  text: string,
  from: number,
  limits: Limits = defaultLimits,
): readonly ProgramError[] {
  const begin = { offset: from, line: lineAt(text, from) };
  const earlier = chunksOf(text.slice(0, from), { offset: 0, line: 1 }, limits);
  const { chunks, errors } = chunksOf(text, begin, limits);
  const found = problemsOf([...earlier.chunks, ...chunks], worldNames, limits);
  return [...errors, ...found.filter((problem) => problem.line >= begin.line)]
    .sort((a, b) => a.line - b.line || a.column - b.column)
    .slice(0, mostProblems)
    .map(programError);
}

function chunksOf(
  text: string,
  begin: Place,
  limits: Limits,
): { readonly chunks: readonly Chunk[]; readonly errors: readonly LangError[] } {
  const chunks: Chunk[] = [];
  const errors: LangError[] = [];
  const effort = { parsed: 0 };
  let place = begin;
  while (errors.length < mostProblems && effort.parsed < parsedTexts * limits.source) {
    const reading = readFrom(text, place, limits, effort);
    if (reading.kind === 'nothing') break;
    if (reading.kind === 'wrong') errors.push(reading.error);
    else chunks.push(reading);
    const line = place.line + lineBreaks(text, place.offset, reading.to);
    place = { offset: reading.to, line };
  }
  return { chunks, errors };
}
