import { collab, getSyncedVersion, receiveUpdates, sendableUpdates } from '@codemirror/collab';
import {
  ChangeSet,
  Compartment,
  EditorSelection,
  EditorState,
  type Extension,
} from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import type { Milliseconds, Seat } from '../../shared/base/ids.ts';
import { refused } from '../../shared/base/result.ts';
import { maximalProgramLength } from '../../shared/program/index.ts';
import type { CursorPosition, PageWish } from '../../shared/protocol/index.ts';
import {
  inMatch,
  type Clock,
  type DocumentUpdate,
  type ProgramDocument,
  type RoomState,
} from '../../shared/room/index.ts';
import type { ClientAnswer, Folded, RoomClient } from '../net/types.ts';
import { batchOf, toWire } from './batch.ts';
import { behindNewLock } from './locked-text.ts';
import { noFacts, programFacts, sameFacts } from './program-facts.ts';
import {
  factsOf,
  localLock,
  mayWrite,
  programState,
  setFacts,
  toLocal,
  toRoom,
} from './program-state.ts';
import { missedUpdates } from './missed-updates.ts';
import { CursorFollower, setRemoteCursor } from './remote-cursor.ts';
import type { EditorHost, EditorTrouble } from './types.ts';

/** After a refusal that passes by itself the push is tried again. */
const retryPause: Milliseconds = 500;

/** Refusals that pass by themselves: the records or the line will come. */
const passing: ReadonlySet<string> = new Set([
  'stale-version',
  'other-document',
  'offline',
  'too-fast',
  'storage-failed',
  'closing',
  'not-in-room',
]);

/** What a peer needs of its room. */
export type PeerRoom = Pick<
  RoomClient,
  'state' | 'me' | 'status' | 'onEntry' | 'onSnapshot' | 'onCursor' | 'wish'
>;

export interface PeerParts {
  readonly room: PeerRoom;
  readonly seat: Seat;
  readonly clock: Clock;
  /** A name for each editor instance, never used before (A10). */
  readonly newClientId: () => string;
  readonly host: EditorHost;
  /** The editor's own extensions. */
  readonly extensions: Extension;
  /** Extensions that depend on whether this person may write. */
  readonly writing: (mayWrite: boolean) => Extension;
  readonly report: (trouble: EditorTrouble) => void;
}

/**
 * Keeps one editor and the room's text of one seat the same (A10, A11). Whoever owns the seat pushes
 * what is typed, one push at a time; everybody follows the room's entries. Pushes that come too late
 * are refused, and tried again on the text that came first.
 */
export class Peer {
  readonly #parts: PeerParts;
  readonly #writing = new Compartment();
  readonly #stops: (() => void)[];
  #document: ProgramDocument | null = null;
  #follower = new CursorFollower();
  /** Grows with every new editor state; answers for an older one are void. */
  #instance = 0;
  #pushing = false;
  /** The record that holds an accepted push and has not come yet. */
  #awaited: number | null = null;
  #writable = false;
  /** Records up to this one are in the state this editor began with; they may still be told. */
  #loadedTo = 0;
  #stopRetry: () => void = () => {};
  #stopped = false;

  constructor(parts: PeerParts) {
    this.#parts = parts;
    const { room } = parts;
    const state = room.state.peek();
    this.#loadedTo = state?.seq ?? 0;
    if (state === null) this.#show('', null);
    else this.#load(state);
    this.#stops = [
      room.onEntry((folded) => this.#onEntry(folded)),
      room.onSnapshot((snapshot) => this.#onSnapshot(snapshot)),
      room.onCursor((cursor) => this.#onCursor(cursor)),
      room.status.subscribe((status) => {
        if (status.kind === 'online') this.#startAnew();
      }),
      room.me.subscribe(() => this.#follow(room.state.peek())),
    ];
  }

  /** Sends what was typed, unless a push is already on its way. */
  push(): void {
    const { room, seat, host } = this.#parts;
    const document = this.#document;
    if (this.#stopped || !this.#writable || document === null) return;
    if (this.#pushing || this.#awaited !== null) return;
    if (room.status.peek().kind !== 'online') return;
    const waiting = sendableUpdates(host.state);
    if (waiting.length === 0) return;
    const updates = batchOf(document.text, waiting);
    if (updates.length === 0) {
      this.#refused(refused('program-too-long', { maximum: maximalProgramLength }).refusal);
      return;
    }
    this.#pushing = true;
    const version = getSyncedVersion(host.state);
    void this.#send({ kind: 'edit', seat, epoch: document.epoch, version, updates });
  }

  /** Where this editor's cursor stands in the room's text, for the other screens (A12). */
  cursor(): CursorPosition | null {
    if (this.#document === null) return null;
    const { state } = this.#parts.host;
    const { anchor, head } = state.selection.main;
    return {
      seat: this.#parts.seat,
      epoch: this.#document.epoch,
      version: getSyncedVersion(state),
      anchor: toRoom(state, anchor),
      head: toRoom(state, head),
    };
  }

  /** What may be written with has changed. */
  reconfigure(): void {
    const { host, writing } = this.#parts;
    const may = this.#writable;
    host.dispatch({ effects: this.#writing.reconfigure([mayWrite.of(may), writing(may)]) });
  }

  stop(): void {
    for (const stop of this.#stops) stop();
    this.#stopRetry();
    this.#stopped = true;
    this.#instance++;
  }

  async #send(wish: PageWish & { kind: 'edit' }): Promise<void> {
    const instance = this.#instance;
    const answer = await this.#parts.room.wish(wish);
    if (instance !== this.#instance) return;
    this.#pushing = false;
    if (answer.ok) {
      if (this.#seqHere() < answer.value) this.#awaited = answer.value;
      this.push();
    } else this.#refused(answer.refusal);
  }

  #refused(refusal: Extract<ClientAnswer<never>, { ok: false }>['refusal']): void {
    if (passing.has(refusal.code)) {
      this.#stopRetry();
      this.#stopRetry = this.#parts.clock.after(retryPause, () => this.push());
      return;
    }
    const { code, details } = refusal;
    const unsent = this.#parts.host.state.doc.toString();
    this.#rebuild();
    if (code === 'not-in-match') return;
    this.#parts.report({ kind: 'edit-refused', code, details, unsent });
  }

  #onEntry({ entry, before, after }: Folded): void {
    if (before.seq < this.#loadedTo) return;
    const document = after.documents[this.#parts.seat];
    if (document.epoch !== this.#document?.epoch) {
      this.#load(after);
      return;
    }
    this.#document = document;
    if (entry.kind === 'program edited' && entry.seat === this.#parts.seat) {
      this.#receive(entry.version, entry.updates);
    }
    this.#follow(after);
    this.#settle(after.seq);
  }

  #onSnapshot(snapshot: RoomState): void {
    this.#loadedTo = snapshot.seq;
    const document = snapshot.documents[this.#parts.seat];
    const { state } = this.#parts.host;
    const missed =
      this.#document === null
        ? null
        : missedUpdates(
            this.#document,
            document,
            toWire(this.#document.text, sendableUpdates(state)),
          );
    if (missed === null) {
      this.#load(snapshot);
      return;
    }
    this.#document = document;
    this.#receive(getSyncedVersion(state), missed);
    this.#follow(snapshot);
    this.#startAnew();
  }

  #onCursor(cursor: CursorPosition): void {
    if (cursor.seat !== this.#parts.seat || cursor.epoch !== this.#document?.epoch) return;
    const { host, room } = this.#parts;
    const { state } = host;
    const name = room.state.peek()?.seats[cursor.seat]?.name;
    const placed = this.#follower.place(
      cursor,
      getSyncedVersion(state),
      this.#document.text.length,
    );
    if (placed === null || name === undefined) return;
    const anchor = toLocal(state, placed.anchor);
    const head = toLocal(state, placed.head);
    host.dispatch({ effects: setRemoteCursor.of({ name, anchor, head }) });
  }

  /** Takes in updates of the room, own ones among them. */
  #receive(version: number, updates: readonly DocumentUpdate[]): void {
    const { host } = this.#parts;
    if (version !== getSyncedVersion(host.state)) {
      this.#lose();
      return;
    }
    const received = updates.map(({ changes, clientId }) => ({
      changes: ChangeSet.fromJSON(changes),
      clientID: clientId,
    }));
    host.dispatch(receiveUpdates(host.state, received));
    received.forEach(({ changes }, index) =>
      this.#follower.received(version + index, changes.desc),
    );
    const waiting = this.#follower.waiting(getSyncedVersion(host.state));
    if (waiting !== null) this.#onCursor(waiting);
  }

  /** Shows the lock, the marks and the right to write as they are in `room`. */
  #follow(room: RoomState | null): void {
    if (room === null || this.#document === null) return;
    const { seat, host } = this.#parts;
    const shown = factsOf(host.state);
    const facts = programFacts(room, seat);
    if (!sameFacts(shown, facts)) {
      const moved = this.#writable
        ? behindNewLock(host.state, localLock(host.state), localLock(host.state, facts))
        : undefined;
      host.dispatch({
        effects: setFacts.of(facts),
        ...(moved === undefined ? {} : { selection: moved, scrollIntoView: true }),
      });
    }
    const may = this.#mayWrite(room);
    if (may === this.#writable) return;
    this.#writable = may;
    this.reconfigure();
    if (may) return;
    host.dispatch({ effects: setRemoteCursor.of(null) });
    // Writing ends with the match, and what was on its way then is of no use to anybody.
    if (sendableUpdates(host.state).length > 0) this.#rebuild();
  }

  /** An accepted push has come back: the next one may go. */
  #settle(seq: number): void {
    if (this.#awaited !== null && seq >= this.#awaited) this.#awaited = null;
    // Entries come many at a time; a push between two of them would be stale at once.
    queueMicrotask(() => this.push());
  }

  /** Everything that was under way is known by now: what is left is pushed again. */
  #startAnew(): void {
    this.#awaited = null;
    this.push();
  }

  /** Another document, or this one after too long a break: the editor begins anew with it. */
  #load(room: RoomState): void {
    const { host, seat } = this.#parts;
    const document = room.documents[seat];
    const replaced =
      document.epoch === this.#document?.epoch && sendableUpdates(host.state).length > 0;
    const unsent = host.state.doc.toString();
    this.#document = document;
    this.#writable = this.#mayWrite(room);
    this.#show(document.text, room);
    if (replaced && this.#writable) this.#parts.report({ kind: 'typing-lost', unsent });
  }

  /** What was typed and not accepted cannot be kept: the room's text is shown. */
  #lose(): void {
    const unsent = this.#parts.host.state.doc.toString();
    this.#rebuild();
    this.#parts.report({ kind: 'typing-lost', unsent });
  }

  /** Back to the room's text. */
  #rebuild(): void {
    const room = this.#parts.room.state.peek();
    const document = this.#document;
    if (room === null || document === null) return;
    const documents = { ...room.documents, [this.#parts.seat]: document };
    this.#show(document.text, { ...room, documents });
  }

  #show(text: string, room: RoomState | null): void {
    const { host, seat, extensions, writing, newClientId } = this.#parts;
    const { version = 0, lockedTo = 0 } = room?.documents[seat] ?? {};
    const head = this.#instance === 0 ? text.length : host.state.selection.main.head;
    const cursor = Math.min(text.length, Math.max(head, lockedTo));
    this.#instance++;
    this.#pushing = false;
    this.#awaited = null;
    this.#follower = new CursorFollower();
    const may = this.#writable;
    host.setState(
      EditorState.create({
        doc: text,
        selection: EditorSelection.cursor(cursor),
        extensions: [
          collab({ startVersion: version, clientID: newClientId() }),
          programState(room === null ? noFacts : programFacts(room, seat)),
          this.#writing.of([mayWrite.of(may), writing(may)]),
          EditorView.updateListener.of((update) => {
            if (update.docChanged) this.push();
          }),
          extensions,
        ],
      }),
    );
  }

  #mayWrite(room: RoomState): boolean {
    const me = this.#parts.room.me.peek();
    return me !== null && room.seats[this.#parts.seat]?.id === me && inMatch(room);
  }

  #seqHere(): number {
    return this.#parts.room.state.peek()?.seq ?? 0;
  }
}
