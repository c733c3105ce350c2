import { join } from 'node:path';
import Database from 'libsql';
import { ok, refused, type Result } from '../../../shared/base/result.ts';
import { makeFolder } from '../../folder.ts';

/** Why the data folder cannot be used; the words stand in server/words.ts. */
export type StoreRefusalCode = 'data-folder-unusable' | 'data-damaged' | 'data-too-new';

/** Version of the tables below, kept in the file's `user_version`. */
const schemaVersion = 1;

/** A second process on the same file (a back-up, say) holds its lock for moments only. */
const lockWait = 2000;

/**
 * Bodies are JSON, in which lone surrogates and NUL are escapes, so that any text survives. Room ''
 * in `counters` stands for all rooms.
 */
const schema = `
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

/**
 * Opens the database of a data folder and makes both if they are not there. Write-ahead log with
 * `synchronous = NORMAL`: what was committed survives the death of the process at any moment (the
 * pages are with the operating system); only the machine itself going down may cost the last moments.
 */
export function openDatabase(folder: string): Result<Database.Database, StoreRefusalCode> {
  try {
    makeFolder(folder);
    const database = new Database(join(folder, 'game.sqlite'), { timeout: lockWait });
    const version = prepared(database);
    if (version <= schemaVersion) return ok(database);
    database.close();
    return refused('data-too-new', { folder, version, known: schemaVersion });
  } catch (error) {
    return refused(isDamage(error) ? 'data-damaged' : 'data-folder-unusable', {
      folder,
      reason: error instanceof Error ? error.message : String(error),
    });
  }
}

/** Sets the connection up and makes the tables of an empty file; answers the version found. */
function prepared(database: Database.Database): number {
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = NORMAL');
  return database
    .transaction((): number => {
      const { user_version: version } = database.prepare('PRAGMA user_version').get() as {
        user_version: number;
      };
      if (version > schemaVersion) return version;
      if (version === 0) database.exec(schema);
      // Also proves that the folder can be written to, now instead of in the middle of a match.
      database.exec(`PRAGMA user_version = ${schemaVersion}`);
      return schemaVersion;
    })
    .immediate();
}

function isDamage(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return code.startsWith('SQLITE_NOTADB') || code.startsWith('SQLITE_CORRUPT');
}
