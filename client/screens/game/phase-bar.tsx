import type { VNode } from 'preact';
import type { Phase, RoomState } from '../../../shared/room/index.ts';
import { game } from '../../i18n/game.ts';
import { say } from '../../i18n/phrase.ts';
import { settingsForm } from '../../i18n/settings.ts';
import { SteadyButton } from '../../ui/steady-button.tsx';
import { phaseName, verdict } from './announcements.ts';
import { clockText, pressingSeconds, secondsLeft } from './clock-text.ts';
import { useRoom, type RoomOutlook } from './room-context.ts';

export interface PhaseBarProps {
  readonly outlook: RoomOutlook;
  /** Null where nobody can press anything. */
  readonly onSettle: (() => void) | null;
}

/** Above the field: the phase, how long still, and which turn. */
export function PhaseBar({ outlook: { state }, onSettle }: PhaseBarProps): VNode {
  const { phase } = state;
  return (
    <div class="phase-bar">
      <span class="phase-name" data-testid="phase">
        {phaseName(phase, state.battle.turn)}
      </span>
      {phase.kind === 'entry' && <FieldFacts state={state} onSettle={onSettle} />}
      {phase.kind === 'coding' && <CodingClock phase={phase} />}
      {phase.kind === 'running' && <RunningClock state={state} />}
      {phase.kind === 'result' && <span class="phase-facts">{verdict(phase.outcome)}</span>}
    </div>
  );
}

interface FieldFactsProps {
  readonly state: RoomState;
  readonly onSettle: (() => void) | null;
}

function FieldFacts({ state: { settings }, onSettle }: FieldFactsProps): VNode {
  const { width, height, codingTime, turns } = settings;
  const facts = `${width}×${height} · ${codingTime / 1000} ${say(settingsForm.seconds)} · ${turns} ${say(settingsForm.times)}`;
  if (onSettle === null) return <span class="phase-facts">{facts}</span>;
  return (
    <SteadyButton class="quiet phase-facts" meaning="settings" onPress={onSettle}>
      {facts}
    </SteadyButton>
  );
}

function CodingClock({ phase }: { readonly phase: Phase & { readonly kind: 'coding' } }): VNode {
  const left = phase.endsAt - useRoom().now.value;
  const seconds = secondsLeft(left);
  const pressing = seconds <= pressingSeconds;
  const share = Math.max(0, Math.min(1, left / (phase.endsAt - phase.startedAt)));
  return (
    <span
      class={`clock ${pressing ? 'pressing' : ''}`}
      role="timer"
      aria-label={say(game.timeLeft)}
    >
      <span class="clock-digits" key={pressing ? seconds : 'calm'} data-testid="clock">
        {clockText(left)}
      </span>
      <Bar share={share} />
    </span>
  );
}

function RunningClock({ state }: { readonly state: RoomState }): VNode | null {
  const { turn, turns } = state.battle;
  if (turn === 0) return null;
  return (
    <span class="clock">
      <span class="turn-count" data-testid="turn">
        {say(game.turnOf, turn, turns)}
      </span>
      <Bar share={turn / turns} />
    </span>
  );
}

function Bar({ share }: { readonly share: number }): VNode {
  return (
    <span class="clock-bar" aria-hidden="true">
      <span style={{ transform: `scaleX(${share.toFixed(3)})` }} />
    </span>
  );
}
