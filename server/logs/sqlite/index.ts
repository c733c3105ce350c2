import { ok, type Result } from '../../../shared/base/result.ts';
import type { Now, Stores } from '../ports.ts';
import { createSqliteChatLog } from './chat-log.ts';
import { createGroupCommit } from './group-commit.ts';
import { openDatabase, type StoreRefusalCode } from './database.ts';
import { createSqliteMatchArchive } from './match-archive.ts';
import { createSqliteNoteLog } from './note-log.ts';
import { createSqliteRoomLog } from './room-log.ts';

export type { StoreRefusalCode } from './database.ts';

/** Stores in one SQLite file of a data folder; both are made if they are not there. */
export function openSqliteStores(folder: string, now: Now): Result<Stores, StoreRefusalCode> {
  const opened = openDatabase(folder);
  if (!opened.ok) return opened;
  const database = opened.value;
  const commits = createGroupCommit(database);
  return ok({
    log: createSqliteRoomLog(database, now, commits),
    chat: createSqliteChatLog(database, now, commits),
    archive: createSqliteMatchArchive(database),
    notes: createSqliteNoteLog(database),
    close: async () => {
      commits.flush();
      database.close();
    },
  });
}
