import { signal, type Signal } from '@preact/signals';
import type { PersonId } from '../../../shared/base/ids.ts';
import { refused } from '../../../shared/base/result.ts';
import type { CursorPosition, PageWish } from '../../../shared/protocol/index.ts';
import type { Clock, LogRecord, RoomState } from '../../../shared/room/index.ts';
import { Listeners } from '../../net/listeners.ts';
import {
  beginFold,
  hasGap,
  takeRecords,
  takeSnapshot,
  type RoomFold,
} from '../../net/room-fold.ts';
import { must, rethrow } from '../../net/testing/expected.ts';
import type { ClientAnswer, ConnectionStatus, Folded } from '../../net/types.ts';
import type { PeerRoom } from '../peer.ts';
import type { Authority } from './authority.ts';
import type { Dice } from './dice.ts';

/**
 * A room client whose messages arrive when a fuzz says so: in any order, twice, or never. It heals by
 * asking, as the real one does.
 */
export class Wire implements PeerRoom {
  readonly state: Signal<RoomState | null> = signal(null);
  readonly me: Signal<PersonId | null>;
  readonly status: Signal<ConnectionStatus> = signal({ kind: 'connecting' });
  readonly #authority: Authority;
  readonly #dice: Dice;
  readonly #entries = new Listeners<Folded>(rethrow);
  readonly #snapshots = new Listeners<RoomState>(rethrow);
  readonly #cursors = new Listeners<CursorPosition>(rethrow);
  readonly #arriving: (() => void)[] = [];
  #fold: RoomFold = beginFold(null);
  #life = 0;

  constructor(authority: Authority, dice: Dice, me: PersonId) {
    this.#authority = authority;
    this.#dice = dice;
    this.me = signal(me);
    authority.audience.push((record) => this.#broadcast(record));
  }

  /** Timers of the peer run like messages: sooner or later. */
  readonly clock: Clock = {
    now: () => 0,
    after: (_delay, callback) => {
      let stopped = false;
      this.#arriving.push(() => {
        if (!stopped) callback();
      });
      return () => (stopped = true);
    },
  };

  onEntry(listener: (folded: Folded) => void): () => void {
    return this.#entries.add(listener);
  }

  onSnapshot(listener: (state: RoomState) => void): () => void {
    return this.#snapshots.add(listener);
  }

  onCursor(listener: (cursor: CursorPosition) => void): () => void {
    return this.#cursors.add(listener);
  }

  cursor(cursor: CursorPosition): void {
    this.#cursors.tell(cursor);
  }

  wish(wish: PageWish): Promise<ClientAnswer<number>> {
    if (!this.#online) return Promise.resolve(refused('offline'));
    const life = this.#life;
    return new Promise((resolve) => {
      this.#arriving.push(() => {
        if (life !== this.#life) return resolve(refused('offline'));
        const answer = this.#authority.wish(wish);
        this.#arriving.push(() => {
          resolve(life === this.#life ? answer : refused('offline'));
          if (!answer.ok) this.heal();
        });
      });
    });
  }

  /** Comes (back) into the room with what was missed, or with a snapshot. */
  join(compacted: boolean): void {
    const since = this.#fold.state?.seq ?? null;
    const catchUp = this.#authority.since(since, compacted);
    if (catchUp.kind === 'records') this.#take(catchUp.records, false);
    else {
      const { fold, taken } = must(
        takeSnapshot(this.#fold, catchUp.state, compacted ? null : since),
      );
      this.#fold = fold;
      if (taken && fold.state !== null) {
        this.state.value = fold.state;
        this.#snapshots.tell(fold.state);
      }
    }
    this.status.value = { kind: 'online' };
  }

  break(): void {
    this.#life += 1;
    this.status.value = { kind: 'offline', since: 0 };
  }

  get #online(): boolean {
    return this.status.peek().kind === 'online';
  }

  /** Lets one message arrive, chosen by the dice. */
  deliver(): boolean {
    const [arrived] = this.#arriving.splice(this.#dice.roll(Math.max(1, this.#arriving.length)), 1);
    arrived?.();
    return arrived !== undefined;
  }

  heal(): void {
    if (!this.#online) return;
    const catchUp = this.#authority.since(this.#fold.state?.seq ?? 0, false);
    if (catchUp.kind === 'records') this.#take(catchUp.records, true);
  }

  get behind(): boolean {
    return hasGap(this.#fold) || this.#fold.state?.seq !== this.#authority.state.seq;
  }

  #broadcast(record: LogRecord): void {
    const life = this.#life;
    const copies = this.#dice.oneIn(20) ? 0 : this.#dice.oneIn(10) ? 2 : 1;
    for (let copy = 0; copy < copies; copy++) {
      this.#arriving.push(() => {
        if (life === this.#life && this.#online) this.#take([record], true);
      });
    }
  }

  #take(records: readonly LogRecord[], live: boolean): void {
    const { fold, folded } = must(takeRecords(this.#fold, records, () => live));
    this.#fold = fold;
    if (folded.length === 0) return;
    this.state.value = fold.state;
    for (const one of folded) this.#entries.tell(one);
  }
}
