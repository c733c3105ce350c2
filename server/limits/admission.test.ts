import { expect, test } from 'vitest';
import type { MatchId, PersonId } from '../../shared/base/ids.ts';
import { Admission, type Visitor } from './admission.ts';
import { readLimits, unlimited, usualLimits, type Limits } from './settings.ts';

const clock = { now: 0 };

function admission(limits: Limits = usualLimits): Admission {
  clock.now = 0;
  return new Admission(limits, () => clock.now);
}

function visitor(number: number, address = '192.0.2.1'): Visitor {
  return { address, person: `person${number}` as PersonId };
}

test('B5 a company of 300 behind one address notices nothing', () => {
  const door = admission();
  const open: (() => void)[] = [];
  for (let i = 0; i < 300; i++) {
    clock.now += 200;
    const who = visitor(i);
    expect(door.newPerson(who)).toBeNull();
    // Three pages each, and everybody comes back once.
    for (let page = 0; page < 6; page++) {
      expect(door.newSocket(who)).toBeNull();
      if (page < 3) open.push(door.socketOpened(who));
    }
    expect(door.newRoom(who).take()).toBeNull();
    expect(door.newMatch(who).take()).toBeNull();
  }
  expect(open).toHaveLength(900);
});

test('B5 2,000 phones of one venue need one setting', () => {
  const perAddress = readLimits('people=2500', usualLimits.perAddress);
  if (!perAddress.ok) throw new Error('no limits');
  const door = admission({ ...usualLimits, perAddress: perAddress.value });
  for (let i = 0; i < 2000; i++) {
    expect(door.newPerson(visitor(i))).toBeNull();
    expect(door.newSocket(visitor(i))).toBeNull();
    door.socketOpened(visitor(i));
  }
});

test('B5 one address opens no more than its burst of anything new, and others open theirs', () => {
  const door = admission();
  const { perAddress } = usualLimits;
  const granted = (ask: (who: Visitor) => unknown, address: string): number => {
    let count = 0;
    for (let i = 0; i < 5000; i++) if (ask(visitor(i, address)) === null) count += 1;
    return count;
  };
  for (const address of ['192.0.2.1', '192.0.2.2']) {
    expect(granted((who) => door.newPerson(who), address)).toBe(perAddress.people);
    expect(granted((who) => door.newSocket(who), address)).toBe(perAddress.sockets);
    expect(granted((who) => door.newRoom(who).take(), address)).toBe(perAddress.rooms);
    expect(granted((who) => door.newMatch(who).take(), address)).toBe(perAddress.matches);
  }
});

test('B5 what is full says after how many seconds it is worth another try, and is then not', () => {
  const door = admission();
  for (let i = 0; i < usualLimits.perAddress.rooms; i++) door.newRoom(visitor(i)).take();
  const full = door.newRoom(visitor(9999)).take();
  expect(full).toEqual({ code: 'too-many-rooms', details: { retryAfter: 2 } });
  clock.now = Number(full?.details['retryAfter']) * 1000;
  expect(door.newRoom(visitor(9999)).take()).toBeNull();
  expect(door.stranger(visitor(1))).toBeNull();
});

test('B5 one person opens no more rooms, matches and pages than their own, from wherever', () => {
  const door = admission();
  const { perPerson } = usualLimits;
  const from = (i: number): Visitor => visitor(1, `192.0.2.${i}`);
  const tries = Array.from({ length: 100 }, (_, i) => i);
  const granted = (ask: (i: number) => unknown): number =>
    tries.filter((i) => ask(i) === null).length;
  expect(granted((i) => door.newRoom(from(i)).take())).toBe(perPerson.rooms);
  expect(granted((i) => door.newMatch(from(i)).take())).toBe(perPerson.matches);
  const close: (() => void)[] = [];
  const sockets = granted((i) => {
    const full = door.newSocket(from(i));
    if (full === null) close.push(door.socketOpened(from(i)));
    return full;
  });
  expect(sockets).toBe(perPerson.sockets);
  expect(door.newSocket(from(0))).toMatchObject({ code: 'too-many-pages' });
  close[0]?.();
  expect(door.newSocket(from(0))).toBeNull();
});

test('B5 a match the rules refuse costs nothing', () => {
  const door = admission();
  for (let i = 0; i < 1000; i++) {
    const permit = door.newMatch(visitor(1));
    expect(permit.take()).toBeNull();
    permit.giveBack();
  }
});

test('B5 a process that is full lets nobody new in, and takes another page of those who are there', () => {
  const inAll = { people: 2, sockets: 4, rooms: 3 };
  const door = admission({ ...unlimited, inAll });
  const closeFirst = door.socketOpened(visitor(1));
  door.socketOpened(visitor(2));
  expect(door.newSocket(visitor(3))).toMatchObject({ code: 'server-full' });
  expect(door.newSocket(visitor(1))).toBeNull();
  door.socketOpened(visitor(2));
  door.socketOpened(visitor(2));
  expect(door.newSocket(visitor(1))).toMatchObject({ code: 'server-full' });
  closeFirst();
  expect(door.newSocket(visitor(3))).toBeNull();
  expect(door.anotherRoom(2)).toBeNull();
  expect(door.anotherRoom(3)).toMatchObject({ code: 'server-full' });
});

test('B5 notes go a few at once, then slowly, by person and by match', () => {
  const door = admission();
  const [person, match] = ['person1' as PersonId, 'match1' as MatchId];
  const waits = Array.from({ length: 7 }, () => door.newNote(person, match));
  expect(waits).toEqual([0, 0, 0, 0, 0, 0, 8000]);
  expect(door.newNote('person2' as PersonId, match)).toBe(0);
});

test('B5 no crowd of one kind makes us forget what another has used up', () => {
  const door = admission();
  const room = () => door.newRoom({ address: '192.0.2.1', person: null }).take();
  while (room() === null);
  for (let i = 0; i < 50_000; i++) door.newNote(`person${i}` as PersonId, `match${i}` as MatchId);
  expect(room()).not.toBeNull();
});

test('B5 however many addresses and cookies come, what is remembered of them is bounded', () => {
  const door = admission();
  for (let i = 0; i < 50_000; i++) door.newRoom(visitor(i, `address ${i}`)).take();
  expect(door.remembered).toBeLessThanOrEqual(2 * 20_000);
});

test.each([
  ['', usualLimits.perAddress],
  ['people=5', { ...usualLimits.perAddress, people: 5 }],
  [' rooms = 7 , matches=off ', { ...usualLimits.perAddress, rooms: 7, matches: Infinity }],
  ['off', unlimited.perAddress],
])('B5 limits %j are read', (text, limits) => {
  expect(readLimits(text, usualLimits.perAddress)).toEqual({ ok: true, value: limits });
});

test.each([
  'people',
  'people=',
  'people=0',
  'people=-1',
  'people=1e3',
  'wishes=5',
  'people=1=2',
  ',',
])('B5 limits %j are refused', (text) => {
  expect(readLimits(text, usualLimits.perAddress)).toMatchObject({ ok: false });
});
