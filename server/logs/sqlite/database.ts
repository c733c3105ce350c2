import { join } from 'node:path';
import Database from 'libsql';
import { ok, refused, type Result } from '../../../shared/base/result.ts';
import { makeFolder } from '../../folder.ts';
import { migrate, schemaVersion } from './schema.ts';

/** Why the data folder cannot be used; the words stand in server/words.ts. */
export type StoreRefusalCode = 'data-folder-unusable' | 'data-damaged' | 'data-too-new';

/** A second process on the same file (a back-up, say) holds its lock for moments only. */
const lockWait = 2000;

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

/** Sets the connection up and brings the tables up to date; answers the version found. */
function prepared(database: Database.Database): number {
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = NORMAL');
  return database
    .transaction((): number => {
      const { user_version: version } = database.prepare('PRAGMA user_version').get() as {
        user_version: number;
      };
      if (version > schemaVersion) return version;
      migrate(database, version);
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
