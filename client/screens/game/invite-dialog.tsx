import type { VNode } from 'preact';
import type { RoomName } from '../../../shared/base/ids.ts';
import { game } from '../../i18n/game.ts';
import { invite } from '../../i18n/invite.ts';
import { say } from '../../i18n/phrase.ts';
import { refusalText } from '../../i18n/refusals.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { QrCode } from '../../ui/qr-code.tsx';
import { roomPath } from '../route.ts';
import { useRoom } from './room-context.ts';
import '../../styles/invite.css';

/** The address others open to be in a room. */
export function roomLink(room: RoomName): string {
  return location.origin + roomPath(room);
}

/** Ways into this room for others: its link, its name to type, a code to scan. */
export function InviteDialog({
  room,
  onClose,
}: {
  readonly room: RoomName;
  readonly onClose: () => void;
}): VNode {
  return (
    <Dialog title={say(invite.title)} onClose={onClose} class="invite">
      <InviteWays room={room} />
    </Dialog>
  );
}

/** The same, for wherever a dialog is open already. */
export function InviteWays({ room }: { readonly room: RoomName }): VNode {
  const { toaster } = useRoom();
  const link = roomLink(room);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(link);
      toaster.tell('news', () => say(game.copied));
    } catch {
      // Without permission or a secure address the browser rejects; the link stays in its own field.
      toaster.tell('refusal', () => refusalText('copy-failed', {}));
    }
  };
  return (
    <div class="invite-ways">
      <label class="invite-link">
        <span>{say(invite.link)}</span>
        <input value={link} readOnly onFocus={(event) => event.currentTarget.select()} />
      </label>
      <div class="invite-buttons">
        <button type="button" class="main-button" onClick={() => void copy()}>
          {say(invite.copy)}
        </button>
        {'share' in navigator && (
          <button type="button" class="button" onClick={() => void share(link)}>
            {say(invite.send)}
          </button>
        )}
      </div>
      <p class="invite-code">
        {say(invite.code)}
        <code>{room}</code>
      </p>
      <figure class="invite-scan">
        <figcaption>{say(invite.scan)}</figcaption>
        <QrCode text={link} label={say(invite.qr)} />
      </figure>
      <a
        class="quiet"
        href={`${roomPath(room)}?view=stage`}
        target="_blank"
        rel="noopener"
        title={say(invite.onWallHint)}
      >
        {say(invite.onWall)}
      </a>
    </div>
  );
}

/** Hands the link to the device; whoever changes their mind there has decided, and no more. */
async function share(link: string): Promise<void> {
  try {
    await navigator.share({ url: link });
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
}
