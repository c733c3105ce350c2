import { useEffect, useState } from 'preact/hooks';
import type { VNode } from 'preact';
import { inMatch } from '../../../shared/room/index.ts';
import { game } from '../../i18n/game.ts';
import { say } from '../../i18n/phrase.ts';
import { Brand } from '../../ui/brand.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { noteHeld } from '../../ui/held-rooms.ts';
import { SteadyButton } from '../../ui/steady-button.tsx';
import type { RoomOutlook } from './room-context.ts';

/**
 * The way to the start page. Who plays is asked first, whichever way they leave a running match, and
 * the start page is told where they hold a seat.
 */
export function WayOut({ outlook: { state, me, mine } }: { readonly outlook: RoomOutlook }): VNode {
  const [asking, setAsking] = useState(false);
  const plays = inMatch(state) && mine.length > 0;
  useEffect(() => {
    if (me !== null) noteHeld(state.room, mine.length > 0);
  }, [state.room, me, mine.length > 0]);
  useEffect(() => {
    if (!plays) return undefined;
    addEventListener('beforeunload', askFirst);
    return () => {
      removeEventListener('beforeunload', askFirst);
      setAsking(false);
    };
  }, [plays]);
  const leave = (): void => {
    // Asked and answered: the browser need not ask again.
    removeEventListener('beforeunload', askFirst);
    location.assign('/');
  };
  return (
    <>
      <Brand
        onClick={(event) => {
          const elsewhere = event.ctrlKey || event.metaKey || event.shiftKey;
          if (!plays || elsewhere) return;
          event.preventDefault();
          setAsking(true);
        }}
      />
      {asking && (
        <Dialog title={say(game.awayTitle)} onClose={() => setAsking(false)} class="question">
          <p>{say(game.awayWhat)}</p>
          <div class="dialog-buttons">
            <SteadyButton class="main-button" meaning="stay" onPress={() => setAsking(false)}>
              {say(game.awayNo)}
            </SteadyButton>
            <SteadyButton class="button" meaning="leave" onPress={leave}>
              {say(game.awayYes)}
            </SteadyButton>
          </div>
        </Dialog>
      )}
    </>
  );
}

function askFirst(event: BeforeUnloadEvent): void {
  event.preventDefault();
}
