import type { JSX } from 'preact';
import type { CodeEditor } from './code-editor.ts';

/** What stands on the bar, and what each writes; `|` is where the cursor goes on. */
const tokens = [
  ['↑', 'p.up(|);\n'],
  ['↓', 'p.down(|);\n'],
  ['←', 'p.left(|);\n'],
  ['→', 'p.right(|);\n'],
  ['1', '1'],
  ['2', '2'],
  ['3', '3'],
  ['( )', '(|)'],
  ['{ }', '{\n|\n}'],
  ['if', 'if (|) '],
  ['for', 'for (let i = 0; i < 3; i++) |'],
  ['look', "p.look('|')"],
  ['=', ' = '],
  [';', ';\n'],
] as const;

export interface TokenBarProps {
  readonly editor: CodeEditor;
  /** It has come under the finger only just now: it does nothing yet. */
  readonly settling: boolean;
  readonly label: string;
  readonly words: { readonly undo: string; readonly line: string };
}

/** A row of tokens above a phone's keyboard, or instead of it: H can be played by thumb (R22). */
export function TokenBar({ editor, settling, label, words }: TokenBarProps): JSX.Element {
  const off = !editor.writable.value || settling;
  const key = (sign: string, name: string, press: () => void): JSX.Element => (
    <button
      key={sign}
      type="button"
      class="token"
      disabled={off}
      aria-label={name}
      // The editor keeps the focus, and with it the keyboard, or its absence.
      onPointerDown={(event) => event.preventDefault()}
      onClick={press}
    >
      <span aria-hidden="true">{sign}</span>
    </button>
  );
  return (
    <div class="tokens" role="toolbar" aria-label={label}>
      {key('⏎', words.line, () => editor.toNextLine())}
      {tokens.map(([sign, text]) =>
        key(sign, text.replace('|', '').trim(), () => editor.insert(text)),
      )}
      {key('↶', words.undo, () => editor.undo())}
    </div>
  );
}
