import { expect, test } from 'vitest';
import type { Seat } from '../../base/ids.ts';
import type { Entry, LogRecord } from '../entries.ts';
import { anna, ben, RoomStory } from '../testing/story.ts';
import { jsonBytes } from './json-bytes.ts';
import { LogMeter, mostWritten } from './log-meter.ts';

const room = new RoomStory().sits(anna, 'heroku').sits(ben, 'salesforce').starts().state;
const typed = (seat: Seat): Entry => ({
  kind: 'program edited',
  seat,
  epoch: 1,
  version: 0,
  updates: [],
});
const record = (...entries: Entry[]): LogRecord => ({ seq: 1, at: 0, entries });

test('A17 each seat has its own measure, of bytes and of records, and a new match begins anew', () => {
  const meter = new LogMeter();
  meter.add(record(typed('heroku')), mostWritten.bytes / 2, room);
  expect([meter.share('heroku'), meter.share('salesforce')]).toEqual([0.5, 0]);
  for (let i = 0; i < mostWritten.records; i++) meter.add(record(typed('salesforce')), 1, room);
  expect(meter.share('salesforce')).toBe(1);
  expect(meter.overflows([typed('salesforce')], 1, room)).toBe(true);
  expect(meter.overflows([typed('heroku')], mostWritten.bytes / 2, room)).toBe(false);
  expect(meter.overflows([typed('heroku')], mostWritten.bytes / 2 + 1, room)).toBe(true);
  expect(meter.overflows([{ kind: 'person renamed', person: ben }], 1, room)).toBe(true);
  meter.add(record({ kind: 'coding started', match: 'next' as never, endsAt: 0 }), 100, room);
  expect([meter.share('heroku'), meter.share('salesforce')]).toEqual([0, 0]);
});

test('A17 a seat is told at each hundredth from 80 % on', () => {
  const meter = new LogMeter();
  const told: number[] = [];
  for (let i = 0; i < 400; i++) {
    const seats = meter.add(record(typed('heroku')), mostWritten.bytes / 400, room);
    if (seats.length > 0) told.push(Math.floor(meter.share('heroku') * 100 + 1e-9));
  }
  expect(told).toEqual(Array.from({ length: 21 }, (_, index) => 80 + index));
});

test('what JSON weighs is its bytes in UTF-8', () => {
  const texts = ['plain', 'é', '漢字', '🐞', '\ud800', '\0\n"\\', { list: [1, 'ü', null] }];
  for (const value of texts) {
    expect(jsonBytes(value)).toBe(new TextEncoder().encode(JSON.stringify(value)).length);
  }
});
