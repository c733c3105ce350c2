import { alwaysWell } from '../health.ts';
import type { Now, Stores } from '../ports.ts';
import { createRedisChatLog } from './chat-log.ts';
import type { RedisClient } from './connection.ts';
import { createRedisMatchArchive } from './match-archive.ts';
import { createRedisNoteLog } from './note-log.ts';
import { createRedisReplayShelf } from './replay-shelf.ts';
import { createRedisRoomLog } from './room-log.ts';

/** Stores over a connection that its owner opens and closes, and whose health its owner knows. */
export function createRedisStores(client: RedisClient, now: Now): Stores {
  return {
    log: createRedisRoomLog(client, now),
    chat: createRedisChatLog(client, now),
    archive: createRedisMatchArchive(client),
    notes: createRedisNoteLog(client),
    shelf: createRedisReplayShelf(client),
    health: alwaysWell,
    close: async () => {},
  };
}
