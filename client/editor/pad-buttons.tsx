import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { directions } from '../../shared/battle/index.ts';
import { BlockBar, type BlockWord } from './block-bar.tsx';
import type { PadActions } from './pad-actions.ts';
import { newBlocks, onPadKey } from './pad-keys.ts';
import { signs } from './signs.ts';

/** Everything of the pad that has a name. */
export type PadWord =
  | BlockWord
  | 'pad'
  | 'pad-keys'
  | 'pad-up'
  | 'pad-right'
  | 'pad-down'
  | 'pad-left'
  | 'pad-insert'
  | 'pad-overwrite'
  | 'pad-delete-line'
  | 'pad-undo'
  | 'pad-redo';

export interface PadProps {
  readonly pad: PadActions;
  /** Its buttons have come under the pointer only just now: they do nothing yet. */
  readonly settling: boolean;
  /** Words in the viewer's language; `pad-keys` says what the keys do. */
  readonly t: (word: PadWord) => string;
}

/**
 * The pad of the S seat (R22): arrows, *repeat* and *if*, and what corrects. While the cursor is in a
 * block a bar above shows what can be changed of it. With the focus anywhere on the pad its keys work.
 */
export function Pad({ pad, settling, t }: PadProps): JSX.Element {
  const root = useRef<HTMLDivElement>(null);
  const off = !pad.enabled.value || settling;
  const mode = pad.mode.value;
  const block = pad.block.value;
  return (
    <div
      class="pad"
      role="group"
      aria-label={t('pad')}
      tabIndex={-1}
      ref={root}
      onKeyDown={(event) => onPadKey(event, pad)}
    >
      {block !== null && (
        <BlockBar head={block} pad={pad} t={t} leaveFocus={() => root.current?.focus()} />
      )}
      <div class="pad-arrows">
        <button
          type="button"
          class="pad-button pad-repeat"
          disabled={off}
          onClick={() => pad.writeBlock(newBlocks.repeat)}
        >
          <span class="pad-sign" aria-hidden="true">
            ↻
          </span>
          <span class="pad-word">{t('pad-repeat')}</span>
        </button>
        <button
          type="button"
          class="pad-button pad-if"
          disabled={off}
          onClick={() => pad.writeBlock(newBlocks.if)}
        >
          <span class="pad-sign" aria-hidden="true">
            ?
          </span>
          <span class="pad-word">{t('pad-if')}</span>
        </button>
        {directions.map((direction) => (
          <button
            key={direction}
            type="button"
            class={`pad-button pad-${direction}`}
            disabled={off}
            aria-label={t(`pad-${direction}`)}
            onClick={() => pad.command(direction)}
          >
            <span aria-hidden="true">{signs[direction]}</span>
          </button>
        ))}
      </div>
      <div class="pad-tools">
        <button
          type="button"
          class="pad-button pad-mode"
          disabled={off}
          aria-pressed={mode === 'overwrite'}
          onClick={() => pad.toggleMode()}
        >
          {t(mode === 'insert' ? 'pad-insert' : 'pad-overwrite')}
        </button>
        <button type="button" class="pad-button" disabled={off} onClick={() => pad.deleteLine()}>
          {t('pad-delete-line')}
        </button>
        <button type="button" class="pad-button" disabled={off} onClick={() => pad.undo()}>
          {t('pad-undo')}
        </button>
        <button type="button" class="pad-button" disabled={off} onClick={() => pad.redo()}>
          {t('pad-redo')}
        </button>
      </div>
      <p class="pad-keys">{t('pad-keys')}</p>
    </div>
  );
}
