import { signal, type Signal } from '@preact/signals';
import type { PersonId, Seat } from '../../../shared/base/ids.ts';
import { ok, refused } from '../../../shared/base/result.ts';
import type { CursorPosition, PageWish } from '../../../shared/protocol/index.ts';
import type { Clock, RoomState } from '../../../shared/room/index.ts';
import type { RoomStory } from '../../../shared/room/testing/story.ts';
import { Listeners } from '../../net/listeners.ts';
import { beginFold, takeRecords } from '../../net/room-fold.ts';
import { must, rethrow } from '../../net/testing/expected.ts';
import type { ClientAnswer, ClientRefusalCode, ConnectionStatus, Folded } from '../../net/types.ts';
import type { PeerRoom } from '../peer.ts';
import { PlainEditor } from './plain-editor.ts';

/** One person at one editor in a room told as a story; news come when the test says so. */
export class Desk implements PeerRoom {
  readonly state: Signal<RoomState | null>;
  readonly me: Signal<PersonId | null>;
  readonly status: Signal<ConnectionStatus> = signal({ kind: 'online' });
  readonly editor: PlainEditor;
  /** Pushes so far, in order. */
  readonly pushes: (PageWish & { kind: 'edit' })[] = [];
  /** When set, the next pushes are refused like this. */
  refusal: ClientRefusalCode | null = null;
  readonly #story: RoomStory;
  readonly #entries = new Listeners<Folded>(rethrow);
  readonly #snapshots = new Listeners<RoomState>(rethrow);
  readonly #cursors = new Listeners<CursorPosition>(rethrow);
  readonly #timers: (() => void)[] = [];
  #seq: number;

  constructor(story: RoomStory, person: { readonly id: PersonId }, seat: Seat) {
    this.#story = story;
    this.#seq = story.state.seq;
    this.state = signal(story.state);
    this.me = signal(person.id);
    this.editor = new PlainEditor(this, seat, this.#clock);
  }

  get #clock(): Clock {
    return {
      now: () => this.#story.now,
      after: (_delay, callback) => {
        this.#timers.push(callback);
        return () => void this.#timers.splice(this.#timers.indexOf(callback) >>> 0, 1);
      },
    };
  }

  onEntry(listener: (folded: Folded) => void): () => void {
    return this.#entries.add(listener);
  }

  onSnapshot(listener: (state: RoomState) => void): () => void {
    return this.#snapshots.add(listener);
  }

  onCursor(listener: (cursor: CursorPosition) => void): () => void {
    return this.#cursors.add(listener);
  }

  wish(wish: PageWish): Promise<ClientAnswer<number>> {
    if (wish.kind !== 'edit') throw new Error('an editor only edits');
    this.pushes.push(wish);
    if (this.refusal !== null) return Promise.resolve(refused(this.refusal));
    const by = this.me.peek();
    if (by === null) throw new Error('nobody is here');
    const code = this.#story.tries({ ...wish, by });
    return Promise.resolve(code === null ? ok(this.#story.state.seq) : refused(code));
  }

  /** Hears of everything that has happened in the story. */
  async hears(): Promise<this> {
    const news = this.#story.records.slice(this.#seq);
    this.#seq = this.#story.state.seq;
    if (this.state.peek() !== null) {
      const { fold, folded } = must(takeRecords(beginFold(this.state.peek()), news, () => true));
      this.state.value = fold.state;
      for (const one of folded) this.#entries.tell(one);
    }
    await settled();
    return this;
  }

  /** Comes back after a break with a snapshot. */
  async hearsSnapshot(): Promise<this> {
    this.#seq = this.#story.state.seq;
    this.state.value = this.#story.state;
    this.#snapshots.tell(this.#story.state);
    this.status.value = { kind: 'online' };
    await settled();
    return this;
  }

  breaks(): this {
    this.status.value = { kind: 'offline', since: 0 };
    return this;
  }

  async isBack(): Promise<this> {
    await this.hears();
    this.status.value = { kind: 'online' };
    await settled();
    return this;
  }

  /** Lets all timers go off. */
  async waits(): Promise<this> {
    for (const callback of this.#timers.splice(0)) callback();
    await settled();
    return this;
  }

  seesCursor(cursor: CursorPosition): this {
    this.#cursors.tell(cursor);
    return this;
  }
}

/** Lets everything that waits for an answer go on. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 8; turn++) await Promise.resolve();
}
