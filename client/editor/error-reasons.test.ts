import { collab } from '@codemirror/collab';
import { EditorState } from '@codemirror/state';
import { EditorView, type DecorationSet, type WidgetType } from '@codemirror/view';
import { expect, test } from 'vitest';
import { errorReasons } from './error-reasons.ts';
import { noFacts } from './program-facts.ts';
import { programState, setFacts } from './program-state.ts';
import { refreshWords } from './refresh-words.ts';
import type { EditorWords } from './types.ts';

let language = 'en';
const words: EditorWords = {
  language: () => 'en',
  label: () => 'program',
  wayOut: () => 'Escape, then Tab',
  reason: (code) => `${language}: ${code}`,
  turn: (turn) => `turn ${turn}`,
  tooLate: () => 'too late',
  block: () => '',
  reference: () => 'all of it',
};

const unknown = { line: 2, column: 3, length: 2, code: 'unknown-command', details: {} };
const facts = { ...noFacts, marks: [{ line: 2, turn: 1, error: unknown }] };
const begun = EditorState.create({
  doc: '// H\np.upp();\np.down();',
  extensions: [collab(), programState(facts), errorReasons(words)],
});

function shown(state: EditorState): [line: number, widget: WidgetType | undefined][] {
  return state.facet(EditorView.decorations).flatMap((set) => {
    const found: [number, WidgetType | undefined][] = [];
    (set as DecorationSet).between(0, state.doc.length, (from, _, { spec }) => {
      const { widget, block } = spec as { widget?: WidgetType; block?: boolean };
      if (block === true) found.push([state.doc.lineAt(from).number, widget]);
    });
    return found;
  });
}

test('R18 a reason stands below its line, whatever is written before it', () => {
  const [[line] = []] = shown(begun);
  expect(line).toBe(2);
  const longer = begun.update({ changes: { from: 7, insert: 'long' } }).state;
  expect(shown(longer)).toHaveLength(1);
  expect(shown(longer)[0]?.[0]).toBe(2);
});

test('R18 more marks bring more reasons, none takes them away', () => {
  const marks = [...facts.marks, { line: 3, turn: 2, error: { ...unknown, line: 3 } }];
  const more = begun.update({ effects: setFacts.of({ ...facts, marks }) }).state;
  expect(shown(more).map(([line]) => line)).toEqual([2, 3]);
  expect(shown(more.update({ effects: setFacts.of(noFacts) }).state)).toEqual([]);
});

test('R35 a reason is said anew in another language, and only then', () => {
  const [[, before] = []] = shown(begun);
  const moved = begun.update({ selection: { anchor: 3 } }).state;
  expect(shown(moved)[0]?.[1]).toBe(before);
  language = 'ja';
  const [[, after] = []] = shown(begun.update({ effects: refreshWords.of(null) }).state);
  expect(after?.eq(before as WidgetType)).toBe(false);
});

test('the height of a reason is known before it is drawn, and a long one is higher', () => {
  language = 'x'.repeat(70);
  const [[, long] = []] = shown(begun.update({ effects: refreshWords.of(null) }).state);
  const [[, short] = []] = shown(begun);
  expect(short?.estimatedHeight).toBeGreaterThan(15);
  expect(long?.estimatedHeight).toBeGreaterThan((short?.estimatedHeight ?? 0) + 10);
});
