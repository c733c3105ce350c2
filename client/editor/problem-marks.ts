import type { Diagnostic } from '@codemirror/lint';
import type { Text } from '@codemirror/state';
import type { ProgramError } from '../../shared/program/index.ts';
import type { EditorWords } from './types.ts';

/** Problems of a program as marks in its text (L9); those at the end of a line cover one character. */
export function diagnosticsOf(
  problems: readonly ProgramError[],
  doc: Text,
  reason: EditorWords['reason'],
): Diagnostic[] {
  return problems.flatMap((problem): Diagnostic[] => {
    if (problem.line > doc.lines) return [];
    const line = doc.line(problem.line);
    const begin = Math.min(line.from + problem.column - 1, line.to);
    const end = Math.min(begin + problem.length, doc.length);
    const from = begin === end && begin > line.from ? begin - 1 : begin;
    const message = reason(problem.code, problem.details);
    return [{ from, to: end, severity: 'error', message, markClass: 'cm-wave' }];
  });
}
