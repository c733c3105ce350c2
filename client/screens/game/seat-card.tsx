import { useEffect, useState } from 'preact/hooks';
import type { VNode } from 'preact';
import type { Seat } from '../../../shared/base/ids.ts';
import { inMatch } from '../../../shared/room/index.ts';
import { seatNames } from '../../i18n/common.ts';
import { game } from '../../i18n/game.ts';
import { say } from '../../i18n/phrase.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Drawing } from '../../ui/drawing.tsx';
import { SteadyButton } from '../../ui/steady-button.tsx';
import { figurePose } from './figure-pose.ts';
import { meaningOf, useRoom, type RoomOutlook } from './room-context.ts';
import { TrialButton } from './trial-buttons.tsx';

export interface SeatProps {
  readonly seat: Seat;
  readonly outlook: RoomOutlook;
}

/** The head of a side: figure, who sits there, points, and the button to take or leave the seat. */
export function SeatCard({ seat, outlook }: SeatProps): VNode {
  const { state } = outlook;
  const { field } = useRoom();
  const shown = field.shown.value ?? state.battle;
  const owner = state.seats[seat];
  const { points, out } = shown.figures[seat];
  const pose = figurePose(state, shown, seat, field.resting.value);
  return (
    <header class="seat-card">
      <Drawing
        key={`${owner?.id ?? 'nobody'} ${pose}`}
        sheet={seat}
        frame={pose}
        boils
        class={`seat-figure ${owner === null ? 'nobody' : ''}`}
      />
      <div class="seat-words">
        <h2 class="seat-name">{say(seatNames[seat])}</h2>
        <Owner seat={seat} outlook={outlook} />
        <TrialButton trial={seat} outlook={outlook} />
      </div>
      <div class="seat-right">
        <p class="points" data-testid={`points-${seat}`} aria-label={say(game.points, points)}>
          <span key={points} class="points-number">
            {points}
          </span>
        </p>
        {out !== null && (
          <span class="badge badge-out">
            {say(out === 'fallen' ? game.outFallen : game.outCaught)}
          </span>
        )}
        <SeatButton seat={seat} outlook={outlook} />
      </div>
    </header>
  );
}

function Owner({ seat, outlook: { state, me } }: SeatProps): VNode {
  const { client } = useRoom();
  const owner = state.seats[seat];
  if (owner === null) return <p class="owner owner-free">{say(game.freeSeat)}</p>;
  const here = client.presence.value.here[seat];
  const ready = state.phase.kind === 'coding' && state.phase.ready[seat];
  return (
    <p class="owner" data-testid={`owner-${seat}`}>
      <span class={`lamp ${here ? 'lamp-here' : 'lamp-away'}`} aria-hidden="true" />
      <bdi class="owner-name">{owner.name}</bdi>
      {owner.id === me && !ready && <span class="badge badge-you">{say(game.you)}</span>}
      <span class={here ? 'unseen' : 'badge'}>{say(here ? game.here : game.away)}</span>
      {ready && <span class="badge badge-ready">{say(game.readyMark)}</span>}
    </p>
  );
}

function SeatButton({ seat, outlook }: SeatProps): VNode | null {
  const { ask, tab } = useRoom();
  const { state, mine } = outlook;
  const [asking, setAsking] = useState(false);
  const match = inMatch(state) ? state.match : null;
  // What giving up means ends with the match.
  useEffect(() => setAsking(false), [match]);
  // On a phone another side comes under the finger when its tab is shown.
  const meaning = (what: string): string => meaningOf(outlook, `${what} ${seat} ${tab.value}`);
  const name = say(seatNames[seat]);
  const owner = state.seats[seat];
  if (owner === null) {
    if (state.phase.kind === 'running') return null;
    return (
      <SteadyButton
        key="take"
        class="button small"
        aria-label={say(game.takeSeatOf, name)}
        meaning={meaning('take')}
        onPress={() => void ask({ kind: 'take seat', seat })}
      >
        {say(game.takeSeat)}
      </SteadyButton>
    );
  }
  if (!mine.includes(seat)) return null;
  const leave = (): void => void ask({ kind: 'leave seat', seat });
  return (
    <>
      <SteadyButton
        class="quiet small"
        aria-label={say(game.leaveSeatOf, name)}
        meaning={meaning('leave')}
        onPress={() => (inMatch(state) ? setAsking(true) : leave())}
      >
        {say(game.leaveSeat)}
      </SteadyButton>
      {asking && match !== null && (
        <Dialog title={say(game.forfeitTitle)} onClose={() => setAsking(false)} class="question">
          <p>{say(game.forfeit)}</p>
          <div class="dialog-buttons">
            <SteadyButton class="main-button" meaning="stay" onPress={() => setAsking(false)}>
              {say(game.forfeitNo)}
            </SteadyButton>
            <SteadyButton
              class="button danger"
              meaning="give up"
              onPress={() => {
                setAsking(false);
                leave();
              }}
            >
              {say(game.forfeitYes)}
            </SteadyButton>
          </div>
        </Dialog>
      )}
    </>
  );
}
