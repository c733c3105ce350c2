import { afterAll, beforeAll, expect, test } from 'vitest';
import { realClock } from '../../server/real.ts';
import { newCookie, PageClient } from '../support/page-client.ts';
import { startServer, type TestServer } from '../support/server.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startServer();
});

afterAll(() => server.close());

async function heldBy(cookie: string | null, ...rooms: readonly string[]): Promise<unknown> {
  const query = new URLSearchParams(rooms.map((room) => ['room', room]));
  const answer = await fetch(`${server.address}/api/seats?${query}`, {
    headers: cookie === null ? {} : { cookie },
  });
  expect(answer.headers.get('cache-control')).toBe('no-store');
  return answer.json();
}

test('R3 the start page learns where its own person holds a seat, and nothing of anybody else', async () => {
  const anna = await PageClient.open(server.address, 'way-back', 'Anna');
  const ben = await PageClient.open(server.address, 'way-back', 'Ben');
  await anna.does({ kind: 'take seat', seat: 'heroku' });
  const mine = { rooms: [{ room: 'way-back', inMatch: false }], complete: true };
  expect(await heldBy(anna.cookie, 'way-back', 'never-opened', 'no room')).toEqual(mine);
  await anna.does({ kind: 'start' });
  expect(await heldBy(anna.cookie, 'never-opened', 'way-back')).toEqual({
    rooms: [{ room: 'way-back', inMatch: true }],
    complete: true,
  });
  const nothing = { rooms: [], complete: true };
  expect(await heldBy(ben.cookie, 'way-back')).toEqual(nothing);
  expect(await heldBy(await newCookie(server.address), 'way-back')).toEqual(nothing);
  expect(await heldBy(null, 'way-back')).toEqual(nothing);
  // A list longer than a page can remember is read no further.
  expect(await heldBy(anna.cookie, 'a', 'b', 'c', 'way-back')).toEqual(nothing);
  await anna.does({ kind: 'leave seat', seat: 'heroku' });
  expect(await heldBy(anna.cookie, 'way-back')).toEqual(nothing);
  anna.close();
  ben.close();
});

test('R3 a room that no process has in memory is read from its log, at a pace for each address; others cost nothing', async () => {
  const anna = await PageClient.open(server.address, 'asleep', 'Anna');
  await anna.does({ kind: 'take seat', seat: 'salesforce' });
  const restarted = await startServer(realClock, () => server.stores);
  const held = async (...rooms: readonly string[]): Promise<unknown> => {
    const query = new URLSearchParams(rooms.map((room) => ['room', room]));
    const headers = { cookie: anna.cookie };
    return (await fetch(`${restarted.address}/api/seats?${query}`, { headers })).json();
  };
  const found = { rooms: [{ room: 'asleep', inMatch: false }], complete: true };
  expect(await held('asleep')).toEqual(found);
  const answers = await Promise.all(Array.from({ length: 60 }, () => held('a', 'b', 'asleep')));
  expect(answers).toContainEqual(found);
  expect(answers).toContainEqual({ rooms: [], complete: false });
  // Where somebody sits just now is told however much is asked.
  const ben = await PageClient.open(restarted.address, 'awake', 'Ben');
  await ben.does({ kind: 'take seat', seat: 'heroku' });
  const query = new URLSearchParams(['a', 'b', 'awake'].map((room) => ['room', room]));
  const mine = await fetch(`${restarted.address}/api/seats?${query}`, {
    headers: { cookie: ben.cookie },
  });
  expect(await mine.json()).toEqual({
    rooms: [{ room: 'awake', inMatch: false }],
    complete: false,
  });
  ben.close();
  anna.close();
  await restarted.close();
});

test('R11 too-late reaches whoever pressed for a phase that has passed, on the wire', async () => {
  const anna = await PageClient.open(server.address, 'passed', 'Anna');
  await anna.does({ kind: 'take seat', seat: 'salesforce' });
  const meant = { phase: 'entry', epoch: anna.state.documents.salesforce.epoch } as const;
  await anna.does({ kind: 'start', meant });
  for (const kind of ['start', 'ready'] as const) {
    expect(await anna.wish({ kind, meant })).toMatchObject({ refusal: { code: 'too-late' } });
  }
  expect(await anna.wish({ kind: 'leave seat', seat: 'salesforce', meant })).toMatchObject({
    refusal: { code: 'too-late' },
  });
  expect(anna.state.phase.kind).toBe('coding');
  anna.close();
});
