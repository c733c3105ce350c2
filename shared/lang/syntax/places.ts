import type { SourceRange } from '../types.ts';

/** Line and column of two offsets; lines end with LF, CR or both, as in editors. */
export function rangeOf(
  source: string,
  start: number,
  end: number,
  firstLine: number,
): SourceRange {
  let line = firstLine;
  let from = 0;
  for (let i = 0; i < start; i++) {
    const code = source.charCodeAt(i);
    if (code === 10 || (code === 13 && source.charCodeAt(i + 1) !== 10)) {
      line++;
      from = i + 1;
    }
  }
  return { line, column: start - from + 1, length: Math.max(1, end - start) };
}
