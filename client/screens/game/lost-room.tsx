import type { VNode } from 'preact';
import { seats, type Seat } from '../../../shared/base/ids.ts';
import type { RoomState } from '../../../shared/room/index.ts';
import { seatNames } from '../../i18n/common.ts';
import { game } from '../../i18n/game.ts';
import { say } from '../../i18n/phrase.ts';
import { Dialog } from '../../ui/dialog.tsx';
import type { Toaster } from '../../ui/toasts.tsx';
import { listingLine } from './editor-words.ts';
import { useRoom } from './room-context.ts';
import '../../styles/lost-room.css';

/** Says plainly that the server has lost this room, and hands out the programs it held. */
export function LostRoom(): VNode | null {
  const { client, toaster } = useRoom();
  const lost = client.lost.value;
  if (lost === null) return null;
  return (
    <Dialog title={say(game.lostTitle)} onClose={() => client.forgetLost()}>
      <p data-testid="lost-room">{say(game.lostWhy)}</p>
      {seats.map((seat) => (
        <LostProgram key={seat} seat={seat} lost={lost} toaster={toaster} />
      ))}
    </Dialog>
  );
}

interface LostProgramProps {
  readonly seat: Seat;
  readonly lost: RoomState;
  readonly toaster: Toaster;
}

function LostProgram({ seat, lost, toaster }: LostProgramProps): VNode {
  const { text } = lost.documents[seat];
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      toaster.tell('news', () => say(game.programCopied));
    } catch {
      toaster.tell('refusal', () => say(game.programNotCopied));
    }
  };
  return (
    <section class="lost-program">
      <pre data-testid={`lost-${seat}`}>
        {seat === 'salesforce' ? text.split('\n').map(listingLine).join('\n') : text}
      </pre>
      <button type="button" class="button small" onClick={() => void copy()}>
        {say(game.copyProgram, say(seatNames[seat]))}
      </button>
    </section>
  );
}
