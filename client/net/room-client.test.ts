import { beforeEach, describe, expect, test } from 'vitest';
import { perSeat } from '../../shared/base/ids.ts';
import { ok, refused } from '../../shared/base/result.ts';
import { publicState } from '../../shared/room/index.ts';
import { anna, RoomStory } from '../../shared/room/testing/story.ts';
import { message, settled, Stage } from './testing/stage.ts';

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

describe('after a sleep the server clock is right again', () => {
  const hour = 3_600_000;
  test('when the line was broken by it, although the first answer is a slow one', async () => {
    await stage.opens();
    await stage.waits(2000);
    stage.slept = hour;
    stage.line.dropped();
    await stage.waits(1000, false);
    stage.line.opened();
    await settled();
    expect(stage.client.serverNow()).toBe(stage.serverTime);
  });
  test('when the line outlived it, without anybody looking at the page', async () => {
    await stage.opens();
    await stage.waits(2000);
    stage.slept = 5000;
    await stage.waits(1000);
    expect(stage.status).toBe('online');
    expect(stage.client.serverNow()).toBe(stage.serverTime);
  });
  test('when it fell between a question and its answer', async () => {
    await stage.opens();
    stage.sleepsWhileAsked = hour;
    await stage.waits(1500);
    stage.sleepsWhileAsked = 0;
    await stage.waits(1000);
    expect(stage.client.serverNow()).toBe(stage.serverTime);
  });
  test('when only the time of the device was set, it stays right', async () => {
    await stage.opens();
    await stage.waits(2000);
    stage.slept = -hour;
    stage.ahead += hour;
    expect(stage.client.serverNow()).toBe(stage.serverTime);
    await stage.waits(1000);
    expect(stage.client.serverNow()).toBe(stage.serverTime);
  });
});

describe('A17 what is thrown in those who listen is theirs alone', () => {
  const fails = (): never => {
    throw new Error('a listener fails');
  };
  test('the page stays online, the room is not lost, and the others hear everything', async () => {
    await stage.opens();
    stage.client.onEntry(fails);
    const later: string[] = [];
    stage.client.onEntry(({ entry }) => void later.push(entry.kind));
    stage.story.sits(anna, 'salesforce').sits(anna, 'heroku');
    stage.broadcasts(2).broadcasts(1);
    expect(later).toEqual(['seat taken', 'seat taken']);
    expect(stage.reported).toHaveLength(2);
    expect(stage.status).toBe('online');
    expect(stage.client.lost.value).toBeNull();
    expect(stage.joins).toHaveLength(1);
  });
  test('whatever it listens to: snapshot, cursor, or any value that is shown', async () => {
    stage.client.onSnapshot(fails);
    stage.client.onCursor(fails);
    const { state, me, presence, chat, overall, status, storingDelayed } = stage.client;
    const shown = [state, me, presence, chat, overall, status, storingDelayed];
    for (const value of shown) {
      let first = true;
      value.subscribe(() => {
        if (!first) fails();
        first = false;
      });
    }
    await stage.opens();
    expect(stage.status).toBe('online');
    stage.line.chat(message(11));
    stage.line.presence({ here: perSeat(() => true), watching: 4 });
    stage.line.overall({ salesforce: 9, heroku: 9, draws: 9 });
    stage.line.storing(true);
    stage.line.cursor({ seat: 'heroku', epoch: 1, version: 0, anchor: 0, head: 0 });
    stage.story.sits(anna, 'salesforce');
    stage.broadcasts();
    expect(state.value).toEqual(publicState(stage.story.state));
    expect(chat.value.map(({ id }) => id)).toEqual([11]);
    expect(presence.value.watching).toBe(4);
    expect(stage.reported.length).toBeGreaterThan(7);
    expect(stage.status).toBe('online');
  });
});

test('a record that cannot follow is a room lost: the page says so and begins again', async () => {
  await stage.opens();
  const known = stage.client.state.value;
  const updates = [{ clientId: 'other', changes: [9999, [0, 'x']] }] as const;
  const entry = { kind: 'program edited', seat: 'heroku', epoch: 1, version: 0, updates } as const;
  stage.line.record({ seq: stage.story.state.seq + 1, at: 0, entries: [entry] });
  expect(stage.client.lost.value).toEqual(known);
  await stage.waits(2000);
  await stage.opens();
  expect(stage.joins[1]?.since).toBeNull();
  expect(stage.status).toBe('online');
});
