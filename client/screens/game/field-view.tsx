import { useEffect, useRef, useState } from 'preact/hooks';
import type { VNode } from 'preact';
import type { Cell } from '../../../shared/battle/index.ts';
import { inMatch } from '../../../shared/room/index.ts';
import { editor } from '../../i18n/editor.ts';
import { game } from '../../i18n/game.ts';
import { say } from '../../i18n/phrase.ts';
import type { Stage } from '../../stage/index.ts';
import { Lazy } from '../../ui/lazy.tsx';
import { openStage } from '../../ui/stage-host.ts';
import { writeWayTo } from './cell-writing.ts';
import { FieldText } from './field-text.tsx';
import { useRoom, type RoomOutlook } from './room-context.ts';
import { Shouts } from './shouts.tsx';
import { TrialButton } from './trial-buttons.tsx';
import { TurnLine } from './turn-line.tsx';
import { previewWays } from './way-preview.ts';

export interface FieldViewProps {
  readonly outlook: RoomOutlook;
  /** Nobody can press anything here: a projector, or a page of another site. */
  readonly toWatch?: boolean;
}

/** The field: drawn as soon as the drawing is loaded, readable as text always. */
export function FieldView({ outlook, toWatch = false }: FieldViewProps): VNode {
  const { client, editors, field, textOf, toaster, worker } = useRoom();
  const host = useRef<HTMLDivElement>(null);
  const [stage, setStage] = useState<Stage | 'failed' | null>(null);
  useEffect(() => {
    if (host.current === null) return undefined;
    return openStage(host.current, setStage);
  }, []);
  useEffect(() => {
    if (stage === null || stage === 'failed') return undefined;
    const stops = [field.attach(stage), previewWays({ client, worker, stage, textOf })];
    return () => {
      for (const stop of stops) stop();
    };
  }, [stage]);
  const writing = writes(outlook);
  useEffect(() => {
    if (stage === null || stage === 'failed' || !writing) return undefined;
    stage.onCell((cell) => void writeTo(cell));
    return () => stage.onCell(null);
  }, [stage, writing]);
  const writeTo = async (cell: Cell): Promise<void> => {
    const state = client.state.peek();
    const pad = editors.salesforce.peek()?.pad;
    if (state === null || pad === undefined) return;
    const written = await writeWayTo(cell, state, worker, textOf('salesforce'), pad);
    if (written === 'no way') toaster.tell('refusal', () => say(editor.noWay));
    if (written === 'falls') toaster.tell('refusal', () => say(editor.wayFalls));
    if (written === 'no answer') toaster.tell('refusal', () => say(game.testFailed));
  };
  const failed = stage === 'failed';
  const { state } = outlook;
  return (
    <div class="field" data-testid="field">
      <div class="field-host" ref={host} hidden={failed} aria-hidden="true" />
      {failed && <p class="field-failed">{say(game.fieldFailed)}</p>}
      <FieldText battle={state.battle} visible={failed} />
      {!toWatch && (
        <div class="trials">
          <TrialButton trial="bug" outlook={outlook} />
          {inMatch(state) &&
            outlook.mine.map((seat) => (
              <span key={seat} class="narrow-only">
                <TrialButton trial={seat} outlook={outlook} />
              </span>
            ))}
        </div>
      )}
      <Shouts state={state} />
      {!toWatch && <Lazy load={resultCard} props={{ outlook }} quietly />}
      <TurnLine />
    </div>
  );
}

/** Fetched with the room's first picture, long before a match can end. */
const resultCard = async () => (await import('./result-card.tsx')).ResultCard;

/** R22: a click on a cell writes for the owner of S, while programs may be written. */
function writes({ state, mine }: RoomOutlook): boolean {
  return inMatch(state) && mine.includes('salesforce');
}
