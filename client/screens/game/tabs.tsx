import type { Signal } from '@preact/signals';
import type { VNode } from 'preact';
import { chat } from '../../i18n/chat.ts';
import { seatNames } from '../../i18n/common.ts';
import { say, type Phrase } from '../../i18n/phrase.ts';

/** What a phone shows below the field. */
export type Tab = 'salesforce' | 'heroku' | 'talk';

const tabs: readonly (readonly [Tab, Phrase])[] = [
  ['salesforce', seatNames.salesforce],
  ['talk', chat.title],
  ['heroku', seatNames.heroku],
];

export interface TabsProps {
  readonly tab: Signal<Tab>;
  /** Messages that nobody has looked at. */
  readonly unread: number;
}

/** On a narrow screen: which side, or the talk, is seen below the field. */
export function Tabs({ tab, unread }: TabsProps): VNode {
  return (
    <div class="tabs" role="group">
      {tabs.map(([name, words]) => (
        <button
          key={name}
          type="button"
          class={`tab tab-${name}`}
          aria-pressed={tab.value === name}
          onClick={() => (tab.value = name)}
        >
          {say(words)}
          {name === 'talk' && unread > 0 && (
            <span class="talk-count" aria-label={say(chat.news, unread)}>
              {unread}
            </span>
          )}
        </button>
      ))}
    </div>
  );
}
