import type { VNode } from 'preact';
import type { Seat } from '../../../shared/base/ids.ts';
import { game } from '../../i18n/game.ts';
import { say } from '../../i18n/phrase.ts';
import { seatNames } from '../../i18n/common.ts';
import { Lazy } from '../../ui/lazy.tsx';
import { ProgramPane } from './program-pane.tsx';
import type { RoomOutlook } from './room-context.ts';
import { SeatCard } from './seat-card.tsx';

export interface SideProps {
  readonly seat: Seat;
  readonly outlook: RoomOutlook;
}

/** One side of the table: its figure and person above, its program below. */
export function Side({ seat, outlook }: SideProps): VNode {
  return (
    <section
      class={`side side-${seat}`}
      data-seat={seat}
      aria-label={say(seatNames[seat])}
      data-testid={`side-${seat}`}
    >
      <SeatCard seat={seat} outlook={outlook} />
      <div
        class="program"
        role="group"
        tabIndex={-1}
        aria-label={say(game.programOf, say(seatNames[seat]))}
      >
        <ProgramPane seat={seat} outlook={outlook} />
        {seat === 'heroku' && <Lazy load={programWatch} props={{ seat, outlook }} quietly />}
      </div>
    </section>
  );
}

/** Fetched with the side, before anything runs. */
const programWatch = async () => (await import('./program-watch.tsx')).ProgramWatch;
