import type Database from 'libsql';
import type { RoomName } from '../../../shared/base/ids.ts';
import { chatKept, type ChatMessage } from '../../../shared/protocol/index.ts';
import type { ChatDraft, ChatLog, Now } from '../ports.ts';
import { touchPace } from './room-log.ts';

/** The chat log in SQLite. */
export function createSqliteChatLog(database: Database.Database, now: Now): ChatLog {
  const nextId = database.prepare(`
    INSERT INTO chats VALUES (?, 1, ?)
    ON CONFLICT (room) DO UPDATE SET last_id = last_id + 1, touched_at = excluded.touched_at
    RETURNING last_id AS id
  `);
  const add = database.prepare('INSERT INTO messages VALUES (?, ?, ?)');
  const dropOld = database.prepare('DELETE FROM messages WHERE room = ? AND id <= ?');
  const messagesOf = database.prepare('SELECT body FROM messages WHERE room = ? ORDER BY id');
  const touch = database.prepare(
    'UPDATE chats SET touched_at = ? WHERE room = ? AND touched_at < ?',
  );
  const idleChats = database.prepare('SELECT room FROM chats WHERE touched_at < ?');
  const forgetMessages = database.prepare('DELETE FROM messages WHERE room = ?');
  const forgetChat = database.prepare('DELETE FROM chats WHERE room = ?');

  const append = database.transaction((room: RoomName, draft: ChatDraft): ChatMessage => {
    const { id } = nextId.get(room, now()) as { id: number };
    const message = { ...draft, id };
    add.run(room, id, JSON.stringify(message));
    dropOld.run(room, id - chatKept);
    return message;
  });
  const forgetIdle = database.transaction((before: number): number => {
    const idle = idleChats.all(before) as { room: string }[];
    for (const { room } of idle) {
      forgetMessages.run(room);
      forgetChat.run(room);
    }
    return idle.length;
  });

  return {
    append: async (room, draft) => append.immediate(room, draft),
    last: async (room) => {
      touch.run(now(), room, now() - touchPace);
      const rows = messagesOf.all(room) as { body: string }[];
      return rows.map(({ body }) => JSON.parse(body) as ChatMessage);
    },
    forgetIdle: async (before) => forgetIdle.immediate(before),
  };
}
