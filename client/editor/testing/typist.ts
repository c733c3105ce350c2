import { sendableUpdates } from '@codemirror/collab';
import { EditorState, Transaction, type TransactionSpec } from '@codemirror/state';
import type { PersonId, Seat } from '../../../shared/base/ids.ts';
import { redoWriting, undoWriting, writingUndo } from '../history.ts';
import { lockedText } from '../locked-text.ts';
import { Peer } from '../peer.ts';
import { mayWrite } from '../program-state.ts';
import { remoteCursor } from '../remote-cursor.ts';
import type { EditorHost, EditorTrouble } from '../types.ts';
import type { Authority } from './authority.ts';
import type { Dice } from './dice.ts';
import { Wire } from './wire.ts';

/** An editor without a page, and the person at it. */
export class Typist implements EditorHost {
  state = EditorState.create();
  readonly wire: Wire;
  readonly troubles: EditorTrouble[] = [];
  readonly peer: Peer;

  constructor(name: string, seat: Seat, authority: Authority, dice: Dice, me: PersonId) {
    let instances = 0;
    this.wire = new Wire(authority, dice, me);
    this.wire.join(true);
    this.peer = new Peer({
      room: this.wire,
      seat,
      clock: this.wire.clock,
      newClientId: () => `${name}-${++instances}`,
      host: this,
      extensions: [lockedText, writingUndo(), remoteCursor],
      writing: () => [],
      report: (trouble) => void this.troubles.push(trouble),
    });
  }

  get text(): string {
    return this.state.doc.toString();
  }

  get writing(): boolean {
    return this.state.facet(mayWrite);
  }

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
  type(from: number, to: number, insert: string): void {
    if (!this.writing) return;
    this.dispatch({
      changes: { from, to, insert },
      selection: { anchor: from + insert.length },
      userEvent: 'input.type',
    });
    this.peer.push();
  }

  undo(): void {
    undoWriting({ state: this.state, dispatch: (transaction) => this.dispatch(transaction) });
    this.peer.push();
  }

  redo(): void {
    redoWriting({ state: this.state, dispatch: (transaction) => this.dispatch(transaction) });
    this.peer.push();
  }
}
