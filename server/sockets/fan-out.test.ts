import { beforeEach, expect, test } from 'vitest';
import type { RoomName } from '../../shared/base/ids.ts';
import { perSeat } from '../../shared/base/ids.ts';
import type { ChatMessage, RoomMessage } from '../../shared/protocol/index.ts';
import { HandClock } from '../../tests/support/hand-clock.ts';
import { FanOut, gatherFor, smallRoom, talkWaits, type Delivery, type Strain } from './fan-out.ts';

const room = 'crowded' as RoomName;
const players = ['player S', 'player H'];

let clock: HandClock;
let members: number;
let strain: Strain;
let sent: Delivery[];
let fanOut: FanOut;

beforeEach(() => {
  clock = new HandClock();
  members = 100;
  strain = 'calm';
  sent = [];
  fanOut = new FanOut({
    clock,
    membersOf: () => members,
    send: (delivery) => void sent.push(delivery),
    strain: () => strain,
  });
});

function record(seq: number): RoomMessage {
  return ['record', { seq, at: 0, entries: [] }];
}

function chat(id: number): RoomMessage {
  return ['chat', { id } as ChatMessage];
}

function cursor(seat: 'heroku' | 'salesforce', head: number): RoomMessage {
  return ['cursor', { seat, epoch: 1, version: 0, anchor: head, head }];
}

/** What was sent since the last look, as `hearers: what`. */
function frames(): string[] {
  return sent.splice(0).map(({ to, messages }) => {
    const what = messages.map(([event, body]) => {
      if (event === 'record') return `r${body.seq}`;
      if (event === 'chat') return `c${body.id}`;
      return event === 'cursor' ? `|${body.head}` : event;
    });
    return `${to}: ${what.join(' ')}`;
  });
}

test('A15 a small room hears everything at once, one by one', () => {
  members = smallRoom;
  for (const one of [record(1), chat(1), record(2)]) fanOut.tell(room, one, players, 'with all');
  expect(sent.every(({ gathered }) => !gathered)).toBe(true);
  expect(frames()).toEqual(['all: r1', 'all: c1', 'all: r2']);
  expect(clock.pending).toBe(0);
});

test('A15 a large room hears at once after a silence, then one frame for all that came', async () => {
  fanOut.tell(room, record(1), [], 'at once');
  expect(frames()).toEqual(['all: r1']);
  for (const seq of [2, 3, 4]) fanOut.tell(room, record(seq), [], 'at once');
  await clock.pass(gatherFor.calm - 1);
  expect(frames()).toEqual([]);
  await clock.pass(1);
  expect(frames()).toEqual(['all: r2 r3 r4']);
  await clock.pass(5000);
  fanOut.tell(room, record(5), [], 'at once');
  expect(frames()).toEqual(['all: r5']);
});

test('A15 talk waits longer than letters, and goes with them when they go', async () => {
  fanOut.tell(room, chat(1), [], 'with all');
  frames();
  fanOut.tell(room, chat(2), [], 'with all');
  await clock.pass(talkWaits.calm - 1);
  expect(frames()).toEqual([]);
  await clock.pass(1);
  expect(frames()).toEqual(['all: c2']);
  fanOut.tell(room, chat(3), [], 'with all');
  fanOut.tell(room, record(1), [], 'at once');
  await clock.pass(gatherFor.calm);
  expect(frames()).toEqual(['all: c3 r1']);
});

test('A15 players never wait for the frame of the spectators', async () => {
  fanOut.tell(room, record(1), players, 'at once');
  fanOut.tell(room, record(2), players, 'at once');
  fanOut.tell(room, record(3), players, 'at once');
  expect(frames()).toEqual(['players: r1', 'spectators: r1', 'players: r2', 'players: r3']);
  fanOut.tell(room, chat(1), players, 'with all');
  await clock.pass(gatherFor.calm);
  expect(frames()).toEqual(['players: c1', 'spectators: r2 r3 c1']);
});

test('R34 what only spectators may hear is in no frame of the players', async () => {
  fanOut.tell(room, chat(1), players, 'not');
  fanOut.tell(room, chat(2), players, 'not');
  await clock.pass(talkWaits.calm);
  expect(frames()).toEqual(['spectators: c1', 'spectators: c2']);
  members = 3;
  await clock.pass(5000);
  fanOut.tell(room, chat(3), players, 'not');
  expect(frames()).toEqual(['spectators: c3']);
});

test('A15 what waits goes out before the players are others', async () => {
  fanOut.tell(room, record(1), players, 'at once');
  fanOut.tell(room, record(2), players, 'at once');
  frames();
  fanOut.tell(room, record(3), ['player S'], 'at once');
  expect(frames()).toEqual(['players: r3', 'spectators: r2']);
  await clock.pass(2 * gatherFor.calm);
  expect(frames()).toEqual(['spectators: r3']);
});

test('A12 under strain the cursors of small rooms are dropped too, and nothing else', () => {
  members = smallRoom;
  strain = 'overloaded';
  fanOut.tell(room, cursor('heroku', 1), players, 'at once');
  fanOut.tell(room, record(1), players, 'at once');
  strain = 'busy';
  fanOut.tell(room, cursor('heroku', 2), players, 'at once');
  expect(frames()).toEqual(['all: r1', 'all: |2']);
});

test('A12 of cursors and presence only the newest waits, and under strain cursors are dropped', async () => {
  const presence: RoomMessage = ['presence', { here: perSeat(() => true), watching: 98 }];
  fanOut.tell(room, record(1), [], 'at once');
  frames();
  for (const head of [1, 2, 3]) fanOut.tell(room, cursor('heroku', head), [], 'at once');
  fanOut.tell(room, cursor('salesforce', 9), [], 'at once');
  for (let i = 0; i < 3; i++) fanOut.tell(room, presence, [], 'with all');
  await clock.pass(gatherFor.calm);
  expect(frames()).toEqual(['all: |3 |9 presence']);
  strain = 'overloaded';
  fanOut.tell(room, cursor('heroku', 4), players, 'at once');
  fanOut.tell(room, record(2), players, 'at once');
  await clock.pass(gatherFor.overloaded);
  expect(frames()).toEqual(['players: r2', 'spectators: r2']);
});

test('A15 under strain frames are fewer', async () => {
  strain = 'busy';
  fanOut.tell(room, record(1), [], 'at once');
  fanOut.tell(room, record(2), [], 'at once');
  frames();
  await clock.pass(gatherFor.calm);
  expect(frames()).toEqual([]);
  await clock.pass(gatherFor.busy - gatherFor.calm);
  expect(frames()).toEqual(['all: r2']);
});

test('A18 nothing that waits is lost when the server goes down, and no timer is left', async () => {
  fanOut.tell(room, record(1), [], 'at once');
  fanOut.tell(room, record(2), [], 'at once');
  fanOut.close();
  expect(frames()).toEqual(['all: r1', 'all: r2']);
  expect(clock.pending).toBe(0);
});

test('A15 a room that fell silent leaves nothing behind', async () => {
  fanOut.tell(room, record(1), [], 'at once');
  await clock.pass(60_000);
  expect(clock.pending).toBe(0);
});

test('A15 a frame that was late does not make the next one late', async () => {
  let lag = 0;
  fanOut = new FanOut({
    clock: { now: () => clock.now() + lag, after: (delay, then) => clock.after(delay, then) },
    membersOf: () => members,
    send: (delivery) => void sent.push(delivery),
    strain: () => strain,
  });
  for (const seq of [1, 2]) fanOut.tell(room, record(seq), [], 'at once');
  lag = 60;
  await clock.pass(gatherFor.calm);
  expect(frames()).toEqual(['all: r1', 'all: r2']);
  fanOut.tell(room, record(3), [], 'at once');
  await clock.pass(gatherFor.calm - lag - 1);
  expect(frames()).toEqual([]);
  await clock.pass(1);
  expect(frames()).toEqual(['all: r3']);
});

test('A15 rooms that fill at the same moment are told in groups apart, all within one interval', async () => {
  const rooms = Array.from({ length: 100 }, (_, index) => `crowd ${index}` as RoomName);
  for (const seq of [1, 2]) for (const one of rooms) fanOut.tell(one, record(seq), [], 'at once');
  expect(sent.splice(0)).toHaveLength(rooms.length);
  const together: number[] = [];
  const told = new Set<RoomName>();
  for (let passed = 0; passed < gatherFor.calm; passed++) {
    await clock.pass(1);
    together.push(sent.length);
    for (const delivery of sent.splice(0)) told.add(delivery.room);
  }
  expect(Math.max(...together)).toBeLessThan(rooms.length / 3);
  expect(told.size).toBe(rooms.length);
});
