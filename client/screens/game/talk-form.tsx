import { useState } from 'preact/hooks';
import type { VNode } from 'preact';
import { visibleLine, visibleName } from '../../../shared/base/visible-text.ts';
import { longestMessage, longestNickname } from '../../../shared/protocol/index.ts';
import { chat } from '../../i18n/chat.ts';
import { say } from '../../i18n/phrase.ts';
import { refusalText } from '../../i18n/refusals.ts';
import { recall, remember } from '../../ui/memory.ts';
import { useRoom } from './room-context.ts';

/** The name under which one talks, and the field for a message (R34). */
export function TalkForm(): VNode {
  return (
    <>
      <NicknameField />
      <MessageField />
    </>
  );
}

function NicknameField(): VNode {
  const { ask } = useRoom();
  const [kept, setKept] = useState(recall('nickname') ?? '');
  const [name, setName] = useState(kept);
  const rename = async (): Promise<void> => {
    const wanted = visibleName(Array.from(visibleName(name)).slice(0, longestNickname).join(''));
    setName(wanted);
    if (wanted === kept || !(await ask({ kind: 'rename', name: wanted }))) return;
    setKept(wanted);
    remember('nickname', wanted);
  };
  return (
    <form
      class="nickname"
      onSubmit={(event) => {
        event.preventDefault();
        void rename();
      }}
    >
      <label for="nickname">{say(chat.nickname)}</label>
      <input
        id="nickname"
        value={name}
        placeholder={say(chat.nameless)}
        maxLength={longestNickname * 2}
        autocomplete="nickname"
        onInput={(event) => setName(event.currentTarget.value)}
        onBlur={() => void rename()}
      />
    </form>
  );
}

function MessageField(): VNode {
  const { client, toaster } = useRoom();
  const [text, setText] = useState('');
  const [sending, setSending] = useState(false);
  const over = Array.from(visibleLine(text)).length - longestMessage;
  const send = async (event: Event): Promise<void> => {
    event.preventDefault();
    const message = visibleLine(text);
    if (message === '' || over > 0 || sending) return;
    setSending(true);
    const answer = await client.say(message);
    setSending(false);
    if (answer.ok) setText('');
    else {
      const { code, details } = answer.refusal;
      toaster.tell('refusal', () => refusalText(code, details));
    }
  };
  return (
    <form class="message-form" onSubmit={(event) => void send(event)}>
      <input
        value={text}
        aria-label={say(chat.message)}
        placeholder={say(chat.placeholder)}
        aria-invalid={over > 0}
        autocomplete="off"
        enterkeyhint="send"
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <button type="submit" class="button small" disabled={over > 0}>
        {say(chat.send)}
      </button>
      {over > 0 && (
        <p class="refused" role="alert">
          {say(chat.tooLong, over)}
        </p>
      )}
    </form>
  );
}
