import type { VNode } from 'preact';
import { boardText, type Battle } from '../../../shared/battle/index.ts';
import { fieldWords } from '../../i18n/field.ts';
import { game } from '../../i18n/game.ts';
import { say } from '../../i18n/phrase.ts';
import { fieldInWords } from './field-sentences.ts';

export interface FieldTextProps {
  readonly battle: Battle;
  /** Shown to everybody, where there is no drawing. */
  readonly visible: boolean;
}

/** The field in sentences for screen readers, and as a grid of letters where nothing can be drawn. */
export function FieldText({ battle, visible }: FieldTextProps): VNode {
  const { summary, rows } = fieldInWords(battle);
  return (
    <>
      <section class="unseen" aria-label={say(game.fieldAsText)} data-testid="field-in-words">
        <p>{summary}</p>
        <p>{say(fieldWords.rows, battle.width, battle.height)}</p>
        <ul>
          {rows.map((row, y) => (
            <li key={y}>{row}</li>
          ))}
        </ul>
      </section>
      <figure
        class={visible ? 'field-text' : 'field-text unseen'}
        aria-hidden={!visible}
        // Where it is seen it may be too large for its place, and scrolls by key.
        {...(visible ? { tabIndex: 0, role: 'group' } : {})}
      >
        <figcaption>
          {say(game.fieldAsText)}. {say(game.fieldLegend)}
        </figcaption>
        <pre data-testid="board">{boardText(battle)}</pre>
      </figure>
    </>
  );
}
