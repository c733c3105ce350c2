import { collab } from '@codemirror/collab';
import { EditorState } from '@codemirror/state';
import type { Decoration } from '@codemirror/view';
import { expect, test } from 'vitest';
import { reasonDecorations } from './error-reasons.ts';
import { noFacts, type ProgramFacts } from './program-facts.ts';
import { lineDecorations } from './program-lines.ts';
import { programState } from './program-state.ts';
import type { EditorWords } from './types.ts';

const words: EditorWords = {
  language: () => 'en',
  label: () => 'program',
  wayOut: () => 'Escape, then Tab',
  reason: (code, details) => `${code} ${JSON.stringify(details)}`,
  turn: (turn) => `turn ${turn}`,
  tooLate: () => 'too late',
  block: () => '',
  reference: () => 'all of it',
};

/** The classes of each line, by number. */
function classes(text: string, facts: Partial<ProgramFacts>): Record<number, string[]> {
  const extensions = [collab(), programState({ ...noFacts, ...facts })];
  const state = EditorState.create({ doc: text, extensions });
  const found: Record<number, string[]> = {};
  const add = (from: number, { spec }: Decoration): void => {
    const { class: name, widget } = spec as { class?: string; widget?: object };
    const line = state.doc.lineAt(from).number;
    (found[line] ??= []).push(name ?? widget?.constructor.name ?? '?');
  };
  const lines = lineDecorations(state, 0, state.doc.length, () => 1000);
  for (const { from, value } of lines) add(from, value);
  reasonDecorations(state, words).between(0, state.doc.length, (from, _, value) =>
    add(from, value),
  );
  return found;
}

const text = '// H\np.up();\np.down();\n\n// note\np.left();\np.right();';

test('R17 read lines are struck through, the running one is marked, the next one has a deadline', () => {
  const facts = {
    openingTo: 5,
    doneTo: 13,
    lockedTo: 23,
    runningLine: 3,
    dueAt: 1500,
    readsOn: true,
  };
  expect(classes(text, facts)).toEqual({
    1: ['cm-opening'],
    2: ['cm-done', 'cm-struck'],
    3: ['cm-running'],
    6: ['cm-up-next', 'DeadlineWidget'],
  });
});

test('R12 while coding the first line is next, without a deadline', () => {
  const facts = { openingTo: 5, doneTo: 5, lockedTo: 5, readsOn: true };
  expect(classes(text, facts)).toEqual({ 1: ['cm-opening'], 2: ['cm-up-next'] });
});

test('R17 lines of the running chunk are locked and not yet done', () => {
  const facts = { openingTo: 5, doneTo: 5, lockedTo: 23, runningLine: 3 };
  expect(classes(text, facts)).toEqual({ 1: ['cm-opening'], 2: ['cm-locked'], 3: ['cm-running'] });
});

test('R18 a wrong line has a wave at its place and the reason', () => {
  const error = { line: 2, column: 3, length: 2, code: 'unknown-command', details: {} };
  const marks = [{ line: 2, turn: 1, error }];
  const facts = { openingTo: 5, doneTo: 13, lockedTo: 13, marks };
  expect(classes(text, facts)[2]).toEqual([
    'cm-done',
    'cm-struck',
    'cm-wrong',
    'cm-wave',
    'ReasonWidget',
  ]);
});

test('an error that points beyond its line or beyond the text is shown as far as there is one', () => {
  const error = { line: 2, column: 90, length: 9, code: 'unexpected-end', details: {} };
  const marks = [2, 90].map((line) => ({ line, turn: 1, error }));
  expect(classes('// H\np.up(', { openingTo: 5, lockedTo: 5, marks })).toEqual({
    1: ['cm-opening'],
    2: ['cm-wrong', 'ReasonWidget'],
  });
});
