import type { VNode } from 'preact';
import { common } from '../../i18n/common.ts';
import { game } from '../../i18n/game.ts';
import { say } from '../../i18n/phrase.ts';
import { refusalText } from '../../i18n/refusals.ts';
import { Brand } from '../../ui/brand.tsx';
import { Switches } from '../../ui/switches.tsx';
import { useRoom, type RoomOutlook } from './room-context.ts';

/** The top line: which room this is, how to invite, who watches, and the viewer's switches. */
export function RoomHead({ outlook }: { readonly outlook: RoomOutlook }): VNode {
  const { client, toaster } = useRoom();
  const { watching } = client.presence.value;
  const invite = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(location.href);
      toaster.tell('news', () => say(game.copied));
    } catch {
      // Without permission or a secure address the browser rejects; the link stays in its own bar.
      toaster.tell('refusal', () => `${refusalText('copy-failed', {})} ${location.href}`);
    }
  };
  return (
    <header class="room-head">
      <Brand />
      <h1 class="room-name">
        <span class="room-word">{say(game.room)}</span> {outlook.state.room}
      </h1>
      <button
        type="button"
        class="button small"
        title={say(game.inviteHint)}
        onClick={() => void invite()}
      >
        {say(game.invite)}
      </button>
      <span class="watching" data-testid="watching">
        <span class="eye" aria-hidden="true" />
        <span class="watching-word">{say(game.watching, watching)}</span>
        <span class="watching-number" aria-hidden="true">
          {watching}
        </span>
      </span>
      <a class="quiet" href="/help" target="_blank" rel="noopener">
        {say(common.help)}
      </a>
      <Switches />
    </header>
  );
}
