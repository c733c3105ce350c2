import type { ChatMessage } from '../../shared/protocol/index.ts';

/** Messages a page keeps: some hours of talk, and never a slower page for it. */
const mostMessages = 500;

/** Messages in order, each once, however and however often they came (R34). */
export function mergeChat(
  known: readonly ChatMessage[],
  more: readonly ChatMessage[],
): readonly ChatMessage[] {
  const last = known.at(-1)?.id ?? 0;
  const fresh = more.filter((message) => message.id > last);
  if (fresh.length === more.length && inOrder(fresh)) {
    return fresh.length === 0 ? known : [...known, ...fresh].slice(-mostMessages);
  }
  const byId = new Map([...known, ...more].map((message) => [message.id, message]));
  return [...byId.values()].sort((a, b) => a.id - b.id).slice(-mostMessages);
}

function inOrder(messages: readonly ChatMessage[]): boolean {
  return messages.every((message, index) => message.id > (messages[index - 1]?.id ?? 0));
}
