import type { RoomName, Timestamp } from '../../../shared/base/ids.ts';
import { chatKept, type ChatMessage } from '../../../shared/protocol/index.ts';
import type { ChatLog, Now } from '../ports.ts';

interface MemoryChat {
  messages: readonly ChatMessage[];
  touchedAt: Timestamp;
}

/** A chat log that lives and dies with the process. */
export function createMemoryChatLog(now: Now): ChatLog {
  const chats = new Map<RoomName, MemoryChat>();
  return {
    append: async (room, draft) => {
      const before = chats.get(room)?.messages ?? [];
      const message = { ...draft, id: (before.at(-1)?.id ?? 0) + 1 };
      chats.set(room, {
        messages: [...before, message].slice(-chatKept),
        touchedAt: now(),
      });
      return message;
    },
    last: async (room) => {
      const chat = chats.get(room);
      if (chat === undefined) return [];
      chat.touchedAt = now();
      return chat.messages;
    },
    forgetIdle: async (before) => {
      const idle = [...chats].filter(([, chat]) => chat.touchedAt < before);
      for (const [room] of idle) chats.delete(room);
      return idle.length;
    },
  };
}
