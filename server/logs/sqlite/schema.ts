import { gunzipSync } from 'node:zlib';
import type Database from 'libsql';
import { summaryOf } from '../../../shared/room/index.ts';
import { readReplay } from '../../../shared/replay/index.ts';
import { keepSummary } from './summaries.ts';

/**
 * Version of the tables below, kept in the file's `user_version`. Since 3 a row of `records` may hold
 * several of them, on lines, under the number of the last; the tables are those of 2.
 */
export const schemaVersion = 4;

/**
 * Bodies are JSON, in which lone surrogates and NUL are escapes, so that any text survives. Room ''
 * in `counters` stands for all rooms.
 */
const version1 = `
  CREATE TABLE rooms (
    name TEXT PRIMARY KEY, last_seq INTEGER NOT NULL, touched_at INTEGER NOT NULL
  ) WITHOUT ROWID;
  CREATE TABLE records (
    room TEXT NOT NULL, seq INTEGER NOT NULL, body TEXT NOT NULL, PRIMARY KEY (room, seq)
  ) WITHOUT ROWID;
  CREATE TABLE snapshots (room TEXT PRIMARY KEY, seq INTEGER NOT NULL, body TEXT NOT NULL);
  CREATE TABLE chats (
    room TEXT PRIMARY KEY, last_id INTEGER NOT NULL, touched_at INTEGER NOT NULL
  ) WITHOUT ROWID;
  CREATE TABLE messages (
    room TEXT NOT NULL, id INTEGER NOT NULL, body TEXT NOT NULL, PRIMARY KEY (room, id)
  ) WITHOUT ROWID;
  CREATE TABLE replays (
    match TEXT PRIMARY KEY, room TEXT NOT NULL, ended_at INTEGER NOT NULL, body BLOB NOT NULL
  );
  CREATE TABLE counters (
    room TEXT PRIMARY KEY, salesforce INTEGER NOT NULL, heroku INTEGER NOT NULL,
    draws INTEGER NOT NULL
  ) WITHOUT ROWID;
`;

/** Lists of matches, and notes on them. `listed` is 0 for a match without a turn. */
const version2 = `
  CREATE TABLE matches (
    match TEXT PRIMARY KEY, ended_at INTEGER NOT NULL, listed INTEGER NOT NULL, body TEXT NOT NULL
  ) WITHOUT ROWID;
  CREATE INDEX matches_by_end ON matches (listed, ended_at, match);
  CREATE TABLE played (
    person TEXT NOT NULL, ended_at INTEGER NOT NULL, match TEXT NOT NULL,
    PRIMARY KEY (person, ended_at, match)
  ) WITHOUT ROWID;
  CREATE TABLE note_counters (match TEXT PRIMARY KEY, last_id INTEGER NOT NULL) WITHOUT ROWID;
  CREATE TABLE notes (
    match TEXT NOT NULL, id INTEGER NOT NULL, author TEXT NOT NULL, body TEXT NOT NULL,
    PRIMARY KEY (match, id)
  ) WITHOUT ROWID;
`;

/** Replays as they are sent. Those of before, which name their rooms, are rewritten one by one. */
const version4 = `
  ALTER TABLE replays RENAME TO old_replays;
  CREATE TABLE replays (match TEXT PRIMARY KEY, ended_at INTEGER NOT NULL, body BLOB NOT NULL);
`;

/** Brings the tables of a file of some version (0: an empty one) to the present one. */
export function migrate(database: Database.Database, version: number): void {
  if (version < 1) database.exec(version1);
  if (version < 2) {
    database.exec(version2);
    listOldReplays(database);
  }
  if (version < 4) database.exec(version4);
}

/** Replays of version 1 were in no list. One that cannot be read any more stays out of it. */
function listOldReplays(database: Database.Database): void {
  const rows = database.prepare('SELECT match FROM replays').all() as { match: string }[];
  const bodyOf = database.prepare('SELECT body FROM replays WHERE match = ?');
  const keep = keepSummary(database);
  for (const { match } of rows) {
    const { body } = bodyOf.get(match) as { body: Buffer };
    const replay = readReplay(unzippedNow(body));
    if (replay.ok) keep(summaryOf(replay.value));
  }
}

/** Before anybody is served nobody waits for it. Damaged data gives an empty text, which no replay is. */
function unzippedNow(body: Buffer): string {
  try {
    return gunzipSync(body).toString('utf8');
  } catch {
    return '';
  }
}
