import type { VNode } from 'preact';
import { seatNames } from '../../i18n/common.ts';
import { game } from '../../i18n/game.ts';
import { say } from '../../i18n/phrase.ts';
import { ProgramListing } from './program-listing.tsx';
import type { SeatProps } from './seat-card.tsx';

/** The program of one side, live. */
export function ProgramPane({ seat, outlook: { state } }: SeatProps): VNode {
  return (
    <ProgramListing
      document={state.documents[seat]}
      step={state.turns.at(-1)?.steps[seat] ?? null}
      label={say(game.programOf, say(seatNames[seat]))}
    />
  );
}
