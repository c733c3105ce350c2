import type Database from 'libsql';
import type { RoomName } from '../../../shared/base/ids.ts';
import { chatKept, type ChatMessage } from '../../../shared/protocol/index.ts';
import type { ChatDraft, ChatLog, Now } from '../ports.ts';
import type { GroupCommit } from './group-commit.ts';
import { touchPace } from './room-log.ts';

/** Old messages go when so many have come: a deletion costs as much as a message. */
const dropEvery = 16;

/** The chat log in SQLite. */
export function createSqliteChatLog(
  database: Database.Database,
  now: Now,
  commits: GroupCommit,
): ChatLog {
  const nextId = database.prepare(`
    INSERT INTO chats VALUES (?, 1, ?)
    ON CONFLICT (room) DO UPDATE SET last_id = last_id + 1, touched_at = excluded.touched_at
    RETURNING last_id AS id
  `);
  const add = database.prepare('INSERT INTO messages VALUES (?, ?, ?)');
  const dropOld = database.prepare('DELETE FROM messages WHERE room = ? AND id <= ?');
  const messagesOf = database.prepare(
    'SELECT body FROM messages WHERE room = ? ORDER BY id DESC LIMIT ?',
  );
  const touch = database.prepare(
    'UPDATE chats SET touched_at = ? WHERE room = ? AND touched_at < ?',
  );
  const idleChats = database.prepare('SELECT room FROM chats WHERE touched_at < ?');
  const forgetMessages = database.prepare('DELETE FROM messages WHERE room = ?');
  const forgetChat = database.prepare('DELETE FROM chats WHERE room = ?');

  const append = (room: RoomName, draft: ChatDraft): ChatMessage => {
    const { id } = nextId.get(room, now()) as { id: number };
    const message = { ...draft, id };
    add.run(room, id, JSON.stringify(message));
    if (id % dropEvery === 0) dropOld.run(room, id - chatKept);
    return message;
  };
  const forgetIdle = database.transaction((before: number): number => {
    const idle = idleChats.all(before) as { room: string }[];
    for (const { room } of idle) {
      forgetMessages.run(room);
      forgetChat.run(room);
    }
    return idle.length;
  });

  return {
    append: async (room, draft) => commits.writeSoon(() => append(room, draft)),
    last: async (room) => {
      try {
        touch.run(now(), room, now() - touchPace);
      } catch {
        // Whoever reads need not be able to write; it is noted with the next visit.
      }
      const rows = messagesOf.all(room, chatKept) as { body: string }[];
      return rows.toReversed().map(({ body }) => JSON.parse(body) as ChatMessage);
    },
    forgetIdle: async (before) => forgetIdle.immediate(before),
  };
}
