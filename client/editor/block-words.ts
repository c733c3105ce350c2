import { RangeSetBuilder, StateField, type EditorState, type Extension } from '@codemirror/state';
import { Decoration, EditorView, type DecorationSet } from '@codemirror/view';
import { headOf, isElse, isEnd, type Head } from './blocks.ts';
import { refreshWords } from './refresh-words.ts';

/** The lines that hold blocks together. */
export type Joint = Head | 'else' | 'end';

/** What such a line says in words. */
export type JointWords = (joint: Joint) => string;

/** What a line of a listing says in words; null for a line that is a command. */
export function lineInWords(line: string, words: JointWords): string | null {
  const text = line.trim();
  if (isElse(text)) return words('else');
  if (isEnd(text)) return words('end');
  const head = headOf(text);
  return head === null ? null : words(head);
}

/**
 * Shows the lines that hold blocks together as words: the program of the S seat is written by people
 * who need not know the language. The text itself stays as it is, for carets, copies and readers.
 */
export function blockWords(words: JointWords): Extension {
  const shown = (state: EditorState): DecorationSet => {
    const builder = new RangeSetBuilder<Decoration>();
    for (let number = 1; number <= state.doc.lines; number++) {
      const { from, to, text } = state.doc.line(number);
      const said = lineInWords(text, words);
      if (said === null) continue;
      const attributes = { 'data-words': said };
      const start = from + text.length - text.trimStart().length;
      builder.add(start, to, Decoration.mark({ class: 'cm-block-words', attributes }));
    }
    return builder.finish();
  };
  return StateField.define<DecorationSet>({
    create: shown,
    update: (before, { docChanged, effects, state }) =>
      docChanged || effects.some((effect) => effect.is(refreshWords)) ? shown(state) : before,
    provide: (field) => EditorView.decorations.from(field),
  });
}
