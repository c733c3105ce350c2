import { ok, type Result } from '../../../shared/base/result.ts';
import { ProbedHealth, watched } from '../health.ts';
import type { Now, Stores } from '../ports.ts';
import { createSqliteChatLog } from './chat-log.ts';
import { createGroupCommit } from './group-commit.ts';
import {
  folderRefusal,
  openDatabase,
  type OpenedFolder,
  type StoreRefusalCode,
} from './database.ts';
import { createSqliteMatchArchive } from './match-archive.ts';
import { createSqliteNoteLog } from './note-log.ts';
import { storeProbe } from './probe.ts';
import { createSqliteReplayShelf } from './replay-shelf.ts';
import { createSqliteRoomLog } from './room-log.ts';

export { folderRefusal, type StoreRefusalCode } from './database.ts';

/**
 * Stores in one SQLite file of a data folder, and a journal of two files in front of it; all are made
 * if they are not there. One process at a time can have a folder open.
 */
export function openSqliteStores(folder: string, now: Now): Result<Stores, StoreRefusalCode> {
  const opened = openDatabase(folder);
  if (!opened.ok) return opened;
  try {
    return ok(storesIn(folder, opened.value, now));
  } catch (error) {
    opened.value.close();
    return folderRefusal(folder, error);
  }
}

/** The stores in a folder that is open. */
export function storesIn(
  folder: string,
  { database, files, close }: OpenedFolder,
  now: Now,
): Stores {
  const commits = createGroupCommit(database);
  const log = createSqliteRoomLog(database, now, commits, files);
  const health = new ProbedHealth(storeProbe(database, folder), now);
  const failed = (error: unknown): void => health.failed(error);
  return {
    log: watched(log, failed),
    chat: watched(createSqliteChatLog(database, now, commits), failed),
    archive: watched(createSqliteMatchArchive(database), failed),
    notes: watched(createSqliteNoteLog(database), failed),
    shelf: watched(createSqliteReplayShelf(database), failed),
    health,
    close: async () => {
      health.close();
      commits.flush();
      await log.close();
      close();
    },
  };
}
