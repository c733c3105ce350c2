import { StateEffect, StateField, type Extension, type TransactionSpec } from '@codemirror/state';
import { Decoration, EditorView } from '@codemirror/view';

const setLine = StateEffect.define<number | null>();

/** The line a trial stands at (R31), until the text changes. */
const line = StateField.define<number | null>({
  create: () => null,
  update: (current, { effects, docChanged }) => {
    for (const effect of effects) if (effect.is(setLine)) return effect.value;
    return docChanged ? null : current;
  },
});

const traced = Decoration.line({ class: 'cm-running' });

/** Shows where a trial stands; nothing of it is in the room. */
export const tracedLine: Extension = [
  line,
  EditorView.decorations.compute([line, 'doc'], (state) => {
    const number = state.field(line);
    if (number === null || number > state.doc.lines) return Decoration.none;
    return Decoration.set(traced.range(state.doc.line(number).from));
  }),
];

/** Moves the trace to a line of the program, from 1, or takes it away. */
export function traceTo(number: number | null): TransactionSpec {
  return { effects: setLine.of(number) };
}
