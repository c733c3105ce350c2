import { indentWithTab } from '@codemirror/commands';
import { EditorState, type Extension, type TransactionSpec } from '@codemirror/state';
import { EditorView, keymap, lineNumbers } from '@codemirror/view';
import type { Milliseconds } from '../../shared/base/ids.ts';
import type * as Kit from './language-kit.ts';
import { undoWriting } from './history.ts';
import { mountEditor } from './mount.ts';
import { mayWrite } from './program-state.ts';
import type { EditorOptions, FindProblems, ProgramEditor } from './types.ts';

/** Readers get colours only after the board has had the line for itself; a typist at once. */
const readersPatience: Milliseconds = 3000;

/** The editor of the H seat, with what a bar of tokens needs. */
export interface CodeEditor extends ProgramEditor {
  /** Writes at the cursor; `|` in the text is where the cursor goes on, else behind it. */
  insert(text: string): void;
  /** Puts the cursor at the end of its line, and makes a new line where none follows. */
  toNextLine(): void;
  undo(): void;
}

export interface CodeEditorOptions extends EditorOptions {
  readonly findProblems: FindProblems;
}

/**
 * The editor of the H seat (R22): its owner types, everybody else reads along. Colours, completion
 * and marks come a moment later; until then, and without them, writing works. Tab indents; Escape
 * and then Tab leaves.
 */
export function createCodeEditor(options: CodeEditorOptions): CodeEditor {
  const { words, findProblems } = options;
  let kit: typeof Kit | null = null;
  let gone = false;
  let hasWritten = false;
  const writing = (may: boolean): Extension => {
    hasWritten ||= may;
    return [
      EditorState.readOnly.of(!may),
      EditorView.editable.of(may),
      kit === null ? [] : kit.readingKit(words),
      kit === null || !hasWritten ? [] : kit.completionKit(words, options.clock),
      may
        ? [kit === null ? [] : kit.writingKit(words, findProblems), keymap.of([indentWithTab])]
        : [],
    ];
  };
  const editor = mountEditor(options, {
    extensions: [lineNumbers(), EditorView.lineWrapping],
    writing,
  });
  let asked = false;
  const load = async (): Promise<void> => {
    if (asked || gone) return;
    asked = true;
    try {
      kit = await import('./language-kit.ts');
    } catch {
      options.onTrouble({ kind: 'kit-missing' });
      return;
    }
    if (!gone) editor.reconfigure();
  };
  const stopWaiting = options.clock.after(readersPatience, () => void load());
  const stopWatching = editor.writable.subscribe((may) => {
    if (may) void load();
  });
  const { view } = editor;
  const write = (spec: TransactionSpec): void => {
    if (view.state.facet(mayWrite)) view.dispatch(spec);
  };
  return {
    ...editor,
    insert: (text) => {
      const { from, to } = view.state.selection.main;
      const at = text.indexOf('|');
      const insert = text.replace('|', '');
      write({
        changes: { from, to, insert },
        selection: { anchor: from + (at < 0 ? insert.length : at) },
        userEvent: 'input.type',
        scrollIntoView: true,
      });
    },
    toNextLine: () => {
      const line = view.state.doc.lineAt(view.state.selection.main.head);
      if (line.number < view.state.doc.lines) {
        write({ selection: { anchor: line.to + 1 }, scrollIntoView: true });
      } else {
        write({
          changes: { from: line.to, insert: '\n' },
          selection: { anchor: line.to + 1 },
          userEvent: 'input.type',
          scrollIntoView: true,
        });
      }
    },
    undo: () => void undoWriting(view),
    destroy: () => {
      gone = true;
      stopWaiting();
      stopWatching();
      editor.destroy();
    },
  };
}
