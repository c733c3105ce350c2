import { isolated } from '../../../shared/base/visible-text.ts';
import { useEffect } from 'preact/hooks';
import type { VNode } from 'preact';
import { seats, type Seat } from '../../../shared/base/ids.ts';
import { seatNames } from '../../i18n/common.ts';
import { game } from '../../i18n/game.ts';
import { invite } from '../../i18n/invite.ts';
import { say } from '../../i18n/phrase.ts';
import { Drawing } from '../../ui/drawing.tsx';
import { QrCode } from '../../ui/qr-code.tsx';
import { verdict, verdictReason } from './announcements.ts';
import { Announcer } from './announcer.tsx';
import { ConnectionBanner } from './connection-banner.tsx';
import { FieldView } from './field-view.tsx';
import { figurePose } from './figure-pose.ts';
import { roomLink } from './invite-dialog.tsx';
import { PhaseBar } from './phase-bar.tsx';
import { ProgramPane } from './program-pane.tsx';
import { useRoom, type RoomOutlook } from './room-context.ts';
import { noteTurns } from './turn-notes.ts';
import '../../styles/wall.css';

/** A room on a wall: field, both programs, clock and scores, legible from afar; nothing to press. */
export function WallView(): VNode | null {
  const screen = useRoom();
  useEffect(() => noteTurns(screen), [screen]);
  const outlook = useWatching();
  if (outlook === null) return null;
  const { state } = outlook;
  return (
    <div class="room wall" data-phase={state.phase.kind} data-testid="room">
      <ConnectionBanner />
      <main class="wall-table">
        <h1 class="unseen">{`${say(game.room)} ${isolated(state.room)}`}</h1>
        <WallSide seat="salesforce" outlook={outlook} />
        <section class="wall-middle">
          <header class="wall-head">
            <PhaseBar outlook={outlook} onSettle={null} />
            <p class="wall-door">
              <span class="wall-host">{location.host}</span>
              <bdi class="wall-room">{state.room}</bdi>
              <span class="wall-score">
                {seats
                  .map((seat) => say(game.wins, say(seatNames[seat]), state.score[seat]))
                  .join(' · ')}
                {` · ${say(game.draws, state.score.draws)}`}
              </span>
            </p>
            <QrCode text={roomLink(state.room)} label={say(invite.qr)} />
          </header>
          <FieldView outlook={outlook} toWatch />
          <WallVerdict outlook={outlook} />
        </section>
        <WallSide seat="heroku" outlook={outlook} />
      </main>
      <Announcer outlook={outlook} />
    </div>
  );
}

/** The field alone, for pages of other sites; its one link opens the room beside them. */
export function EmbedView(): VNode | null {
  const outlook = useWatching();
  if (outlook === null) return null;
  const { state } = outlook;
  return (
    <div class="room embed" data-phase={state.phase.kind} data-testid="room">
      <main class="embed-table">
        <h1 class="unseen">{`${say(game.room)} ${isolated(state.room)}`}</h1>
        <header class="embed-head">
          <EmbedSeat seat="salesforce" outlook={outlook} />
          <PhaseBar outlook={outlook} onSettle={null} />
          <EmbedSeat seat="heroku" outlook={outlook} />
        </header>
        <FieldView outlook={outlook} toWatch />
        <WallVerdict outlook={outlook} />
        <a class="embed-link" href={roomLink(state.room)} target="_blank" rel="noopener">
          {`Salesforce vs. Heroku · ${isolated(state.room)}`}
        </a>
      </main>
      <Announcer outlook={outlook} />
    </div>
  );
}

/** The room as somebody sees it who only watches, even when this browser holds a seat in it. */
function useWatching(): RoomOutlook | null {
  const { client } = useRoom();
  const state = client.state.value;
  return state === null ? null : { state, me: null, mine: [] };
}

interface WallSeatProps {
  readonly seat: Seat;
  readonly outlook: RoomOutlook;
}

function WallSide({ seat, outlook }: WallSeatProps): VNode {
  const { field } = useRoom();
  const { state } = outlook;
  const shown = field.shown.value ?? state.battle;
  const { points } = shown.figures[seat];
  return (
    <section class={`side side-${seat} wall-side`} aria-label={say(seatNames[seat])}>
      <header class="wall-seat">
        <Drawing
          sheet={seat}
          frame={figurePose(state, shown, seat, field.resting.value)}
          class="wall-figure"
          boils
        />
        <div class="wall-names">
          <h2>{say(seatNames[seat])}</h2>
          <p class="owner-name">
            <bdi>{state.seats[seat]?.name ?? say(game.freeSeat)}</bdi>
          </p>
        </div>
        <p class="points" aria-label={say(game.points, points)}>
          <span key={points} class="points-number">
            {points}
          </span>
        </p>
      </header>
      <div class="program" role="group" aria-label={say(game.programOf, say(seatNames[seat]))}>
        <ProgramPane seat={seat} outlook={outlook} />
      </div>
    </section>
  );
}

function EmbedSeat({ seat, outlook: { state } }: WallSeatProps): VNode {
  const { field } = useRoom();
  const { points } = (field.shown.value ?? state.battle).figures[seat];
  return (
    <p class={`embed-seat embed-${seat}`}>
      <Drawing sheet={seat} frame="stand" class="tab-figure" />
      <span class="tab-name">{state.seats[seat]?.name ?? say(seatNames[seat])}</span>
      <span class="points">{points}</span>
    </p>
  );
}

function WallVerdict({ outlook: { state } }: { readonly outlook: RoomOutlook }): VNode | null {
  const { field } = useRoom();
  const { phase } = state;
  if (phase.kind !== 'result' || !field.resting.value) return null;
  return (
    <p class="wall-verdict" data-testid="result">
      <strong>{verdict(phase.outcome)}</strong>
      <span>{verdictReason(phase.outcome)}</span>
    </p>
  );
}
