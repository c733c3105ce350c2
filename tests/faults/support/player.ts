import { StateField, type Extension } from '@codemirror/state';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Keystroke } from '../../../bench/relay/typing.ts';
import { PlainEditor } from '../../../client/editor/testing/plain-editor.ts';
import { pageClock } from '../../../client/net/index.ts';
import { LiveRoomClient } from '../../../client/net/room-client.ts';
import type { LineEvents, MakeLine } from '../../../client/net/line.ts';
import { rethrow } from '../../../client/net/testing/expected.ts';
import type { RoomName, Seat } from '../../../shared/base/ids.ts';
import type { PageWish } from '../../../shared/protocol/index.ts';
import type { DocumentUpdate, RoomState } from '../../../shared/room/index.ts';
import { createReferee } from '../../../shared/room/referee.ts';
import type { Story } from './story.ts';
import { until } from './until.ts';

/** How long before a turn a page reads its line and says so, in milliseconds. */
const lead = 150;

/** A push the server has acknowledged, and the record that must hold it. */
export interface AcknowledgedPush {
  readonly seq: number;
  readonly updates: readonly DocumentUpdate[];
}

/** A time in which a line was cut. */
export interface Break {
  /** Milliseconds. */
  readonly lasted: number;
  /** Whose line, and what became of it. */
  readonly story: string;
}

export interface PlayerParts {
  readonly room: RoomName;
  readonly name: string;
  readonly makeLine: MakeLine;
  /** A random fraction. */
  readonly chance: () => number;
  /** Null for a spectator. */
  readonly seat: Seat | null;
  /** Where the line notes what becomes of it. */
  readonly story: Story;
}

/**
 * Somebody in a room: the page's own line, fold and editor without the page. Notes whatever a checker
 * may want to know afterwards.
 */
export class Player {
  readonly name: string;
  readonly seat: Seat | null;
  readonly client: LiveRoomClient;
  readonly editor: PlainEditor | null;
  /** Every record this player was told of, as JSON, by its number. */
  readonly heard = new Map<number, string>();
  /** Numbers that were told with two different contents. */
  readonly twofold: number[] = [];
  /** Every break of the line. */
  readonly breaks: Break[] = [];
  readonly story: Story;
  readonly acknowledged: AcknowledgedPush[] = [];
  /** What the player was told of the store, in order. */
  readonly storing: boolean[] = [];
  /** Answers to wishes other than yes, by code. */
  readonly refusals = new Map<string, number>();
  /** Everything inserted by the player's own hand, in order. */
  typed = '';
  #brokenSince: number | null = null;
  #stopTyping: () => void = () => {};
  #stopReading: () => void = () => {};
  readonly #referee = createReferee();
  #planned = '';

  constructor({ room, name, makeLine, chance, seat, story }: PlayerParts) {
    this.story = story;
    this.name = name;
    this.seat = seat;
    this.client = new LiveRoomClient({
      room,
      name,
      since: null,
      clock: pageClock,
      wallNow: Date.now,
      report: rethrow,
      chance,
      makeLine: (events) => makeLine(this.#noting(events)),
      watchPage: () => () => {},
    });
    const { client } = this;
    client.status.subscribe(({ kind }) => this.#statusIs(kind));
    client.storingDelayed.subscribe((delayed) => {
      if (delayed || this.storing.length > 0) this.storing.push(delayed);
    });
    this.editor = seat === null ? null : this.#editor(seat);
    if (seat !== null) client.state.subscribe(() => this.#planReading(seat));
  }

  get state(): RoomState {
    const state = this.client.state.peek();
    if (state === null) throw new Error(`${this.name} is in no room yet`);
    return state;
  }

  get phase(): RoomState['phase']['kind'] | 'none' {
    return this.client.state.peek()?.phase.kind ?? 'none';
  }

  get online(): boolean {
    return this.client.status.peek().kind === 'online';
  }

  /** Wishes again until the room shows that it was granted: an answer may be lost with its line. */
  async insists(wish: PageWish, granted: () => boolean): Promise<void> {
    const what = `${wish.kind} of ${this.name} is granted`;
    let last = '';
    const answers = new Map<string, number>();
    await until(
      async () => {
        if (this.client.state.peek() !== null && granted()) return true;
        const answer = await this.client.wish(wish);
        last = answer.ok ? `yes, ${answer.value}` : answer.refusal.code;
        const kind = answer.ok ? 'yes' : last;
        answers.set(kind, (answers.get(kind) ?? 0) + 1);
        if (!answer.ok) await sleep(100);
        return false;
      },
      what,
      () => `(last answer: ${last}, ${JSON.stringify([...answers])}, ${this.#situation()})`,
    );
  }

  /** Types recorded keystrokes, one every `pace` milliseconds, whenever this player may write. */
  types(keys: readonly Keystroke[], pace: number): void {
    let index = 0;
    const timer = setInterval(() => {
      const { editor } = this;
      const key = keys[index % keys.length];
      if (editor === null || key === undefined || !editor.writing) return;
      index += 1;
      const start = this.state.documents[this.seat ?? 'heroku'].lockedTo;
      const { length } = editor.state.doc;
      const from = Math.min(start + key.at, length);
      const to = Math.min(from + key.deleted, length);
      // What puts in the place of a text the same text again is nothing that could be lost.
      if (editor.state.sliceDoc(from, to) !== key.inserted) editor.type(from, to, key.inserted);
    }, pace);
    this.#stopTyping = () => clearInterval(timer);
  }

  stopsTyping(): void {
    this.#stopTyping();
  }

  close(): void {
    this.#stopTyping();
    this.#stopReading();
    this.editor?.peer.stop();
    this.client.close();
  }

  #situation(): string {
    return `${this.phase}, line ${JSON.stringify(this.client.status.peek())}`;
  }

  #editor(seat: Seat): PlainEditor {
    const { client } = this;
    const room = {
      state: client.state,
      me: client.me,
      status: client.status,
      onEntry: client.onEntry.bind(client),
      onSnapshot: client.onSnapshot.bind(client),
      onCursor: client.onCursor.bind(client),
      wish: (wish: PageWish) => this.#pushes(wish),
    };
    const instance = `${this.name} ${Math.trunc(performance.now())}`;
    return new PlainEditor(room, seat, pageClock, instance, this.#ownLetters());
  }

  /** Hears of every change this player's hand makes, as the editor lets it through. */
  #ownLetters(): Extension {
    return StateField.define<number>({
      create: () => 0,
      update: (count, transaction) => {
        if (!transaction.isUserEvent('input')) return count;
        transaction.changes.iterChanges((_fromA, _toA, _fromB, _toB, inserted) => {
          this.typed += inserted.toString();
        }, true);
        return count + 1;
      },
    });
  }

  async #pushes(wish: PageWish): ReturnType<LiveRoomClient['wish']> {
    const answer = await this.client.wish(wish);
    if (answer.ok && wish.kind === 'edit') {
      this.acknowledged.push({ seq: answer.value, updates: wish.updates });
    }
    if (!answer.ok) {
      const { code } = answer.refusal;
      this.refusals.set(code, (this.refusals.get(code) ?? 0) + 1);
    }
    return answer;
  }

  /** Says shortly before each turn what was read for it, as the owner's page does (A7). */
  #planReading(seat: Seat): void {
    const state = this.client.state.peek();
    if (state?.phase.kind !== 'running' || state.seats[seat]?.id !== this.client.me.peek()) return;
    const turn = state.battle.turn + 1;
    const planned = `${state.match} ${turn} ${state.phase.dueAt}`;
    if (planned === this.#planned) return;
    this.#planned = planned;
    this.#stopReading();
    const wait = Math.max(0, state.phase.dueAt - lead - this.client.serverNow());
    this.#stopReading = pageClock.after(wait, () => {
      const now = this.client.state.peek();
      if (now === null || now.battle.turn + 1 !== turn || now.phase.kind !== 'running') return;
      const read = this.#referee.step(now, seat, now.documents[seat].version);
      if (read === null) return;
      const { action, readTo } = read.step;
      const claimed = { action, readTo };
      void this.#pushes({ kind: 'submit step', seat, turn, version: read.version, claimed });
    });
  }

  #noting(events: LineEvents): LineEvents {
    return {
      ...events,
      record: (record) => {
        const text = JSON.stringify(record);
        const known = this.heard.get(record.seq);
        if (known !== undefined && known !== text) this.twofold.push(record.seq);
        this.heard.set(record.seq, text);
        events.record(record);
      },
    };
  }

  #statusIs(kind: string): void {
    const now = Date.now();
    if (kind === 'online') {
      if (this.#brokenSince !== null) this.#mended(this.#brokenSince, now);
      this.#brokenSince = null;
    } else if (kind === 'offline') this.#brokenSince ??= now;
  }

  #mended(since: number, now: number): void {
    const story = `${this.name}: ${this.story.within(since, now)}`;
    this.breaks.push({ lasted: now - since, story });
  }
}
