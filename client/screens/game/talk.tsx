import { useSignal, type Signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { VNode } from 'preact';
import type { ChatMessage } from '../../../shared/protocol/index.ts';
import { inMatch } from '../../../shared/room/index.ts';
import { chat } from '../../i18n/chat.ts';
import { common } from '../../i18n/common.ts';
import { say } from '../../i18n/phrase.ts';
import { muted } from './muted.ts';
import { useRoom, type RoomOutlook } from './room-context.ts';
import { TalkForm } from './talk-form.tsx';
import { TalkMessage } from './talk-message.tsx';
import { TalkPops } from './talk-pops.tsx';

export interface TalkProps {
  readonly outlook: RoomOutlook;
  readonly open: Signal<boolean>;
  /** Told how many messages nobody has looked at. */
  readonly unread: Signal<number>;
}

/** The talk of the room (R34): messages, what was missed while it was out of view, and a field. */
export function Talk({ outlook, open, unread }: TalkProps): VNode {
  const { client } = useRoom();
  const inView = useSignal(false);
  const seen = useSignal(client.chat.peek().at(-1)?.id ?? 0);
  const list = useRef<HTMLOListElement>(null);
  const all = client.chat.value;
  const heard = all.filter((message) => !muted.value.has(message.from));
  const fresh = heard.filter(
    (message) => message.id > seen.value && message.from !== client.me.value,
  );
  useEffect(() => {
    unread.value = fresh.length;
  }, [fresh.length]);
  useEffect(() => watchView(list.current, inView), []);
  const last = all.at(-1)?.id ?? 0;
  useEffect(() => {
    if (!inView.value) return;
    seen.value = last;
    list.current?.lastElementChild?.scrollIntoView({ block: 'nearest' });
  }, [last, inView.value]);
  return (
    <>
      <aside class="talk" aria-label={say(chat.title)}>
        <header class="talk-head">
          <h2>{say(chat.title)}</h2>
          <button
            type="button"
            class="quiet cross talk-shut"
            aria-label={say(common.close)}
            onClick={() => (open.value = false)}
          >
            ✕
          </button>
        </header>
        <ol
          class="talk-list"
          ref={list}
          aria-label={say(chat.title)}
          aria-live="polite"
          tabIndex={0}
        >
          {heard.length === 0 && <li class="talk-empty">{say(chat.empty)}</li>}
          {heard.map((message) => (
            <TalkMessage
              key={message.id}
              message={message}
              mine={message.from === client.me.value}
            />
          ))}
        </ol>
        <MutedNote all={all} heard={heard} />
        <LaneNote outlook={outlook} />
        <TalkForm />
      </aside>
      <div class="talk-bar">
        <button
          type="button"
          class="button small talk-open"
          aria-expanded={open.value}
          onClick={() => (open.value = !open.value)}
        >
          {say(chat.title)}
          {fresh.length > 0 && (
            <span class="talk-count" aria-label={say(chat.news, fresh.length)}>
              {fresh.length}
            </span>
          )}
        </button>
        {!inView.value && <TalkPops messages={fresh} />}
      </div>
    </>
  );
}

interface MutedNoteProps {
  readonly all: readonly ChatMessage[];
  readonly heard: readonly ChatMessage[];
}

function MutedNote({ all, heard }: MutedNoteProps): VNode | null {
  const hidden = all.filter((message) => !heard.includes(message));
  if (hidden.length === 0) return null;
  const people = new Map(hidden.map((message) => [message.from, message.name]));
  return (
    <p class="talk-note">
      {say(chat.muted, hidden.length)}
      {[...people].map(([person, name]) => (
        <button key={person} type="button" class="quiet small" onClick={() => muted.hear(person)}>
          {say(chat.unmute, name)}
        </button>
      ))}
    </p>
  );
}

/** R34: during a match players and spectators talk apart. */
function LaneNote({ outlook: { state, mine } }: { readonly outlook: RoomOutlook }): VNode | null {
  if (!inMatch(state)) return null;
  const words = mine.length > 0 ? chat.laneNowPlayers : chat.laneNowSpectators;
  return <p class="talk-note">{say(words)}</p>;
}

function watchView(element: Element | null, inView: Signal<boolean>): (() => void) | undefined {
  if (element === null) return undefined;
  const observer = new IntersectionObserver((changes) => {
    inView.value = changes.at(-1)?.isIntersecting ?? false;
  });
  observer.observe(element);
  return () => observer.disconnect();
}
