import { indentWithTab } from '@codemirror/commands';
import { EditorState, type Extension } from '@codemirror/state';
import { EditorView, keymap, lineNumbers } from '@codemirror/view';
import type * as Kit from './language-kit.ts';
import { mountEditor } from './mount.ts';
import type { EditorOptions, FindProblems, ProgramEditor } from './types.ts';

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
  const load = async (): Promise<void> => {
    try {
      kit = await import('./language-kit.ts');
    } catch {
      options.onTrouble({ kind: 'kit-missing' });
      return;
    }
    if (!gone) editor.reconfigure();
  };
  void load();
  return {
    ...editor,
    destroy: () => {
      gone = true;
      editor.destroy();
    },
  };
}
