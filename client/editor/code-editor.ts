import { indentWithTab } from '@codemirror/commands';
import { EditorState, type Extension } from '@codemirror/state';
import { EditorView, keymap, lineNumbers } from '@codemirror/view';
import type { Milliseconds } from '../../shared/base/ids.ts';
import type * as Kit from './language-kit.ts';
import { mountEditor } from './mount.ts';
import type { EditorOptions, FindProblems, ProgramEditor } from './types.ts';

/** Readers get colours only after the board has had the line for itself; a typist at once. */
const readersPatience: Milliseconds = 3000;

export interface CodeEditorOptions extends EditorOptions {
  readonly findProblems: FindProblems;
}

/**
 * The editor of the H seat (R22): its owner types, everybody else reads along. Colours, completion
 * and marks come a moment later; until then, and without them, writing works. Tab indents; Escape
 * and then Tab leaves.
 */
export function createCodeEditor(options: CodeEditorOptions): ProgramEditor {
  const { words, findProblems } = options;
  let kit: typeof Kit | null = null;
  let gone = false;
  const writing = (may: boolean): Extension => [
    EditorState.readOnly.of(!may),
    EditorView.editable.of(may),
    kit === null ? [] : kit.readingKit(),
    may
      ? [kit === null ? [] : kit.writingKit(words, findProblems), keymap.of([indentWithTab])]
      : [],
  ];
  const editor = mountEditor(options, { extensions: lineNumbers(), writing });
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
  return {
    ...editor,
    destroy: () => {
      gone = true;
      stopWaiting();
      stopWatching();
      editor.destroy();
    },
  };
}
