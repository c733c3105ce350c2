import { perSeat, type PersonId, type RoomName } from '../../../shared/base/ids.ts';
import { ok, refused } from '../../../shared/base/result.ts';
import type { CatchUp, ChatMessage, Join, PageWish } from '../../../shared/protocol/index.ts';
import { publicRecord, publicState } from '../../../shared/room/index.ts';
import { anna, RoomStory } from '../../../shared/room/testing/story.ts';
import type { Line, LineEvents } from '../line.ts';
import type { PageEvents } from '../page-events.ts';
import { LiveRoomClient } from '../room-client.ts';
import type { ClientAnswer } from '../types.ts';

/** A server, a line to it, a page and its clock, all in the hands of the test. */
export class Stage {
  readonly story = new RoomStory();
  readonly joins: Join[] = [];
  readonly wishes: PageWish[] = [];
  readonly asked: number[] = [];
  readonly told: string[] = [];
  readonly opened: string[] = [];
  page: PageEvents | null = null;
  now = 0;
  /** How long the device has slept: the page's clock stood still, its own time and the server's went on. */
  slept = 0;
  /** What was thrown in those who listen. */
  readonly reported: unknown[] = [];
  /** The server's clock is this far ahead. */
  ahead = 5000;
  answersTime = true;
  /** The device sleeps this long while a question for the time is on its way. */
  sleepsWhileAsked = 0;
  chatOfLanes: ChatMessage[] = [];
  wishAnswer: ClientAnswer<number> = ok(1);
  joinAnswer: ClientAnswer<never> | null = null;
  #events: LineEvents | null = null;
  #timers: { at: number; callback: () => void }[] = [];
  readonly client: LiveRoomClient;

  constructor() {
    this.client = new LiveRoomClient({
      room: 'story' as RoomName,
      name: 'Anna',
      since: null,
      clock: {
        now: () => this.now,
        after: (delay, callback) => {
          const timer = { at: this.now + delay, callback };
          this.#timers.push(timer);
          return () => void (this.#timers = this.#timers.filter((other) => other !== timer));
        },
      },
      wallNow: () => 1e12 + this.now + this.slept,
      report: (error) => void this.reported.push(error),
      chance: () => 0.5,
      makeLine: (events) => {
        this.#events = events;
        return this.#line();
      },
      watchPage: (events) => {
        this.page = events;
        return () => void (this.page = null);
      },
    });
    this.client.onEntry(({ entry, live }) =>
      this.told.push(`${entry.kind}${live ? '' : ' (past)'}`),
    );
    this.client.onSnapshot(({ seq }) => this.told.push(`snapshot ${seq}`));
  }

  get line(): LineEvents {
    if (this.#events === null) throw new Error('no line was made');
    return this.#events;
  }

  get serverTime(): number {
    return this.now + this.slept + this.ahead;
  }

  get status(): string {
    return this.client.status.value.kind;
  }

  async opens(): Promise<this> {
    this.line.opened();
    await settled();
    return this;
  }

  /** Broadcasts the last record of the story. */
  broadcasts(back = 1): this {
    const record = this.story.records.at(-back);
    if (record !== undefined) this.line.record(publicRecord(record));
    return this;
  }

  /** Time passes; timers go off in their order. The line gives signs of life if it is `lively`. */
  async waits(duration: number, lively = true): Promise<this> {
    const end = this.now + duration;
    for (;;) {
      const next = this.#timers.toSorted((a, b) => a.at - b.at)[0];
      if (next === undefined || next.at > end) break;
      this.#timers = this.#timers.filter((timer) => timer !== next);
      this.now = next.at;
      if (lively) this.line.heard();
      next.callback();
      await settled();
    }
    this.now = end;
    return this;
  }

  #since(seq: number | null): CatchUp {
    const { state, records } = this.story;
    if (seq === null || seq > state.seq) return { kind: 'snapshot', state: publicState(state) };
    return { kind: 'records', records: records.filter((one) => one.seq > seq).map(publicRecord) };
  }

  #line(): Line {
    return {
      open: (transports) => void this.opened.push(transports.join(' ')),
      drop: () => void this.opened.push('dropped'),
      join: async (join) => {
        this.joins.push(join);
        return (
          this.joinAnswer ??
          ok({
            you: anna.id,
            now: this.serverTime,
            catchUp: this.#since(join.since),
            chat: [],
            presence: { here: perSeat(() => true), watching: 3 },
            storingDelayed: false,
            overall: { salesforce: 1, heroku: 2, draws: 3 },
          })
        );
      },
      wish: async (wish) => {
        this.wishes.push(wish);
        return this.wishAnswer;
      },
      since: async (seq) => {
        this.asked.push(seq);
        return ok(this.#since(seq));
      },
      say: async (text) => ok({ ...message(9), text }),
      chatSince: async () => ok(this.chatOfLanes),
      time: async () => {
        const answer = this.serverTime;
        this.slept += this.sleepsWhileAsked;
        return this.answersTime ? ok(answer) : refused('offline');
      },
      cursor: () => void this.opened.push('cursor'),
    };
  }
}

/** A message of Ben to all. */
export const message = (id: number): ChatMessage => ({
  id,
  at: 0,
  from: 'ben' as PersonId,
  name: 'Ben',
  seat: null,
  lane: 'all',
  text: 'hello',
});

/** Lets everything that waits for promises alone come to its end. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 10; turn++) await Promise.resolve();
}
