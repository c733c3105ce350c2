import { useEffect, useRef, useState } from 'preact/hooks';
import type { VNode } from 'preact';
import type { Seat } from '../../../shared/base/ids.ts';
import type { RoomState } from '../../../shared/room/index.ts';
import { seatNames } from '../../i18n/common.ts';
import { game } from '../../i18n/game.ts';
import { say } from '../../i18n/phrase.ts';
import { replayTexts } from '../../i18n/replay.ts';
import { advance, beginPlayback, type Playback } from '../../replay/playback.ts';
import { recordsUntil, roomAfter, type Timeline } from '../../replay/timeline.ts';
import type { Stage } from '../../stage/index.ts';
import { Drawing } from '../../ui/drawing.tsx';
import { openStage } from '../../ui/stage-host.ts';
import { phaseName, verdict } from '../game/announcements.ts';
import { FieldText } from '../game/field-text.tsx';
import { figurePose } from '../game/figure-pose.ts';
import { ProgramListing } from '../game/program-listing.tsx';
import { turnSentence } from '../game/turn-sentence.ts';
import { ReplayControls } from './replay-controls.tsx';
import { playPassed, showMoment } from './show-moment.ts';
import '../../styles/game.css';
import '../../styles/sides.css';
import '../../styles/motion.css';
import '../../styles/phone.css';
import '../../styles/replay.css';

/** A match played again: both programs as they were typed, the field, and the controls. */
export function ReplayPlayer({ timeline }: { readonly timeline: Timeline }): VNode {
  const [playback, setPlayback] = useState(() => beginPlayback(timeline.duration));
  const [stage, setStage] = useState<Stage | 'failed' | null>(null);
  const host = useRef<HTMLDivElement>(null);
  const shown = useRef<Playback>(playback);
  const count = recordsUntil(timeline, playback.time);
  const state = useRoomAfter(timeline, count);

  useEffect(() => (host.current === null ? undefined : openStage(host.current, setStage)), []);
  useFrames(playback.playing, (elapsed) => setPlayback((current) => advance(current, elapsed)));
  useEffect(() => {
    if (stage === null || stage === 'failed') return;
    const before = shown.current;
    shown.current = playback;
    const runsOn = before.playing && playback.time >= before.time && count > 0;
    if (!runsOn) showMoment(stage, state);
    else if (playPassed(stage, timeline, before, playback) === null && !playback.playing) {
      showMoment(stage, state);
    }
  }, [stage, playback]);

  const mark = timeline.turns.findLast(({ at }) => at <= playback.time);
  return (
    <div class="replay" data-testid="replay">
      <ReplaySide seat="salesforce" state={state} />
      <section class="middle">
        <div class="phase-bar">
          <span class="phase-name" data-testid="replay-phase">
            {phaseName(state.phase, state.battle.turn)}
          </span>
          <span class="phase-facts" data-testid="replay-turn">
            {state.phase.kind === 'result'
              ? verdict(state.phase.outcome)
              : say(game.turnOf, state.battle.turn, state.battle.turns)}
          </span>
        </div>
        <div class="field">
          <div class="field-host" ref={host} hidden={stage === 'failed'} aria-hidden="true" />
          {stage === 'failed' && <p class="field-failed">{say(game.fieldFailed)}</p>}
          <FieldText battle={state.battle} visible={stage === 'failed'} />
          <p class="turn-line" data-testid="replay-sentence">
            {mark !== undefined && turnSentence(mark.turn, mark.events, mark.erred)}
          </p>
        </div>
        <ReplayControls timeline={timeline} playback={playback} onChange={setPlayback} />
      </section>
      <ReplaySide seat="heroku" state={state} />
    </div>
  );
}

interface ReplaySideProps {
  readonly seat: Seat;
  readonly state: RoomState;
}

function ReplaySide({ seat, state }: ReplaySideProps): VNode {
  const name = say(seatNames[seat]);
  const { points } = state.battle.figures[seat];
  return (
    <section class={`side side-${seat}`} aria-label={name}>
      <header class="seat-card">
        <Drawing
          sheet={seat}
          frame={figurePose(state, state.battle, seat, true)}
          class="seat-figure"
        />
        <div class="seat-words">
          <h2 class="seat-name">{name}</h2>
          <p class="owner">{state.seats[seat]?.name ?? say(game.freeSeat)}</p>
        </div>
        <p class="points" aria-label={say(game.points, points)}>
          {points}
        </p>
      </header>
      <div class="program">
        <ProgramListing
          document={state.documents[seat]}
          step={state.phase.kind === 'running' ? (state.turns.at(-1)?.steps[seat] ?? null) : null}
          label={say(game.programOf, name)}
        />
      </div>
      <span class="unseen">{say(replayTexts.title)}</span>
    </section>
  );
}

/** The room after so many records, folded once for each number of them. */
function useRoomAfter(timeline: Timeline, count: number): RoomState {
  const known = useRef<{ readonly count: number; readonly state: RoomState } | null>(null);
  if (known.current?.count !== count) {
    known.current = { count, state: roomAfter(timeline, count) };
  }
  return known.current.state;
}

/** Calls back on every frame while on, with the time since the last one. */
function useFrames(on: boolean, frame: (elapsed: number) => void): void {
  useEffect(() => {
    if (!on) return undefined;
    let last = performance.now();
    let request = requestAnimationFrame(function next(now) {
      frame(Math.max(0, now - last));
      last = now;
      request = requestAnimationFrame(next);
    });
    return () => cancelAnimationFrame(request);
  }, [on]);
}
