import { alwaysWell } from '../health.ts';
import type { Now, Stores } from '../ports.ts';
import { createMemoryChatLog } from './chat-log.ts';
import { createMemoryMatchArchive } from './match-archive.ts';
import { createMemoryNoteLog } from './note-log.ts';
import { createMemoryRoomLog } from './room-log.ts';

/** Stores that live and die with the process. */
export function createMemoryStores(now: Now): Stores {
  return {
    log: createMemoryRoomLog(now),
    chat: createMemoryChatLog(now),
    archive: createMemoryMatchArchive(),
    notes: createMemoryNoteLog(),
    health: alwaysWell,
    close: async () => {},
  };
}
