import { alwaysWell } from '../health.ts';
import type { Now, Stores } from '../ports.ts';
import { createMemoryChatLog } from './chat-log.ts';
import { createMemoryMatchArchive } from './match-archive.ts';
import { createMemoryNoteLog } from './note-log.ts';
import { createMemoryReplayShelf } from './replay-shelf.ts';
import { createMemoryRoomLog } from './room-log.ts';

/** Stores that live and die with the process. */
export function createMemoryStores(now: Now): Stores {
  const archive = createMemoryMatchArchive();
  const notes = createMemoryNoteLog();
  return {
    log: createMemoryRoomLog(now),
    chat: createMemoryChatLog(now),
    archive,
    notes,
    shelf: createMemoryReplayShelf(archive, notes),
    health: alwaysWell,
    close: async () => {},
  };
}
