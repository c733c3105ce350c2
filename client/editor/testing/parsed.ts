import { ensureSyntaxTree } from '@codemirror/language';
import type { EditorState } from '@codemirror/state';

/** The state with its text parsed whole: an editor stops after 20 ms, which a busy machine may need for less. */
export function parsed(state: EditorState): EditorState {
  if (ensureSyntaxTree(state, state.doc.length, 60_000) === null) throw new Error('not parsed');
  return state.update({}).state;
}
