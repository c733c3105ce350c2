/** The editors of both programs, and the pad of the S seat. */
export type {
  EditorOptions,
  EditorTrouble,
  EditorWords,
  FindProblems,
  LineNote,
  ProgramEditor,
} from './types.ts';
export { createCodeEditor, type CodeEditor, type CodeEditorOptions } from './code-editor.ts';
export { createListingEditor, type ListingEditor } from './listing-editor.ts';
export { lineInWords, type Joint } from './block-words.ts';
export type { PadActions } from './pad-actions.ts';
export { onPadKey } from './pad-keys.ts';
export { commandLine, pathCommands, type PadMode } from './pad.ts';
export { Pad, type PadWord } from './pad-buttons.tsx';
export {
  createShownProgram,
  type ProgramPicture,
  type ShownProgram,
  type ShownProgramOptions,
} from './shown-program.ts';
