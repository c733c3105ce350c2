import { join } from 'node:path';
import Database from 'libsql';
import { ok, refused, type Refusal, type Result } from '../../../shared/base/result.ts';
import { makeFolder } from '../../folder.ts';
import { troubleOf } from '../health.ts';
import { JournalFile } from './journal-file.ts';
import { writeProbe } from './probe.ts';
import { migrate, schemaVersion } from './schema.ts';

/** Why the data folder cannot be used; the words stand in server/words.ts. */
export type StoreRefusalCode =
  | 'data-folder-unusable'
  | 'data-disk-full'
  | 'data-in-use'
  | 'data-damaged'
  | 'data-too-new';

/** A process that is just ending leaves the folder within this time, in milliseconds. */
const lockWait = 2000;

/** Once the folder is ours only some tool can hold the file; nobody is to wait for that one long. */
const toolWait = 50;

/** What lies in a data folder, open. */
export interface OpenedFolder {
  readonly database: Database.Database;
  readonly files: readonly [JournalFile, JournalFile];
  /** Closes the database and lets others have the folder. */
  readonly close: () => void;
}

/**
 * Opens what lies in a data folder and makes it if it is not there. Write-ahead log with
 * `synchronous = NORMAL`: what was committed survives the death of the process at any moment (the
 * pages are with the operating system); only the machine itself going down may cost the last moments.
 */
export function openDatabase(folder: string): Result<OpenedFolder, StoreRefusalCode> {
  let leave = (): void => {};
  try {
    makeFolder(folder);
    leave = taken(folder);
    const database = new GameDatabase(join(folder, 'game.sqlite'), { timeout: lockWait });
    const close = (): void => {
      database.close();
      leave();
    };
    const version = prepared(database);
    if (version <= schemaVersion) {
      database.pragma(`busy_timeout = ${toolWait}`);
      return ok({ database, files: journalFiles(folder), close });
    }
    close();
    return refused('data-too-new', { folder, version, known: schemaVersion });
  } catch (error) {
    leave();
    return folderRefusal(folder, error);
  }
}

/** A failure that has ended a transaction already, a full disk for one, is not hidden by its ROLLBACK. */
class GameDatabase extends Database {
  override exec(sql: string): this {
    if (sql !== 'ROLLBACK' || this.inTransaction) super.exec(sql);
    return this;
  }
}

/** Why a data folder cannot be used. */
export function folderRefusal(
  folder: string,
  error: unknown,
): { readonly ok: false; readonly refusal: Refusal<StoreRefusalCode> } {
  return refused(refusalOf(error, folder), {
    folder,
    reason: error instanceof Error ? error.message : String(error),
  });
}

/** Sets the connection up and brings the tables up to date; answers the version found. */
function prepared(database: Database.Database): number {
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = NORMAL');
  return database
    .transaction((): number => {
      const version = versionOf(database);
      if (version > schemaVersion) return version;
      migrate(database, version);
      // Also proves that the folder can be written to, now instead of in the middle of a match.
      database.exec(`PRAGMA user_version = ${schemaVersion}`);
      return schemaVersion;
    })
    .immediate();
}

function versionOf(database: Database.Database): number {
  const found = database.prepare('PRAGMA user_version').get() as { user_version: number };
  return found.user_version;
}

/**
 * Takes a folder for this process alone: what is in the journal, and the last numbers of rooms, only
 * one can know. The lock of an empty database does it, which goes with the process whatever happens.
 * Answers what gives the folder free again.
 */
function taken(folder: string): () => void {
  const lock = new Database(join(folder, 'in-use.sqlite'), { timeout: lockWait });
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    throw error;
  }
  return () => {
    lock.exec('ROLLBACK');
    lock.close();
  };
}

function journalFiles(folder: string): readonly [JournalFile, JournalFile] {
  return [
    new JournalFile(join(folder, 'records-1.journal')),
    new JournalFile(join(folder, 'records-2.journal')),
  ];
}

/** SQLite calls a full disk by many names: what the file system says of a plain file decides. */
function refusalOf(error: unknown, folder: string): StoreRefusalCode {
  const trouble = troubleOf(error);
  if (trouble === 'locked') return 'data-in-use';
  if (trouble === 'damaged') return 'data-damaged';
  return trouble === 'disk-full' || isFull(folder) ? 'data-disk-full' : 'data-folder-unusable';
}

function isFull(folder: string): boolean {
  try {
    writeProbe(folder);
    return false;
  } catch (error) {
    return troubleOf(error) === 'disk-full';
  }
}
