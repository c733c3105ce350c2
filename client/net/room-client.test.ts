import { beforeEach, describe, expect, test } from 'vitest';
import { perSeat, type PersonId, type RoomName } from '../../shared/base/ids.ts';
import { ok, refused } from '../../shared/base/result.ts';
import type { CatchUp, ChatMessage, Join, PageWish } from '../../shared/protocol/index.ts';
import { publicRecord, publicState } from '../../shared/room/index.ts';
import { anna, RoomStory } from '../../shared/room/testing/story.ts';
import type { Line, LineEvents } from './line.ts';
import type { PageEvents } from './page-events.ts';
import { LiveRoomClient } from './room-client.ts';
import type { ClientAnswer } from './types.ts';

/** A server, a line to it, a page and its clock, all in the hands of the test. */
class Stage {
  readonly story = new RoomStory();
  readonly joins: Join[] = [];
  readonly wishes: PageWish[] = [];
  readonly asked: number[] = [];
  readonly told: string[] = [];
  readonly opened: string[] = [];
  page: PageEvents | null = null;
  now = 0;
  /** The server's clock is this far ahead. */
  ahead = 5000;
  answersTime = true;
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
            now: this.now + this.ahead,
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
      time: async () => (this.answersTime ? ok(this.now + this.ahead) : refused('offline')),
      cursor: () => void this.opened.push('cursor'),
    };
  }
}

const message = (id: number): ChatMessage => ({
  id,
  at: 0,
  from: 'ben' as PersonId,
  name: 'Ben',
  seat: null,
  lane: 'all',
  text: 'hello',
});

async function settled(): Promise<void> {
  for (let turn = 0; turn < 10; turn++) await Promise.resolve();
}

let stage: Stage;
beforeEach(() => {
  stage = new Stage();
});

test('it joins and knows the room, itself, who is there, and the server clock', async () => {
  expect(stage.status).toBe('connecting');
  await stage.opens();
  expect(stage.status).toBe('online');
  expect(stage.joins).toMatchObject([{ room: 'story', name: 'Anna', since: null, chatSince: 0 }]);
  expect(stage.client.state.value).toEqual(publicState(stage.story.state));
  expect(stage.client.me.value).toBe('anna');
  expect(stage.client.presence.value.watching).toBe(3);
  expect(stage.client.overall.value.draws).toBe(3);
  expect(stage.client.serverNow()).toBe(stage.now + stage.ahead);
});

test('A19 after a break it joins with what it has and is told the rest once, in order, as past', async () => {
  await stage.opens();
  stage.line.dropped();
  expect(stage.status).toBe('offline');
  const { seq } = stage.story.state;
  stage.story.now = -60_000;
  stage.story.sits(anna, 'salesforce').sits(anna, 'heroku');
  await stage.waits(2000);
  await stage.opens();
  stage.broadcasts(1).broadcasts(2);
  expect(stage.joins[1]).toMatchObject({ since: seq });
  expect(stage.told).toEqual([`snapshot ${seq}`, 'seat taken (past)', 'seat taken (past)']);
  expect(stage.status).toBe('online');
});

test('A5 a gap is healed by asking', async () => {
  await stage.opens();
  stage.story.sits(anna, 'salesforce').sits(anna, 'heroku');
  stage.broadcasts();
  expect(stage.told).toHaveLength(1);
  await settled();
  expect(stage.asked).toEqual([1]);
  expect(stage.told.slice(1)).toHaveLength(2);
  expect(stage.client.state.value?.seq).toBe(stage.story.state.seq);
});

test('A5 a record that its own wish named is asked for when its broadcast is lost', async () => {
  await stage.opens();
  stage.story.sits(anna, 'salesforce');
  stage.wishAnswer = ok(stage.story.state.seq);
  await stage.client.wish({ kind: 'take seat', seat: 'salesforce' });
  await stage.waits(500);
  expect(stage.client.state.value?.seats.salesforce?.id).toBe('anna');
});

test('A5 in a quiet room a lost last record is found in time', async () => {
  await stage.opens();
  stage.story.sits(anna, 'salesforce');
  await stage.waits(25_000);
  expect(stage.client.state.value?.seats.salesforce?.id).toBe('anna');
});

test('a turn that does not come is asked for', async () => {
  stage.story.sits(anna, 'salesforce').starts().codingEnds();
  stage.ahead = stage.story.now;
  await stage.opens();
  stage.story.turns(1);
  await stage.waits(stage.story.now - stage.ahead + 4000);
  expect(stage.client.state.value?.battle.turn).toBe(1);
});

test('while offline a wish is refused at once and nothing is sent', async () => {
  expect(await stage.client.wish({ kind: 'ready' })).toEqual(refused('offline'));
  expect(await stage.client.say('hello')).toEqual(refused('offline'));
  await stage.opens();
  stage.line.dropped();
  expect(await stage.client.wish({ kind: 'ready' })).toEqual(refused('offline'));
  expect(stage.wishes).toEqual([]);
});

test('a stale answer tells that there is news to ask for', async () => {
  await stage.opens();
  stage.story.sits(anna, 'salesforce');
  stage.wishAnswer = refused('stale-version');
  await stage.client.wish({ kind: 'edit', seat: 'heroku', epoch: 1, version: 0, updates: [] });
  await settled();
  expect(stage.client.state.value?.seq).toBe(stage.story.state.seq);
});

test('a server that does not know us any more is joined again', async () => {
  await stage.opens();
  stage.wishAnswer = refused('not-in-room');
  await stage.client.wish({ kind: 'ready' });
  await stage.waits(2000);
  await stage.opens();
  expect(stage.joins).toHaveLength(2);
});

test('the new nickname goes along when it comes back', async () => {
  await stage.opens();
  await stage.client.wish({ kind: 'rename', name: 'Anne' });
  stage.line.dropped();
  await stage.waits(2000);
  await stage.opens();
  expect(stage.joins[1]?.name).toBe('Anne');
});

describe('a break is noticed', () => {
  test('within 10 s of silence', async () => {
    await stage.opens();
    await stage.waits(8000, false);
    expect(stage.status).toBe('online');
    await stage.waits(2000, false);
    expect(stage.status).toBe('offline');
  });
  test('never while the line gives signs of life', async () => {
    await stage.opens();
    await stage.waits(60_000);
    expect(stage.status).toBe('online');
    expect(stage.joins).toHaveLength(1);
  });
  test('when the page is looked at again and the line is dead', async () => {
    await stage.opens();
    stage.answersTime = false;
    stage.page?.doubtful();
    await settled();
    expect(stage.status).toBe('offline');
  });
});

test('a page that was left does not try, and comes back when it is shown', async () => {
  await stage.opens();
  stage.page?.left();
  const tries = stage.opened.length;
  await stage.waits(60_000, false);
  expect(stage.opened).toHaveLength(tries);
  stage.page?.shown();
  await stage.opens();
  expect(stage.status).toBe('online');
});

test('a closed client tries no more and watches no page', async () => {
  await stage.opens();
  stage.client.close();
  expect(stage.page).toBeNull();
  const tries = stage.opened.length;
  await stage.waits(60_000, false);
  expect(stage.opened).toHaveLength(tries);
});

test('an old page is told so and tries no more', async () => {
  stage.joinAnswer = refused('old-page');
  await stage.opens();
  expect(stage.client.status.value).toEqual({ kind: 'refused', code: 'old-page' });
  await stage.waits(60_000, false);
  expect(stage.joins).toHaveLength(1);
});

test('A17 a page whose cookie was lost is told so when it comes back, and tries no more', async () => {
  await stage.opens();
  stage.line.dropped();
  await stage.waits(2000);
  stage.line.refused('no-session');
  expect(stage.client.status.value).toEqual({ kind: 'refused', code: 'no-session' });
  const tries = stage.opened.length;
  await stage.waits(60_000, false);
  expect(stage.opened).toHaveLength(tries);
});

test('a server whose room was lost and opened anew is taken at its word', async () => {
  stage.story.sits(anna, 'salesforce').sits(anna, 'heroku');
  await stage.opens();
  stage.line.dropped();
  const fresh = new RoomStory('another');
  Object.assign(stage, { story: fresh });
  await stage.waits(2000);
  await stage.opens();
  expect(stage.client.state.value).toEqual(publicState(fresh.state));
});

test('R34 chat comes once however it comes, and other lanes after the match', async () => {
  stage.story.sits(anna, 'salesforce').starts().codingEnds();
  await stage.opens();
  await stage.client.say('mine');
  stage.line.chat({ ...message(9), text: 'mine' });
  stage.line.chat(message(11));
  expect(stage.client.chat.value.map(({ id }) => id)).toEqual([9, 11]);
  stage.chatOfLanes = [message(10)];
  stage.story.does({ kind: 'leave seat', seat: 'salesforce', by: anna.id });
  stage.broadcasts();
  await settled();
  expect(stage.client.chat.value.map(({ id }) => id)).toEqual([9, 10, 11]);
});

test('cursors go out only while online', async () => {
  const cursor = { seat: 'heroku', epoch: 1, version: 0, anchor: 0, head: 0 } as const;
  stage.client.sendCursor(cursor);
  await stage.opens();
  stage.client.sendCursor(cursor);
  expect(stage.opened.filter((one) => one === 'cursor')).toHaveLength(1);
});
