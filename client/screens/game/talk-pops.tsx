import { useEffect, useState } from 'preact/hooks';
import type { VNode } from 'preact';
import type { ChatMessage } from '../../../shared/protocol/index.ts';

/** Long enough to read the longest message. */
const poppedFor = 6000;

/** The newest of them; more would hide a program. */
const mostPops = 2;

/** New messages, while the talk itself is out of view. */
export function TalkPops({ messages }: { readonly messages: readonly ChatMessage[] }): VNode {
  const newest = messages.at(-1)?.id ?? 0;
  const [read, setRead] = useState(newest);
  useEffect(() => {
    if (newest <= read) return undefined;
    const timer = setTimeout(() => setRead(newest), poppedFor);
    return () => clearTimeout(timer);
  }, [newest, read]);
  const popped = messages.filter((message) => message.id > read).slice(-mostPops);
  return (
    <ul class="talk-pops" role="status">
      {popped.map(({ id, name, seat, text }) => (
        <li key={id} class="pop">
          <span class={`message-name by-${seat ?? 'spectator'}`}>
            <bdi>{name}</bdi>
          </span>{' '}
          <bdi>{text}</bdi>
        </li>
      ))}
    </ul>
  );
}
