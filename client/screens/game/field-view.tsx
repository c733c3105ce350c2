import { useEffect, useRef, useState } from 'preact/hooks';
import type { VNode } from 'preact';
import { game } from '../../i18n/game.ts';
import { say } from '../../i18n/phrase.ts';
import type { Stage } from '../../stage/index.ts';
import { openStage } from '../../ui/stage-host.ts';
import { FieldText } from './field-text.tsx';
import { ResultCard } from './result-card.tsx';
import { useRoom, type RoomOutlook } from './room-context.ts';
import { Shouts } from './shouts.tsx';
import { TurnLine } from './turn-line.tsx';

/** The field: drawn as soon as the drawing is loaded, readable as text always. */
export function FieldView({ outlook }: { readonly outlook: RoomOutlook }): VNode {
  const { field } = useRoom();
  const host = useRef<HTMLDivElement>(null);
  const [stage, setStage] = useState<Stage | 'failed' | null>(null);
  useEffect(() => {
    if (host.current === null) return undefined;
    return openStage(host.current, setStage);
  }, []);
  useEffect(() => {
    if (stage === null || stage === 'failed') return undefined;
    return field.attach(stage);
  }, [stage]);
  const failed = stage === 'failed';
  const { state } = outlook;
  return (
    <div class="field" data-testid="field">
      <div class="field-host" ref={host} hidden={failed} aria-hidden="true" />
      {failed && <p class="field-failed">{say(game.fieldFailed)}</p>}
      <FieldText battle={state.battle} visible={failed} />
      <Shouts state={state} />
      <ResultCard outlook={outlook} />
      <TurnLine />
    </div>
  );
}
