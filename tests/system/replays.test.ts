import { afterEach, beforeEach, expect, test } from 'vitest';
import type { MatchId, PersonId } from '../../shared/base/ids.ts';
import type { MatchLists, NoteList } from '../../shared/protocol/index.ts';
import type { ReviewNote } from '../../shared/room/index.ts';
import { alice, playedMatch } from '../../server/logs/contract/index.ts';
import { HandClock } from '../support/hand-clock.ts';
import { newCookie, PageClient } from '../support/page-client.ts';
import { startServer, type TestServer } from '../support/server.ts';

let server: TestServer;
let clock: HandClock;

beforeEach(async () => {
  clock = new HandClock();
  server = await startServer(clock);
});
afterEach(() => server.close());

/** Somebody with a session: their cookie and who it makes them. */
async function somebody(): Promise<{ cookie: string; id: PersonId }> {
  const cookie = await newCookie(server.address);
  return { cookie, id: /^person=([\w-]{16})\./.exec(cookie)?.[1] as PersonId };
}

const address = (path: string): string => `${server.address}/api/replay/match-one/notes${path}`;
const draft = { time: 400, seat: 'heroku', line: 2, name: 'Rin', text: 'why <b>left</b>?' };

function leave(cookie: string, body: unknown, headers: Record<string, string> = {}) {
  return fetch(address(''), {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie, ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

async function notes(cookie = ''): Promise<NoteList> {
  return (await (await fetch(address(''), { headers: { cookie } })).json()) as NoteList;
}

test('R32 lists name the newest matches of all, and those of whoever asks', async () => {
  const me = await somebody();
  await server.stores.archive.save(playedMatch('match-mine', { id: me.id, name: 'Me' }, 2_000_000));
  await server.stores.archive.save(playedMatch('match-other', alice, 3_000_000));
  const ask = async (cookie: string): Promise<MatchLists> =>
    (await (
      await fetch(`${server.address}/api/matches`, { headers: { cookie } })
    ).json()) as MatchLists;
  const { recent, mine } = await ask(me.cookie);
  expect(recent.map(({ match }) => match)).toEqual(['match-other', 'match-mine']);
  expect(mine).toEqual([recent[1]]);
  expect(mine[0]).toMatchObject({ names: { salesforce: null, heroku: 'Me' }, turns: 1 });
  expect(JSON.stringify(recent)).not.toMatch(/plaza|alice/);
  expect((await ask('')).mine).toEqual([]);
});

test('a note on a line at a moment stays, with author and time, as text', async () => {
  await server.stores.archive.save(playedMatch('match-one', alice, 2_000_000));
  const rin = await somebody();
  const answer = await leave(rin.cookie, draft);
  expect(answer.status).toBe(201);
  const note = (await answer.json()) as ReviewNote;
  expect(note).toEqual({
    ...draft,
    id: 1,
    at: clock.now(),
    from: rin.id,
    player: null,
  });
  expect(await notes()).toEqual({ you: null, notes: [note] });
  expect((await notes(rin.cookie)).you).toBe(rin.id);
});

test('a note of a player is marked by their session, not by their word', async () => {
  const ben = await somebody();
  await server.stores.archive.save(playedMatch('match-one', { id: ben.id, name: 'Ben' }, 2e6));
  await leave(ben.cookie, draft);
  await leave((await somebody()).cookie, { ...draft, name: 'Ben' });
  expect((await leave(ben.cookie, { ...draft, player: 'heroku' })).status).toBe(400);
  expect((await notes()).notes.map(({ player }) => player)).toEqual(['heroku', null]);
});

test('only its author takes a note away', async () => {
  await server.stores.archive.save(playedMatch('match-one', alice, 2_000_000));
  const [rin, other] = [await somebody(), await somebody()];
  await leave(rin.cookie, draft);
  const remove = async (cookie: string): Promise<number> =>
    (await fetch(address('/1'), { method: 'DELETE', headers: { cookie } })).status;
  expect(await remove('')).toBe(401);
  expect(await remove(other.cookie)).toBe(404);
  expect(await remove(rin.cookie)).toBe(200);
  expect((await notes()).notes).toEqual([]);
});

test('notes are rate-limited by person, and time gives the allowance back', async () => {
  await server.stores.archive.save(playedMatch('match-one', alice, 2_000_000));
  const rin = await somebody();
  const statuses: number[] = [];
  for (let i = 0; i < 8; i++) statuses.push((await leave(rin.cookie, draft)).status);
  expect(statuses).toEqual([201, 201, 201, 201, 201, 201, 429, 429]);
  expect((await leave((await somebody()).cookie, draft)).status).toBe(201);
  await clock.pass(8000);
  expect((await leave(rin.cookie, draft)).status).toBe(201);
});

test.each([
  ['no JSON', '{"time":', 400],
  ['an empty text', { ...draft, text: ' \u0000 ' }, 400],
  ['a text too long', { ...draft, text: 'x'.repeat(501) }, 400],
  ['a body too long', { ...draft, text: 'x'.repeat(100_000) }, 400],
  ['a line before the first', { ...draft, line: 0 }, 400],
  ['a time that is none', { ...draft, time: -1 }, 400],
  ['a huge number', JSON.stringify(draft).replace('400', '1e999'), 400],
  ['an inherited key', '{"__proto__":{"admin":true}}', 400],
  ['an array', [], 400],
])('A17 %s is refused', async (_, body, status) => {
  await server.stores.archive.save(playedMatch('match-one', alice, 2_000_000));
  const answer = await leave((await somebody()).cookie, body);
  expect(answer.status).toBe(status);
  expect(await answer.json()).toMatchObject({ code: 'bad-note' });
  expect((await notes()).notes).toEqual([]);
});

test('A17 notes come from sessions on our own pages, on matches that exist', async () => {
  const { cookie } = await somebody();
  expect((await leave(cookie, draft)).status).toBe(404);
  await server.stores.archive.save(playedMatch('match-one', alice, 2_000_000));
  expect((await leave('', draft)).status).toBe(401);
  expect((await leave(`${cookie}x`, draft)).status).toBe(401);
  expect((await leave(cookie, draft, { origin: 'https://elsewhere.example' })).status).toBe(403);
  expect((await leave(cookie, draft, { 'content-type': 'text/plain' })).status).toBe(415);
  expect((await fetch(address(''), { method: 'PUT', headers: { cookie } })).status).toBe(405);
  expect((await fetch(`${server.address}/api/replay/match-two/notes`)).status).toBe(404);
});

const replay = (headers: Record<string, string> = {}, method = 'GET') =>
  fetch(`${server.address}/api/replay/match-one`, { method, headers });

test('D8 a replay is sent as it is stored, and unzipped for whoever cannot read that', async () => {
  await server.stores.archive.save(playedMatch('match-one', alice, 2_000_000));
  const zipped = await replay({ 'accept-encoding': 'br, gzip' });
  expect(zipped.headers.get('content-encoding')).toBe('gzip');
  const stored = await server.stores.archive.stored('match-one' as MatchId);
  expect(zipped.headers.get('content-length')).toBe(String(stored?.length));
  const json: unknown = await zipped.json();
  for (const accepted of ['identity', 'gzip;q=0', 'br', '*;q=0']) {
    const plain = await replay({ 'accept-encoding': accepted });
    expect(plain.headers.get('content-encoding'), accepted).toBeNull();
    expect(await plain.json()).toEqual(json);
  }
});

test('D8 a browser that has a replay is told that it has not changed, as long as it is kept', async () => {
  await server.stores.archive.save(playedMatch('match-one', alice, 2_000_000));
  const etag = (await replay()).headers.get('etag') ?? '';
  const again = await replay({ 'if-none-match': etag });
  expect(again.status).toBe(304);
  expect(await again.text()).toBe('');
  expect((await replay({ 'if-none-match': '"another"' })).status).toBe(200);
  const gone = `${server.address}/api/replay/match-two`;
  expect((await fetch(gone, { headers: { 'if-none-match': etag } })).status).toBe(404);
  const head = await replay({}, 'HEAD');
  expect([head.status, head.headers.get('etag'), await head.text()]).toEqual([200, etag, '']);
});

test('R57 R34 a match says neither its room nor what was said in a lane', async () => {
  const { address } = server;
  const pages = await Promise.all(
    ['Anna', 'Ben', 'Cleo'].map((name) => PageClient.open(address, 'secret-room', name)),
  );
  const [anna, ben, cleo] = pages as [PageClient, PageClient, PageClient];
  await anna.does({ kind: 'take seat', seat: 'salesforce' });
  await ben.does({ kind: 'take seat', seat: 'heroku' });
  await anna.does({ kind: 'start' });
  await anna.say('among players');
  await cleo.say('among spectators');
  await ben.does({ kind: 'leave seat', seat: 'heroku' });
  await anna.until(() => anna.state.phase.kind === 'result', 'the result');
  const answer = await fetch(`${address}/api/replay/${anna.state.match}`);
  expect(answer.status).toBe(200);
  const text = await answer.text();
  expect(text).toContain('Anna');
  expect(text).not.toMatch(/secret-room|among players|among spectators/);
  for (const page of pages) page.close();
});
