import type { VNode } from 'preact';
import { game } from '../../i18n/game.ts';
import { say } from '../../i18n/phrase.ts';
import { phaseName, verdict, verdictReason } from './announcements.ts';
import { pressingSeconds, secondsLeft } from './clock-text.ts';
import { useRoom, type RoomOutlook } from './room-context.ts';

/** What a screen reader hears: the phase, the last ten seconds, the result. */
export function Announcer({ outlook: { state } }: { readonly outlook: RoomOutlook }): VNode {
  const { now } = useRoom();
  const { phase } = state;
  const result =
    phase.kind === 'result' ? `: ${verdict(phase.outcome)}, ${verdictReason(phase.outcome)}` : '';
  const seconds = phase.kind === 'coding' ? secondsLeft(phase.endsAt - now.value) : null;
  const heard = seconds !== null && seconds <= pressingSeconds && countsAloud(seconds);
  return (
    <div class="unseen">
      <p role="status" data-testid="announced-phase">
        {phaseName(phase, state.battle.turn)}
        {result}
      </p>
      <p aria-live="assertive">{heard && say(game.secondsLeft, seconds)}</p>
    </div>
  );
}

/** Every second would be cut off by the next: ten, five, three, two, one. */
function countsAloud(seconds: number): boolean {
  return [10, 5, 3, 2, 1].includes(seconds);
}
