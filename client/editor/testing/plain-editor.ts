import { sendableUpdates } from '@codemirror/collab';
import { EditorState, Transaction, type Extension, type TransactionSpec } from '@codemirror/state';
import type { Seat } from '../../../shared/base/ids.ts';
import type { Clock } from '../../../shared/room/index.ts';
import { redoWriting, undoWriting, writingUndo } from '../history.ts';
import { lockedText } from '../locked-text.ts';
import { Peer, type PeerRoom } from '../peer.ts';
import { mayWrite } from '../program-state.ts';
import { remoteCursor } from '../remote-cursor.ts';
import type { EditorHost, EditorTrouble } from '../types.ts';

/** An editor without a page: its state, its peer, and what a person does in it. */
export class PlainEditor implements EditorHost {
  state = EditorState.create();
  readonly troubles: EditorTrouble[] = [];
  readonly peer: Peer;

  constructor(room: PeerRoom, seat: Seat, clock: Clock, name = 'editor', more: Extension = []) {
    let instances = 0;
    this.peer = new Peer({
      room,
      seat,
      clock,
      newClientId: () => `${name}-${++instances}`,
      host: this,
      extensions: [lockedText, writingUndo(), remoteCursor, more],
      writing: () => [],
      report: (trouble) => void this.troubles.push(trouble),
    });
  }

  get text(): string {
    return this.state.doc.toString();
  }

  get head(): number {
    return this.state.selection.main.head;
  }

  get writing(): boolean {
    return this.state.facet(mayWrite);
  }

  /** Updates that the room has not confirmed. */
  get waiting(): number {
    return sendableUpdates(this.state).length;
  }

  dispatch(...specs: (Transaction | TransactionSpec)[]): void {
    const [first] = specs;
    const transaction =
      first instanceof Transaction ? first : this.state.update(...(specs as TransactionSpec[]));
    this.state = transaction.state;
  }

  setState(state: EditorState): void {
    this.state = state;
  }

  /** Types over a range, wherever it lies. */
  type(from: number, to: number, insert: string, userEvent = 'input.type'): this {
    if (!this.writing) return this;
    const selection = { anchor: from + insert.length };
    this.dispatch({ changes: { from, to, insert }, selection, userEvent });
    this.peer.push();
    return this;
  }

  append(insert: string): this {
    return this.type(this.state.doc.length, this.state.doc.length, insert);
  }

  cursorAt(offset: number): this {
    this.dispatch({ selection: { anchor: offset } });
    return this;
  }

  undo(): this {
    undoWriting({ state: this.state, dispatch: (transaction) => this.dispatch(transaction) });
    this.peer.push();
    return this;
  }

  redo(): this {
    redoWriting({ state: this.state, dispatch: (transaction) => this.dispatch(transaction) });
    this.peer.push();
    return this;
  }
}
