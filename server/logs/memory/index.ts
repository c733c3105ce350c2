import type { Now, Stores } from '../ports.ts';
import { createMemoryChatLog } from './chat-log.ts';
import { createMemoryMatchArchive } from './match-archive.ts';
import { createMemoryRoomLog } from './room-log.ts';

/** Stores that live and die with the process. */
export function createMemoryStores(now: Now): Stores {
  return {
    log: createMemoryRoomLog(now),
    chat: createMemoryChatLog(now),
    archive: createMemoryMatchArchive(),
    close: async () => {},
  };
}
