import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import Database from 'libsql';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { MatchId, RoomName } from '../../../shared/base/ids.ts';
import { readReplay } from '../../../shared/replay/index.ts';
import { summaryOf } from '../../../shared/room/index.ts';
import { alice, playedMatch, replayIn, wonMatch } from '../contract/index.ts';
import type { Stores } from '../ports.ts';
import { openSqliteStores } from './index.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'old-replays-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function open(): Stores {
  const opened = openSqliteStores(folder, () => 0);
  if (!opened.ok) throw new Error(opened.refusal.code);
  return opened.value;
}

const never = (): boolean => false;
const sample = readFileSync('tests/golden/replays/format-2-played.json', 'utf8');
const { room, match: sampled } = JSON.parse(sample) as { room: RoomName; match: string };

/** The sample as another match, as versions before kept it: named, listed, counted. */
function leaveBehind(stored: Record<string, Buffer>, counted: number): void {
  const database = new Database(join(folder, 'game.sqlite'));
  const replay = readReplay(sample);
  if (!replay.ok) throw new Error(replay.refusal.code);
  for (const [match, body] of Object.entries(stored)) {
    database.prepare('INSERT INTO old_replays VALUES (?, ?, ?, ?)').run(match, room, 5, body);
    const listed = JSON.stringify({ ...summaryOf(replay.value), match, room });
    database.prepare('INSERT INTO matches VALUES (?, ?, ?, ?)').run(match, 5, 1, listed);
  }
  for (const counter of [room, '']) {
    database
      .prepare('INSERT OR REPLACE INTO counters VALUES (?, ?, ?, ?)')
      .run(counter, counted, counted, counted);
  }
  database.close();
}

/** The sample with two lines of talk of either lane, and one that all could read. */
function asMatch(match: string, change: (text: string) => string = (text) => text): Buffer {
  const replay = JSON.parse(sample) as { talk: Record<string, unknown>[] };
  const lanes = ['players', 'spectators', 'all'];
  const talk = lanes.map((lane) =>
    Object.assign({}, replay.talk[0], { lane, text: `said "to", {${lane}` }),
  );
  const text = JSON.stringify({ ...replay, talk }).replaceAll(sampled, match);
  return gzipSync(change(text));
}

const textIn = async (stores: Stores, match: string): Promise<string> =>
  gunzipSync((await stores.archive.stored(match as MatchId)) ?? '').toString('utf8');

test('R57 a replay of before that is asked for has no room and no lanes, from then on', async () => {
  await open().close();
  leaveBehind({ 'match-old': asMatch('match-old') }, 3);
  for (const asked of ['first', 'again']) {
    const stores = open();
    const text = await textIn(stores, 'match-old');
    expect(text, asked).not.toContain(room);
    expect(text, asked).not.toMatch(/\{players|\{spectators|"room"/);
    expect(text, asked).toContain('{all');
    const replay = await replayIn(stores.archive, 'match-old' as MatchId);
    const { records, cursors } = JSON.parse(sample) as { records: unknown[]; cursors: unknown };
    expect(replay).toMatchObject({ match: 'match-old', cursors });
    expect(replay?.records).toHaveLength(records.length);
    await stores.close();
  }
});

test('R57 R62 all of before are rewritten once, whenever it is interrupted; nothing stored names the room', async () => {
  const first = open();
  await first.archive.save(wonMatch('elsewhere', 'match-new', 2));
  await first.close();
  const bodies = Object.fromEntries(
    ['a', 'b', 'c'].map((name) => [`match-${name}`, asMatch(`match-${name}`)]),
  );
  leaveBehind(bodies, 9);
  let looks = 0;
  const interrupted = open();
  await interrupted.archive.rewriteOld(() => ++looks > 1);
  await interrupted.close();
  for (let i = 0; i < 2; i++) {
    const stores = open();
    await stores.archive.rewriteOld(never);
    await stores.close();
  }
  const database = new Database(join(folder, 'game.sqlite'));
  expect(database.prepare('SELECT count(*) AS count FROM old_replays').get()).toMatchObject({
    count: 0,
  });
  const listed = database.prepare('SELECT body FROM matches').all() as { body: string }[];
  database.close();
  expect(listed).toHaveLength(4);
  expect(JSON.stringify(listed)).not.toContain(`room`);
  const stores = open();
  for (const match of Object.keys(bodies)) expect(await textIn(stores, match)).not.toContain(room);
  await stores.close();
});

test('R62 a match of before that should not have counted is taken back, once', async () => {
  await open().close();
  const alone = playedMatch('match-alone', alice, 5);
  leaveBehind({ 'match-alone': asMatch('match-alone') }, 4);
  const database = new Database(join(folder, 'game.sqlite'));
  const listed = JSON.stringify({ ...summaryOf(alone), room });
  database.prepare('UPDATE matches SET body = ?').run(listed);
  database.close();
  for (let i = 0; i < 2; i++) {
    const stores = open();
    await stores.archive.rewriteOld(never);
    const score = { salesforce: 4, heroku: 4, draws: 3 };
    expect(await stores.archive.score(room)).toEqual(score);
    expect(await stores.archive.score()).toEqual(score);
    await stores.close();
  }
});

test.each([
  ['damaged bytes', Buffer.from('nonsense')],
  ['a text cut off', asMatch('match-bad', (text) => text.slice(0, -100))],
  ['another thing', gzipSync('[1, 2]')],
  ['no JSON in it', gzipSync('{"match":nonsense,"start":{}}')],
])('A17 %s: refused, and no other replay waits for it', async (_, body) => {
  await open().close();
  leaveBehind({ 'match-bad': body, 'match-good': asMatch('match-good') }, 0);
  const stores = open();
  await stores.archive.rewriteOld(never);
  await expect(stores.archive.stored('match-bad' as MatchId)).rejects.toMatchObject({
    code: 'replay-unreadable',
  });
  expect(await textIn(stores, 'match-good')).not.toContain(room);
  await stores.close();
});
