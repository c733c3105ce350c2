import { expect, test } from 'vitest';
import type { Seat } from '../../base/ids.ts';
import type { EncodedRecord } from '../encoded-record.ts';
import type { Entry } from '../entries.ts';
import { anna, ben, RoomStory } from '../testing/story.ts';
import { jsonBytes } from '../json-bytes.ts';
import { LogMeter, mostWritten } from './log-meter.ts';

const room = new RoomStory().sits(anna, 'heroku').sits(ben, 'salesforce').starts().state;
const typed = (seat: Seat): Entry => ({
  kind: 'program edited',
  seat,
  epoch: 1,
  version: 0,
  updates: [],
});
const weighing = (bytes: number, ...entries: Entry[]): EncodedRecord => ({
  record: { seq: 1, at: 0, entries },
  json: '',
  bytes,
});

test('A17 each seat has its own measure, of bytes and of records, and a new match begins anew', () => {
  const meter = new LogMeter();
  meter.add(weighing(mostWritten.bytes / 2, typed('heroku')), room);
  expect([meter.share('heroku'), meter.share('salesforce')]).toEqual([0.5, 0]);
  for (let i = 0; i < mostWritten.records; i++) meter.add(weighing(1, typed('salesforce')), room);
  expect(meter.share('salesforce')).toBe(1);
  expect(meter.overflows(weighing(1, typed('salesforce')), room)).toBe(true);
  expect(meter.overflows(weighing(mostWritten.bytes / 2, typed('heroku')), room)).toBe(false);
  expect(meter.overflows(weighing(mostWritten.bytes / 2 + 1, typed('heroku')), room)).toBe(true);
  expect(meter.overflows(weighing(1, { kind: 'person renamed', person: ben }), room)).toBe(true);
  meter.add(weighing(100, { kind: 'coding started', match: 'next' as never, endsAt: 0 }), room);
  expect([meter.share('heroku'), meter.share('salesforce')]).toEqual([0, 0]);
});

test('A17 a seat is told at each hundredth from 80 % on', () => {
  const meter = new LogMeter();
  const told: number[] = [];
  for (let i = 0; i < 400; i++) {
    const seats = meter.add(weighing(mostWritten.bytes / 400, typed('heroku')), room);
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
