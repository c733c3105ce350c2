import { useComputed } from '@preact/signals';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { VNode } from 'preact';
import { game } from '../../i18n/game.ts';
import { say } from '../../i18n/phrase.ts';
import { chat } from '../../i18n/chat.ts';
import { openedField, poseAt, seenBattle } from '../../replay/picture.ts';
import type { Theatre } from '../../replay/theatre.ts';
import type { Stage } from '../../stage/index.ts';
import { openStage } from '../../ui/stage-host.ts';
import { phaseName, verdict } from '../game/announcements.ts';
import { clockText } from '../game/clock-text.ts';
import { FieldText } from '../game/field-text.tsx';
import { turnSentence } from '../game/turn-sentence.ts';
import { ReplayEnd } from './replay-end.tsx';

/** Talk stays over the field for this long of the match. */
const spokenFor = 7000;

/** The field as it was, with phase and clock above and what was said over it. */
export function ReplayField({ theatre }: { readonly theatre: Theatre }): VNode {
  const host = useRef<HTMLDivElement>(null);
  const [stage, setStage] = useState<Stage | 'failed' | null>(null);
  useEffect(() => (host.current === null ? undefined : openStage(host.current, setStage)), []);
  return (
    <section class="middle">
      <ReplayPhase theatre={theatre} />
      <div class="field">
        <div class="field-host" ref={host} hidden={stage === 'failed'} aria-hidden="true" />
        {stage === 'failed' && <p class="field-failed">{say(game.fieldFailed)}</p>}
        <ReplayEnd theatre={theatre} />
        <Said theatre={theatre} />
        <Happening theatre={theatre} visible={stage === 'failed'} />
        {stage !== null && stage !== 'failed' && <Drawn theatre={theatre} stage={stage} />}
      </div>
    </section>
  );
}

/** Draws the stage whenever time or what is seen changes; nothing moves by itself. */
function Drawn({ theatre, stage }: { readonly theatre: Theatre; readonly stage: Stage }): null {
  const moment = theatre.moment.value;
  const { time } = theatre.playback.value;
  const reveals = theatre.reveals.value;
  const open = useMemo(() => openedField(theatre.facts), [theatre]);
  useLayoutEffect(() => {
    if (moment !== null) poseAt(stage, open, moment, time, reveals);
  }, [stage, moment, time, reveals]);
  return null;
}

function ReplayPhase({ theatre }: { readonly theatre: Theatre }): VNode {
  const moment = theatre.moment.value;
  if (moment === null) return <div class="phase-bar" />;
  const { phase, battle, dueIn } = moment;
  return (
    <div class="phase-bar">
      <span class="phase-name" data-testid="replay-phase">
        {phaseName(phase, battle.turn)}
      </span>
      <span class="phase-facts" data-testid="replay-turn">
        {phase.kind === 'result'
          ? verdict(phase.outcome)
          : phase.kind === 'coding'
            ? clockText(dueIn ?? 0)
            : say(game.turnOf, battle.turn, battle.turns)}
      </span>
    </div>
  );
}

interface HappeningProps {
  readonly theatre: Theatre;
  readonly visible: boolean;
}

function Happening({ theatre, visible }: HappeningProps): VNode {
  const battle = useComputed(() => theatre.moment.value?.battle ?? null).value;
  const turn = theatre.moment.value?.turn ?? null;
  return (
    <>
      {battle !== null && (
        <FieldText
          battle={seenBattle(theatre.facts, battle, theatre.reveals.value)}
          visible={visible}
        />
      )}
      <p class="turn-line" data-testid="replay-sentence">
        {turn !== null && turnSentence(turn.turn, turn.events, turn.erred)}
      </p>
    </>
  );
}

/** What was said in these seconds, as it stood on people's screens. */
function Said({ theatre }: { readonly theatre: Theatre }): VNode | null {
  const moment = theatre.moment.value;
  if (moment === null || moment.said === 0) return null;
  const lines = theatre.facts.talk
    .slice(0, moment.said)
    .filter(({ at }) => moment.time - at < spokenFor)
    .slice(-3);
  if (lines.length === 0) return null;
  return (
    <ul class="said" aria-label={say(chat.title)}>
      {lines.map((line) => (
        <li key={`${line.at} ${line.from}`}>
          <b class={`by-${line.seat ?? 'spectator'}`}>
            <bdi>{line.name}</bdi>
          </b>{' '}
          <bdi>{line.text}</bdi>
        </li>
      ))}
    </ul>
  );
}
