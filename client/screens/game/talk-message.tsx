import type { VNode } from 'preact';
import type { ChatMessage } from '../../../shared/protocol/index.ts';
import { chat } from '../../i18n/chat.ts';
import { say } from '../../i18n/phrase.ts';
import { muted } from './muted.ts';

export interface TalkMessageProps {
  readonly message: ChatMessage;
  readonly mine: boolean;
}

/** One line of the talk. Its text is drawn as text, whatever it holds. */
export function TalkMessage({ message, mine }: TalkMessageProps): VNode {
  const { name, seat, lane, text, from } = message;
  return (
    <li class={`message ${mine ? 'message-mine' : ''}`}>
      <span class={`message-name by-${seat ?? 'spectator'}`}>
        <bdi>{name}</bdi>
        {seat !== null && <span class="message-seat">{seat === 'salesforce' ? 'S' : 'H'}</span>}
      </span>
      {lane !== 'all' && (
        <span class="badge">
          {say(lane === 'players' ? chat.lanePlayers : chat.laneSpectators)}
        </span>
      )}
      <bdi class="message-text">{text}</bdi>
      {!mine && (
        <button
          type="button"
          class="quiet mute"
          aria-label={say(chat.mute, name)}
          title={say(chat.mute, name)}
          onClick={() => muted.mute(from)}
        >
          <span aria-hidden="true">⊘</span>
        </button>
      )}
    </li>
  );
}
