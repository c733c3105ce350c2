import { afterAll, beforeAll, expect, test } from 'vitest';
import { playedMatch, alice } from '../../server/logs/contract/index.ts';
import type { MatchId } from '../../shared/base/ids.ts';
import { newCookie } from '../support/page-client.ts';
import { startServer, type TestServer } from '../support/server.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startServer();
  for (const [match, why] of [
    ['match-old', 'age'],
    ['match-large', 'space'],
  ] as const) {
    await server.stores.archive.save(playedMatch(match, alice, 1_000_000));
    await server.stores.shelf.drop(match as MatchId, { at: 2_000_000, why });
  }
});

afterAll(() => server.close());

test.each([
  ['match-old', 'age'],
  ['match-large', 'space'],
])('B5 a link to %s answers 410 and says why: %s', async (match, why) => {
  const gone = { code: 'replay-gone', details: { why } };
  for (const path of [`/api/replay/${match}`, `/api/replay/${match}/notes`]) {
    const answer = await fetch(`${server.address}${path}`);
    expect([answer.status, await answer.json()]).toEqual([410, gone]);
  }
  const page = await fetch(`${server.address}/replay/${match}`);
  expect([page.status, page.headers.get('content-type')]).toEqual([
    410,
    'text/html; charset=utf-8',
  ]);
});

test('B5 no note can be left on a replay that is gone', async () => {
  const cookie = await newCookie(server.address);
  const answer = await fetch(`${server.address}/api/replay/match-old/notes`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify({ time: 0, seat: 'heroku', line: 1, name: '', text: 'look' }),
  });
  expect([answer.status, await answer.json()]).toMatchObject([410, { code: 'replay-gone' }]);
});

test('B5 a match nobody played is not there, as before', async () => {
  expect((await fetch(`${server.address}/api/replay/match-never`)).status).toBe(404);
  expect((await fetch(`${server.address}/replay/match-never`)).status).toBe(200);
});
