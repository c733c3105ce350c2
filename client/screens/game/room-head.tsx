import { isolated } from '../../../shared/base/visible-text.ts';
import { useState } from 'preact/hooks';
import type { VNode } from 'preact';
import { common } from '../../i18n/common.ts';
import { game } from '../../i18n/game.ts';
import { invite } from '../../i18n/invite.ts';
import { say } from '../../i18n/phrase.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Lazy } from '../../ui/lazy.tsx';
import { SoundSwitch } from '../../ui/sound-switch.tsx';
import { Switches } from '../../ui/switches.tsx';
import { useRoom, type RoomOutlook } from './room-context.ts';
import { WayOut } from './way-out.tsx';

const loadInviteDialog = async () => (await import('./invite-dialog.tsx')).InviteDialog;
const loadInviteWays = async () => (await import('./invite-dialog.tsx')).InviteWays;

/**
 * The top line: which room this is, how to invite, who watches, and the viewer's switches. On a
 * small screen all but the watchers are in a menu.
 */
export function RoomHead({ outlook }: { readonly outlook: RoomOutlook }): VNode {
  const { client } = useRoom();
  const { room } = outlook.state;
  const { watching } = client.presence.value;
  const [open, setOpen] = useState<'invite' | 'menu' | null>(null);
  const close = (): void => setOpen(null);
  return (
    <header class="room-head">
      <WayOut outlook={outlook} />
      <h1 class="room-name">
        <span class="room-word">{say(game.room)}</span> <bdi>{room}</bdi>
      </h1>
      <button
        type="button"
        class="button small wide-only"
        title={say(game.inviteHint)}
        onClick={() => setOpen('invite')}
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
      <a class="quiet wide-only" href="/help" target="_blank" rel="noopener">
        {say(common.help)}
      </a>
      <div class="wide-only room-switches">
        <SoundSwitch />
        <Switches />
      </div>
      <button
        type="button"
        class="button small narrow-only menu-button"
        aria-label={say(invite.menu)}
        onClick={() => setOpen('menu')}
      >
        <span aria-hidden="true">☰</span>
      </button>
      {open === 'invite' && (
        <Lazy quietly load={loadInviteDialog} props={{ room, onClose: close }} />
      )}
      {open === 'menu' && (
        <Dialog title={`${say(game.room)} ${isolated(room)}`} onClose={close} class="invite">
          <div class="menu-list">
            <SoundSwitch />
            <Switches />
            <a class="quiet" href="/help" target="_blank" rel="noopener">
              {say(common.help)}
            </a>
          </div>
          <Lazy quietly load={loadInviteWays} props={{ room }} />
        </Dialog>
      )}
    </header>
  );
}
