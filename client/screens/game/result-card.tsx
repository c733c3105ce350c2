import { useEffect, useState } from 'preact/hooks';
import type { VNode } from 'preact';
import { otherSeat, seats, type MatchId } from '../../../shared/base/ids.ts';
import type { Outcome } from '../../../shared/battle/index.ts';
import type { Phase, RoomState, Score } from '../../../shared/room/index.ts';
import { common, seatNames } from '../../i18n/common.ts';
import { game } from '../../i18n/game.ts';
import { say, type Phrase } from '../../i18n/phrase.ts';
import { Drawing } from '../../ui/drawing.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Lazy } from '../../ui/lazy.tsx';
import { SteadyButton, SteadyLink } from '../../ui/steady-button.tsx';
import { replayPath } from '../route.ts';
import { verdict, verdictReason } from './announcements.ts';
import { useRoom, type RoomOutlook } from './room-context.ts';

/** After a match, once its last turn has been seen: who won, the scores, and the replay (R14). */
export function ResultCard({
  outlook: { state },
}: {
  readonly outlook: RoomOutlook;
}): VNode | null {
  const { field, toaster } = useRoom();
  const { phase, match } = state;
  const [open, setOpen] = useState(true);
  // The replay stays open when a new field is made; only the next match closes it.
  const [watched, setWatched] = useState<MatchId | null>(null);
  const over = phase.kind === 'result' && field.resting.value;
  useEffect(() => setOpen(true), [match]);
  useEffect(() => {
    if (phase.kind !== 'coding' || watched === null) return;
    setWatched(null);
    toaster.tell('news', () => say(game.matchBegins));
  }, [phase.kind]);
  const ended = phase.kind === 'result' && over && match !== null;
  return (
    <>
      {!ended ? null : open ? (
        <Card
          state={state}
          ended={phase}
          onClose={() => setOpen(false)}
          onWatch={() => setWatched(match)}
        />
      ) : (
        <SteadyButton class="button small reopen" meaning="show" onPress={() => setOpen(true)}>
          {say(game.showResult)}
        </SteadyButton>
      )}
      {watched !== null && (
        <Dialog
          title={say(game.replayTitle)}
          onClose={() => setWatched(null)}
          class="replay-dialog"
        >
          <Lazy
            load={async () => (await import('../replay/replay-loader.tsx')).ReplayLoader}
            props={{ source: watched, addressed: false }}
          />
        </Dialog>
      )}
    </>
  );
}

interface CardProps {
  readonly state: RoomState;
  readonly ended: Phase & { readonly kind: 'result' };
  readonly onClose: () => void;
  readonly onWatch: () => void;
}

function Card({ state, ended, onClose, onWatch }: CardProps): VNode {
  const { client } = useRoom();
  const { outcome, counted } = ended;
  return (
    <section class="result" aria-label={say(game.result)} data-testid="result">
      <SteadyButton
        class="quiet cross"
        aria-label={say(common.close)}
        meaning="close"
        onPress={onClose}
      >
        ✕
      </SteadyButton>
      <Figures outcome={outcome} />
      <h2 class="verdict">{verdict(outcome)}</h2>
      <p class="verdict-reason">
        {verdictReason(outcome)}
        {' · '}
        {seats.map((seat) => state.battle.figures[seat].points).join(' : ')}
      </p>
      {outcome.kind === 'won' && <p class="mutter">{mutterOf(outcome.winner)}</p>}
      <dl class="scores">
        <ScoreLine name={game.thisRoom} score={state.score} testid="score-room" />
        <ScoreLine name={game.allRooms} score={client.overall.value} testid="score-all" />
      </dl>
      {!counted && <p class="hint">{say(game.notCounted)}</p>}
      <p class="result-links">
        <SteadyButton class="button small" meaning="watch" onPress={onWatch}>
          {say(game.showReplay)}
        </SteadyButton>
        {state.match !== null && <ReplayLink match={state.match} />}
      </p>
    </section>
  );
}

/** The card comes up over the field, where somebody may be clicking just then. */
function ReplayLink({ match }: { readonly match: MatchId }): VNode {
  return (
    <SteadyLink meaning={match} href={replayPath(match)} target="_blank" rel="noopener">
      {say(game.replayLink)}
    </SteadyLink>
  );
}

function Figures({ outcome }: { readonly outcome: Outcome }): VNode {
  const pose = (seat: (typeof seats)[number]): string => {
    if (outcome.kind === 'draw') return 'stand';
    return outcome.winner === seat ? 'win' : 'lose';
  };
  return (
    <div class="result-figures">
      {seats.map((seat) => (
        <Drawing key={seat} sheet={seat} frame={pose(seat)} class={`result-${pose(seat)}`} boils />
      ))}
    </div>
  );
}

interface ScoreLineProps {
  readonly name: Phrase;
  readonly score: Score;
  readonly testid: string;
}

function ScoreLine({ name, score, testid }: ScoreLineProps): VNode {
  return (
    <div class="score-line" data-testid={testid}>
      <dt>{say(name)}</dt>
      <dd>
        {seats.map((seat) => (
          <span key={seat} class={`score-${seat}`}>
            {say(game.wins, say(seatNames[seat]), score[seat])}
          </span>
        ))}
        <span>{say(game.draws, score.draws)}</span>
      </dd>
    </div>
  );
}

function mutterOf(winner: (typeof seats)[number]): string {
  return say(otherSeat(winner) === 'salesforce' ? game.mutterSalesforce : game.mutterHeroku);
}
