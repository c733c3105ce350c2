import { beforeEach, expect, test } from 'vitest';
import type { MatchId, PersonId, RoomName, Seat } from '../shared/base/ids.ts';
import { longestReplay, mostRecords } from '../shared/replay/index.ts';
import { mostWritten, noPeers, RoomHost, type Wish } from '../shared/room/host/index.ts';
import { pageBytes, type LogRecord, type Person, type RoomLog } from '../shared/room/index.ts';
import { HandClock } from '../tests/support/hand-clock.ts';
import { createMemoryStores, type Stores } from './logs/index.ts';

const room = 'logged' as RoomName;
const anna: Person = { id: 'anna' as PersonId, name: 'Anna' };
const ben: Person = { id: 'ben' as PersonId, name: 'Ben' };
const heroku = { kind: 'take seat', seat: 'heroku' } as const;

let clock: HandClock;
let stores: Stores;

beforeEach(() => {
  clock = new HandClock();
  stores = createMemoryStores(() => clock.now());
});

/** A process that serves one room from the stores of this test. */
function process(log: RoomLog = stores.log) {
  const troubles: string[] = [];
  const fillings: { readonly seat: Seat; readonly share: number }[] = [];
  const nobody = (): void => {};
  const host = new RoomHost({
    log,
    archive: stores.archive,
    aside: { of: async () => ({ talk: [], cursors: [] }) },
    clock,
    peers: noPeers,
    chance: { seed: () => 'seed', matchId: () => `match-${clock.now()}` as MatchId },
    audience: {
      record: nobody,
      presence: nobody,
      overall: nobody,
      cursor: nobody,
      players: nobody,
      startedOver: nobody,
      turn: nobody,
      filling: (_room, seat, share) => void fillings.push({ seat, share }),
    },
    report: (trouble, error) => void troubles.push(`${trouble}: ${String(error)}`),
  });
  return {
    host,
    troubles,
    fillings,
    comes: (person: Person) => host.enter(room, `tab of ${person.id}`, person.id, null),
    wishes: (by: Person, wish: Wish) => host.request(room, { by, wish }),
    state: async () => {
      const state = await host.stateOf(room);
      if (state === null) throw new Error('the room has nobody in it');
      return state;
    },
  };
}

type Process = ReturnType<typeof process>;

async function started(serving: Process): Promise<void> {
  await serving.comes(anna);
  await serving.wishes(anna, heroku);
  await serving.wishes(anna, { kind: 'start' });
}

/** Puts a text in the place of everything that may still be written over. */
async function writes(serving: Process, by: Person, seat: Seat, text: string) {
  const { epoch, version, text: before, lockedTo } = (await serving.state()).documents[seat];
  const [line = '', ...more] = text.split('\n');
  const dropped = before.length - lockedTo;
  const updates = [{ clientId: 'c', changes: [lockedTo, [dropped, line, ...more]] as const }];
  return serving.wishes(by, { kind: 'edit', seat, epoch, version, updates });
}

const longName = (index: number): string => `${index}`.padEnd(4000, 'x');

test('A3 a long log is folded page by page when a room is opened again', async () => {
  const first = process();
  await started(first);
  for (let i = 0; i < 60; i++) {
    await first.wishes({ ...anna, name: longName(i) }, { kind: 'rename' });
  }
  const before = await first.state();
  await first.host.close();
  const asked: number[] = [];
  const log: RoomLog = {
    ...stores.log,
    since: (name, seq) => {
      asked.push(seq);
      return stores.log.since(name, seq);
    },
  };
  const second = process(log);
  await second.comes(anna);
  expect(await second.state()).toEqual(before);
  expect(asked.length).toBeGreaterThan(2);
});

test('A5 who asks for what is long ago gets a page, and is told that there is more', async () => {
  const serving = process();
  await started(serving);
  for (let i = 0; i < 60; i++) {
    await serving.wishes({ ...anna, name: longName(i) }, { kind: 'rename' });
  }
  const { seq } = await serving.state();
  const seen: number[] = [];
  for (let more = true; more;) {
    const page = await serving.host.since(room, seen.at(-1) ?? 0);
    if (!page.ok || page.value.kind !== 'records') throw new Error('no page');
    expect(JSON.stringify(page.value).length).toBeLessThan(pageBytes + 10_000);
    seen.push(...page.value.records.map((record) => record.seq));
    more = page.value.more ?? false;
  }
  expect(seen).toEqual(Array.from({ length: seq }, (_, index) => index + 1));
});

test('A5 outside of a match a log does not grow for ever, whatever people do there', async () => {
  const serving = process();
  await serving.comes(anna);
  const kept = async (): Promise<number> => JSON.stringify(await stores.log.load(room)).length;
  const restless = async (times: number): Promise<void> => {
    for (let i = 0; i < times; i++) {
      await serving.wishes(anna, heroku);
      await serving.wishes(anna, { kind: 'leave seat', seat: 'heroku' });
    }
  };
  await restless(1500);
  expect(await kept()).toBeLessThan(150_000);
  await serving.wishes(anna, heroku);
  await serving.wishes(anna, { kind: 'start' });
  await clock.pass(10 * 60_000);
  const { phase, seq } = await serving.state();
  expect(phase.kind).toBe('result');
  await restless(1500);
  expect(await kept()).toBeLessThan(150_000);
  expect((await serving.state()).seq).toBeGreaterThan(seq + 2000);
  expect(serving.troubles).toEqual([]);
});

test('A17 what is stored is paid for by its bytes before it is stored, of whatever kind it is', async () => {
  const serving = process();
  await serving.comes(anna);
  const paid: number[] = [];
  const wish = (one: Wish, by: Person, purse = 1e9) => {
    const pay = (bytes: number): boolean => {
      paid.push(bytes);
      return bytes <= purse;
    };
    return serving.host.request(room, { by, wish: one, pay });
  };
  const wishes: Wish[] = [heroku, { kind: 'rename' }, { kind: 'start' }, { kind: 'ready' }];
  for (const one of wishes) {
    const { seq } = await serving.state();
    const by = one.kind === 'rename' ? { ...anna, name: 'Änne' } : anna;
    expect(await wish(one, by, 10)).toMatchObject({ refusal: { code: 'too-fast' } });
    expect((await serving.state()).seq).toBe(seq);
    expect(await wish(one, by)).toMatchObject({ ok: true });
    const [stored] = (await stores.log.since(room, seq)) as readonly LogRecord[];
    expect(paid.at(-1)).toBe(Buffer.byteLength(JSON.stringify(stored)));
  }
});

test('A11 whoever deletes locked text pays for all of it, which is put back', async () => {
  const serving = process();
  await started(serving);
  await writes(serving, anna, 'heroku', `p.wait(9); // ${'x'.repeat(5000)}\n`);
  const { settings } = await serving.state();
  await clock.pass(settings.codingTime + 3000 + settings.turnTime);
  const { epoch, version, text, lockedTo } = (await serving.state()).documents.heroku;
  expect(lockedTo).toBeGreaterThan(5000);
  const updates = [{ clientId: 'c', changes: [[text.length]] as const }];
  const edit = { kind: 'edit', seat: 'heroku', epoch, version, updates } as const;
  let price = 0;
  const pay = (bytes: number): boolean => (price = bytes) < 0;
  const answer = await serving.host.request(room, { by: anna, wish: edit, pay });
  expect(answer).toMatchObject({ refusal: { code: 'too-fast' } });
  expect(price).toBeGreaterThan(5000);
});

test('A17 a seat that has written all a match may hold is refused, told so before, and the match goes on', async () => {
  const serving = process();
  await serving.comes(anna);
  await serving.comes(ben);
  await serving.wishes(anna, heroku);
  await serving.wishes(ben, { kind: 'take seat', seat: 'salesforce' });
  await serving.wishes(anna, { kind: 'start' });
  const replaces = (by: Person, seat: Seat, letter: string) =>
    writes(serving, by, seat, letter.repeat(19_000));
  let answer = await replaces(anna, 'heroku', '\0');
  let pushes = 0;
  for (; answer.ok && pushes < 200; pushes++) {
    answer = await replaces(anna, 'heroku', pushes % 2 === 0 ? '\u0001' : '\0');
  }
  expect(answer).toMatchObject({ refusal: { code: 'log-full' } });
  expect(serving.fillings[0]).toMatchObject({ seat: 'heroku' });
  expect(serving.fillings[0]?.share).toBeLessThan(0.83);
  expect(serving.fillings.length).toBeLessThan(25);
  for (let i = 0; i < 40; i++) {
    answer = await serving.wishes({ ...anna, name: longName(i) }, { kind: 'rename' });
  }
  expect(answer).toMatchObject({ refusal: { code: 'log-full' } });
  expect(await replaces(ben, 'salesforce', 'p')).toMatchObject({ ok: true });
  expect(await serving.wishes(anna, { kind: 'ready' })).toMatchObject({ ok: true });
  expect(await serving.wishes(ben, { kind: 'ready' })).toMatchObject({ ok: true });
  await clock.pass(10 * 60_000);
  expect((await serving.state()).phase.kind).toBe('result');
  // A log of many pages is read in as many turns of the event loop.
  const { match } = await serving.state();
  const kept = () => stores.archive.summary(match ?? ('' as MatchId));
  await expect.poll(kept, { timeout: 30_000 }).not.toBeNull();
  expect(serving.troubles).toEqual([]);
  await serving.wishes(anna, { kind: 'play again' });
  await serving.wishes(anna, { kind: 'start' });
  expect(await replaces(anna, 'heroku', 'p')).toMatchObject({ ok: true });
});

test('R32 what two seats may write in a match is less than a replay may hold', () => {
  expect(2 * mostWritten.bytes).toBeLessThan(0.6 * longestReplay);
  expect(2 * mostWritten.records).toBeLessThan(0.9 * mostRecords);
});
