import { chatKept, type ChatMessage } from '../../../shared/protocol/index.ts';
import type { ChatDraft, ChatLog, Now } from '../ports.ts';
import type { RedisClient } from './connection.ts';
import { keys } from './keys.ts';
import { keptFor, Visits } from './visits.ts';

/** The chat of a room as a capped stream; Redis itself numbers the messages. */
export function createRedisChatLog(client: RedisClient, now: Now): ChatLog {
  const visits = new Visits(client, keys.visitedChats, now);
  return {
    append: async (room, draft) => {
      await visits.note(room);
      const key = keys.chat(room);
      const [entry] = await client
        .multi()
        .xAdd(key, '0-*', { draft: JSON.stringify(draft) }, { TRIM: cap })
        .pExpire(key, keptFor)
        .execTyped();
      return { ...draft, id: idOf(entry) };
    },
    last: async (room) => {
      await visits.note(room);
      const entries = await client.xRange(keys.chat(room), '-', '+');
      return (entries ?? []).map(({ id, message }): ChatMessage => {
        const draft = JSON.parse(message.draft ?? 'null') as ChatDraft;
        return Object.assign(draft, { id: idOf(id) });
      });
    },
    forgetIdle: (before) => visits.forgetIdle(before, (room) => client.del(keys.chat(room))),
  };
}

const cap = { strategy: 'MAXLEN', strategyModifier: '=', threshold: chatKept } as const;

/** The second part of a stream id: 7 of `0-7`. */
function idOf(entry: string): number {
  return Number(entry.slice(entry.indexOf('-') + 1));
}
