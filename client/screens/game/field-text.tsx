import type { VNode } from 'preact';
import { boardText, type Battle } from '../../../shared/battle/index.ts';
import { game } from '../../i18n/game.ts';
import { say } from '../../i18n/phrase.ts';

export interface FieldTextProps {
  readonly battle: Battle;
  /** Shown to everybody, where there is no drawing. */
  readonly visible: boolean;
}

/** The field as a grid of letters, for screen readers and where nothing can be drawn. */
export function FieldText({ battle, visible }: FieldTextProps): VNode {
  return (
    <figure class={visible ? 'field-text' : 'field-text unseen'}>
      <figcaption>
        {say(game.fieldAsText)}. {say(game.fieldLegend)}
      </figcaption>
      <pre data-testid="board">{boardText(battle)}</pre>
    </figure>
  );
}
