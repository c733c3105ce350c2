import { javascriptLanguage } from '@codemirror/lang-javascript';
import { RangeSetBuilder, type EditorState, type Extension } from '@codemirror/state';
import {
  Decoration,
  type DecorationSet,
  type EditorView,
  ViewPlugin,
  type PluginValue,
  type ViewUpdate,
} from '@codemirror/view';
import { highlightTree } from '@lezer/highlight';
import { ink } from './ink.ts';
import { factsOf, toLocal } from './program-state.ts';

/** Letters above what is drawn that are parsed with it. */
const context = 1000;

/** What quotes and comments hold, some of it over several lines. */
const quoted =
  /\/\*[^]*?(?:\*\/|$)|`(?:\\[^]|[^`\\])*(?:`|$)|\/\/.*|"(?:\\.|[^"\\\n])*"?|'(?:\\.|[^'\\\n])*'?/g;

/**
 * Colours for a program that is looked at: only in lines that are drawn and not read yet, as read ones
 * keep the one colour of ink. What was read ends with a whole statement, so parsing begins there or a
 * little above what is drawn; it costs the same however long a program is and however far it jumps.
 */
export const unreadColours: Extension = ViewPlugin.fromClass(
  class implements PluginValue {
    decorations: DecorationSet;

    constructor(view: EditorView) {
      this.decorations = coloursOf(view);
    }

    update({ view, docChanged, viewportChanged, startState, state }: ViewUpdate): void {
      const read = factsOf(startState).doneTo !== factsOf(state).doneTo;
      if (docChanged || viewportChanged || read) this.decorations = coloursOf(view);
    }
  },
  { decorations: (colours) => colours.decorations },
);

/** The colours of what is drawn of a program and not read yet. */
export function coloursOf({
  state,
  viewport,
}: Pick<EditorView, 'state' | 'viewport'>): DecorationSet {
  const { doneTo, openingTo } = factsOf(state);
  const readTo = Math.max(openingTo, toLocal(state, doneTo));
  const from = Math.max(readTo, viewport.from);
  if (from >= viewport.to) return Decoration.none;
  const start = parsedFrom(state, readTo, from);
  const tree = javascriptLanguage.parser.parse(state.sliceDoc(start, viewport.to));
  const found = new RangeSetBuilder<Decoration>();
  highlightTree(
    tree,
    ink,
    (begin, end, classes) => found.add(start + begin, start + end, inColour(classes)),
    from - start,
    viewport.to - start,
  );
  return found.finish();
}

/** A line a little above `from`, or what is quoted there over several lines. */
function parsedFrom(state: EditorState, readTo: number, from: number): number {
  const start = state.doc.lineAt(Math.max(0, from - context)).from;
  if (start <= readTo) return readTo;
  for (const {
    index,
    0: { length },
  } of state.sliceDoc(readTo, from).matchAll(quoted)) {
    const begin = readTo + index;
    if (begin >= start) break;
    if (begin + length > start) return begin;
  }
  return start;
}

const marks = new Map<string, Decoration>();

function inColour(classes: string): Decoration {
  const known = marks.get(classes) ?? Decoration.mark({ class: classes });
  marks.set(classes, known);
  return known;
}
