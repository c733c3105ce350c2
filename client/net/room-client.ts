import { batch, signal, type Signal } from '@preact/signals';
import type { Milliseconds, PersonId, RoomName, Timestamp } from '../../shared/base/ids.ts';
import { perSeat } from '../../shared/base/ids.ts';
import { refused } from '../../shared/base/result.ts';
import {
  protocolVersion,
  type CatchUp,
  type ChatMessage,
  type CursorPosition,
  type Joined,
  type PageWish,
  type Presence,
} from '../../shared/protocol/index.ts';
import {
  dueAt,
  type Clock,
  type LogRecord,
  type RoomState,
  type Score,
} from '../../shared/room/index.ts';
import { mergeChat } from './chat-history.ts';
import { secondsIn } from './connect-refusal.ts';
import { ClockSync } from './clock-sync.ts';
import {
  afterEvent,
  beginConnection,
  statusOf,
  type Connection,
  type ConnectionAction,
  type ConnectionEvent,
  type ConnectionStep,
} from './connection.ts';
import type { Line, LineEvents, MakeLine } from './line.ts';
import { guarded, Listeners, type ReportError } from './listeners.ts';
import type { WatchPage } from './page-events.ts';
import {
  beginFold,
  hasGap,
  takeRecords,
  takeSnapshot,
  type FoldStep,
  type RoomFold,
} from './room-fold.ts';
import type { ClientAnswer, ConnectionStatus, Filling, Folded, RoomClient } from './types.ts';

/** The server gives a sign of life every 4 s; after two missed ones the line is broken (10 s). */
const longestSilence: Milliseconds = 9000;

/** How often silence and overdue records are looked for. */
const watchPace: Milliseconds = 1000;

/** After a page was out of sight the line must answer this quickly. */
const probePatience: Milliseconds = 2500;

/** A turn that is late by more than this may have been lost on the way to us. */
const turnLateness: Milliseconds = 1500;

/** In a room where nothing happens, a lost last message is found after this time (A5). */
const quietCheck: Milliseconds = 20_000;

/** A broadcast usually overtakes the answer to its own wish, or follows it closely. */
const broadcastLag: Milliseconds = 250;

/** A record older than this is no news any more: nothing of it is animated. */
const liveFor: Milliseconds = 1500;

/** What a room client is made of. */
export interface RoomClientParts {
  readonly room: RoomName;
  readonly name: string;
  /** A state that is known already, to go on from. */
  readonly since: RoomState | null;
  readonly clock: Clock;
  /** The device's own time, which goes on while the device sleeps and may be set. */
  readonly wallNow: () => Timestamp;
  /** Hears of errors in what listens to this room; they disturb nothing here. */
  readonly report: ReportError;
  /** A random fraction, to spread the retries of many pages. */
  readonly chance: () => number;
  readonly makeLine: MakeLine;
  readonly watchPage: WatchPage;
}

/** A room over one line. See `RoomClient`. */
export class LiveRoomClient implements RoomClient {
  readonly room: RoomName;
  readonly status: Signal<ConnectionStatus>;
  readonly state: Signal<RoomState | null>;
  readonly me: Signal<PersonId | null> = signal(null);
  readonly presence: Signal<Presence> = signal({ here: perSeat(() => false), watching: 0 });
  readonly chat: Signal<readonly ChatMessage[]> = signal([]);
  readonly storingDelayed: Signal<boolean> = signal(false);
  readonly filling: Signal<Filling | null> = signal(null);
  readonly lost: Signal<RoomState | null> = signal(null);
  readonly overall: Signal<Score> = signal({ salesforce: 0, heroku: 0, draws: 0 });

  readonly #clock: Clock;
  readonly #chance: () => number;
  readonly #line: Line;
  readonly #serverClock: ClockSync;
  readonly #report: ReportError;
  readonly #entries: Listeners<Folded>;
  readonly #snapshots: Listeners<RoomState>;
  readonly #cursors: Listeners<CursorPosition>;
  readonly #stopPage: () => void;
  #connection: Connection;
  #fold: RoomFold;
  #name: string;
  #stopRetry: () => void = () => {};
  #stopWatch: () => void = () => {};
  #healing = false;
  #lastHeard: Timestamp;
  #lastNews: Timestamp;
  /** The highest record that is known to exist. */
  #expected = 0;
  /** Chat of other lanes may be read now and has not been asked for yet. */
  #lanesOpened = false;

  constructor(parts: RoomClientParts) {
    this.room = parts.room;
    this.#name = parts.name;
    this.#clock = parts.clock;
    this.#chance = parts.chance;
    this.#report = parts.report;
    this.#entries = new Listeners(parts.report);
    this.#snapshots = new Listeners(parts.report);
    this.#cursors = new Listeners(parts.report);
    this.#fold = beginFold(parts.since);
    this.state = signal(parts.since);
    this.#lastHeard = this.#lastNews = parts.clock.now();
    this.#serverClock = new ClockSync(parts.clock, parts.wallNow);
    this.#line = parts.makeLine(this.#lineEvents());
    this.#stopPage = parts.watchPage({
      left: () => this.#on({ kind: 'page left' }),
      shown: () => this.#on({ kind: 'page shown' }),
      networkBack: () => this.#on({ kind: 'network back' }),
      doubtful: () => void this.#probe(),
    });
    const begun = beginConnection();
    this.#connection = begun.connection;
    this.status = signal(statusOf(begun.connection));
    this.#carryOut(begun);
    this.#watch();
  }

  roundTrip(): Milliseconds {
    return this.#serverClock.roundTrip();
  }

  serverNow(): Timestamp {
    return this.#serverClock.serverNow();
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

  async wish(wish: PageWish): Promise<ClientAnswer<number>> {
    if (!this.#online) return refused('offline');
    const answer = await this.#line.wish(wish);
    if (answer.ok) {
      if (wish.kind === 'rename') this.#name = wish.name;
      this.#expect(answer.value);
    } else this.#refusedBy(answer.refusal.code);
    return answer;
  }

  async say(text: string): Promise<ClientAnswer<ChatMessage>> {
    if (!this.#online) return refused('offline');
    const answer = await this.#line.say(text);
    if (answer.ok) this.#hearChat([answer.value]);
    else this.#refusedBy(answer.refusal.code);
    return answer;
  }

  sendCursor(cursor: CursorPosition): void {
    if (this.#online) this.#line.cursor(cursor);
  }

  forgetLost(): void {
    this.#set(this.lost, null);
  }

  close(): void {
    this.#on({ kind: 'close' });
    this.#stopPage();
    this.#stopWatch();
  }

  get #online(): boolean {
    return this.#connection.kind === 'online';
  }

  #lineEvents(): LineEvents {
    return {
      opened: () => this.#on({ kind: 'opened' }),
      dropped: () => this.#on({ kind: 'dropped' }),
      refused: (code, retryAfter) => this.#on({ kind: 'line refused', code, retryAfter }),
      heard: () => void (this.#lastHeard = this.#clock.now()),
      record: (record) => this.#take([record], () => true),
      chat: (message) => this.#hearChat([message]),
      cursor: (cursor) => this.#cursors.tell(cursor),
      presence: (presence) => this.#set(this.presence, presence),
      overall: (score) => this.#set(this.overall, score),
      missed: () => this.#askForMissed(),
      storing: (delayed) => this.#storing(delayed),
      filling: (seat, share) => this.#set(this.filling, { seat, share }),
      closing: (delay) => this.#on({ kind: 'server closing', delay }),
    };
  }

  #on(event: ConnectionEvent): void {
    this.#carryOut(afterEvent(this.#connection, event, this.#clock.now(), this.#chance()));
  }

  #carryOut({ connection, actions }: ConnectionStep): void {
    this.#connection = connection;
    if (connection.kind !== 'online') this.#serverClock.stop();
    for (const action of actions) this.#act(action);
    const status = statusOf(this.#connection);
    const shown = this.status.peek();
    if (JSON.stringify(status) !== JSON.stringify(shown)) this.#set(this.status, status);
  }

  /** Whoever is shown this value hears of it now; what goes wrong there is theirs. */
  #set<T>(shown: Signal<T>, value: T): void {
    guarded(this.#report, () => {
      shown.value = value;
    });
  }

  #act(action: ConnectionAction): void {
    this.#stopRetry();
    this.#lastHeard = this.#clock.now();
    switch (action.kind) {
      case 'open':
        return this.#line.open(action.transports);
      case 'drop':
        return this.#line.drop();
      case 'join':
        return void this.#join();
      case 'retry after':
        this.#stopRetry = this.#clock.after(action.delay, () => this.#on({ kind: 'retry' }));
    }
  }

  async #join(): Promise<void> {
    const joining = this.#connection;
    const since = this.#fold.state?.seq ?? null;
    const measured = this.#serverClock.measure();
    const chatSince = this.chat.peek().at(-1)?.id ?? 0;
    const join = { protocol: protocolVersion, room: this.room, name: this.#name, since, chatSince };
    const answer = await this.#line.join(join);
    if (this.#connection !== joining) return;
    if (answer.ok) {
      measured(answer.value.now);
      this.#joined(answer.value, since);
    } else if (answer.refusal.code === 'offline') this.#on({ kind: 'silent' });
    else {
      const { code, details } = answer.refusal;
      this.#on({ kind: 'join refused', code, retryAfter: secondsIn(details) });
    }
  }

  #joined(joined: Joined, since: number | null): void {
    this.#healing = false;
    this.#expected = 0;
    guarded(this.#report, () =>
      batch(() => {
        this.me.value = joined.you;
        this.presence.value = joined.presence;
        this.overall.value = joined.overall ?? this.overall.peek();
        this.#hearChat(joined.chat);
        this.#storing(joined.storingDelayed);
      }),
    );
    this.#catchUp(joined.catchUp, since);
    this.#on({ kind: 'joined' });
    if (!this.#online) return;
    this.#serverClock.start(this.#line);
    if (this.#behind) void this.#heal();
    if (this.#lanesOpened) void this.#readLanes();
  }

  /** Takes what was missed; records whose moment has passed are not told as live. */
  #catchUp(catchUp: CatchUp, since: number | null): void {
    if (catchUp.kind === 'records') {
      this.#take(catchUp.records, (record) => this.serverNow() - record.at < liveFor);
      // It was one page of several: there is a record after the last one here.
      if (catchUp.more) this.#expected = Math.max(this.#expected, this.#seq + 1);
      return;
    }
    const step = takeSnapshot(this.#fold, catchUp.state, since);
    if (!step.ok) return this.#lose();
    if (!step.value.taken) return;
    const known = this.#fold.state;
    if (known !== null && catchUp.state.seq < known.seq) this.#set(this.lost, known);
    this.#fold = beginFold(catchUp.state);
    this.#set(this.state, catchUp.state);
    this.#snapshots.tell(catchUp.state);
    this.#show(step.value);
  }

  #take(records: readonly LogRecord[], isLive: (record: LogRecord) => boolean): void {
    const step = takeRecords(this.#fold, records, isLive);
    if (!step.ok) return this.#lose();
    this.#show(step.value);
    if (this.#online && hasGap(this.#fold)) void this.#heal();
  }

  /** The log does not follow from what is here: the server lost the room and began it again. */
  #lose(): void {
    this.#set(this.lost, this.#fold.state);
    this.#fold = beginFold(null);
    this.#on({ kind: 'silent' });
  }

  #show({ fold, folded }: FoldStep): void {
    this.#fold = fold;
    if (folded.length === 0) return;
    this.#lastNews = this.#clock.now();
    this.#set(this.state, fold.state);
    for (const one of folded) this.#entries.tell(one);
    this.#lanesOpened ||= folded.some((one) => this.#opensLanes(one));
    if (this.#lanesOpened) void this.#readLanes();
  }

  /** What lies beside the room could not be read while the store was away. */
  #storing(delayed: boolean): void {
    const was = this.storingDelayed.peek();
    this.#set(this.storingDelayed, delayed);
    this.#lanesOpened ||= was && !delayed;
    if (this.#lanesOpened) void this.#readLanes();
  }

  /** R34: after a match, and with a new seat, other lanes can be read. */
  #opensLanes({ entry, before, after }: Folded): boolean {
    const me = this.me.peek();
    const mine = (state: RoomState): string =>
      `${state.seats.salesforce?.id === me} ${state.seats.heroku?.id === me}`;
    return entry.kind === 'match ended' || mine(before) !== mine(after);
  }

  async #readLanes(): Promise<void> {
    if (!this.#online) return;
    this.#lanesOpened = false;
    const answer = await this.#line.chatSince(0);
    if (answer.ok) this.#hearChat(answer.value);
    else this.#lanesOpened = true;
  }

  /** We read too slowly, and the server went on without us: what we have not seen, we ask for. */
  #askForMissed(): void {
    this.#lanesOpened = true;
    void this.#readLanes();
    void this.#heal();
  }

  #hearChat(messages: readonly ChatMessage[]): void {
    this.#set(this.chat, mergeChat(this.chat.peek(), messages));
  }

  /** A record is known to exist; if its broadcast does not come soon, it is asked for. */
  #expect(seq: number): void {
    this.#expected = Math.max(this.#expected, seq);
    if (!this.#behind) return;
    this.#clock.after(broadcastLag, () => {
      if (this.#behind) void this.#heal();
    });
  }

  get #behind(): boolean {
    return hasGap(this.#fold) || this.#seq < this.#expected;
  }

  get #seq(): number {
    return this.#fold.state?.seq ?? 0;
  }

  /** Asks for everything after the last record that is here (A5); one question at a time. */
  async #heal(): Promise<void> {
    const since = this.#fold.state?.seq;
    if (this.#healing || !this.#online || since === undefined) return;
    const connection = this.#connection;
    this.#healing = true;
    this.#lastNews = this.#clock.now();
    const answer = await this.#line.since(since);
    if (this.#connection !== connection) return;
    this.#healing = false;
    if (answer.ok) this.#catchUp(answer.value, since);
    else this.#refusedBy(answer.refusal.code);
    if (!this.#behind) return;
    if (answer.ok && answer.value.kind === 'records' && answer.value.more) void this.#heal();
    else this.#clock.after(broadcastLag, () => void this.#heal());
  }

  /** Some refusals tell that the server knows more than this page. */
  #refusedBy(code: string): void {
    if (code === 'not-in-room') this.#on({ kind: 'silent' });
    if (code === 'stale-version' || code === 'other-document' || code === 'wrong-turn') {
      void this.#heal();
    }
  }

  async #probe(): Promise<void> {
    const connection = this.#connection;
    if (connection.kind !== 'online') return;
    const alive = await this.#serverClock.ask(this.#line, probePatience);
    if (!alive && this.#connection === connection) this.#on({ kind: 'silent' });
  }

  /** Looks for silence and for records that should have come. */
  #watch(): void {
    this.#stopWatch = this.#clock.after(watchPace, () => {
      const now = this.#clock.now();
      if (this.#online && now - this.#lastHeard > longestSilence) this.#on({ kind: 'silent' });
      if (this.#serverClock.parted) void this.#probe();
      if (this.#overdue(now)) void this.#heal();
      this.#watch();
    });
  }

  #overdue(now: Timestamp): boolean {
    const { state } = this.#fold;
    if (!this.#online || state === null) return false;
    const due = dueAt(state);
    const late = due !== null && this.serverNow() - due > turnLateness;
    return now - this.#lastNews > (late ? turnLateness : quietCheck);
  }
}
