import { collab, receiveUpdates, sendableUpdates } from '@codemirror/collab';
import {
  EditorSelection,
  EditorState,
  type StateCommand,
  type TransactionSpec,
} from '@codemirror/state';
import { redoWriting, undoWriting, writingUndo } from '../history.ts';
import { lockedText } from '../locked-text.ts';
import { noFacts } from '../program-facts.ts';
import { mayWrite, programState, setFacts } from '../program-state.ts';

/** A text that is written in, without a room. In drawings of it `|` is the cursor. */
export class Writing {
  state: EditorState;

  /** The first `lockedTo` characters are locked. */
  constructor(drawn: string, lockedTo = 0) {
    const at = drawn.indexOf('|');
    this.state = EditorState.create({
      doc: drawn.replace('|', ''),
      selection: EditorSelection.cursor(at === -1 ? drawn.length : at),
      extensions: [
        collab(),
        programState({ ...noFacts, lockedTo, readsOn: true }),
        mayWrite.of(true),
        EditorState.readOnly.of(true),
        lockedText,
        writingUndo(),
      ],
    });
  }

  get drawn(): string {
    const { head } = this.state.selection.main;
    return `${this.text.slice(0, head)}|${this.text.slice(head)}`;
  }

  get text(): string {
    return this.state.doc.toString();
  }

  does(spec: TransactionSpec | null): this {
    if (spec !== null) this.state = this.state.update(spec).state;
    return this;
  }

  types(from: number, to: number, insert: string): this {
    return this.does({ changes: { from, to, insert }, userEvent: 'input.type' });
  }

  /** Locks text that the room knows: everything typed before is confirmed. */
  locks(lockedTo: number): this {
    const confirmed = receiveUpdates(this.state, sendableUpdates(this.state));
    this.state = confirmed.state;
    return this.does({ effects: setFacts.of({ ...noFacts, lockedTo, readsOn: true }) });
  }

  undoes(): boolean {
    return this.#runs(undoWriting);
  }

  redoes(): boolean {
    return this.#runs(redoWriting);
  }

  #runs(command: StateCommand): boolean {
    return command({
      state: this.state,
      dispatch: (transaction) => (this.state = transaction.state),
    });
  }
}
