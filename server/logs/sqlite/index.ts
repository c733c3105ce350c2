import { ok, type Result } from '../../../shared/base/result.ts';
import type { Now, Stores } from '../ports.ts';
import { createSqliteChatLog } from './chat-log.ts';
import { createGroupCommit } from './group-commit.ts';
import { openDatabase, type StoreRefusalCode } from './database.ts';
import { createSqliteMatchArchive } from './match-archive.ts';
import { createSqliteNoteLog } from './note-log.ts';
import { createSqliteRoomLog } from './room-log.ts';

export type { StoreRefusalCode } from './database.ts';

/**
 * Stores in one SQLite file of a data folder, and a journal of two files in front of it; all are made
 * if they are not there. One process at a time can have a folder open.
 */
export function openSqliteStores(folder: string, now: Now): Result<Stores, StoreRefusalCode> {
  const opened = openDatabase(folder);
  if (!opened.ok) return opened;
  const { database, files, close } = opened.value;
  const commits = createGroupCommit(database);
  const log = createSqliteRoomLog(database, now, commits, files);
  return ok({
    log,
    chat: createSqliteChatLog(database, now, commits),
    archive: createSqliteMatchArchive(database),
    notes: createSqliteNoteLog(database),
    close: async () => {
      commits.flush();
      await log.close();
      close();
    },
  });
}
