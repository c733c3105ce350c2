import type { JSX } from 'preact';
import { directions, type Direction } from '../../shared/battle/index.ts';
import type { PadActions } from './listing-editor.ts';

/** Everything of the pad that has a name. */
export type PadWord =
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
  /** Words in the viewer's language; `pad-keys` says what the keys do. */
  readonly t: (word: PadWord) => string;
}

const arrows = {
  ArrowUp: 'up',
  ArrowRight: 'right',
  ArrowDown: 'down',
  ArrowLeft: 'left',
} as const satisfies Record<string, Direction>;

const signs = { up: '↑', right: '→', down: '↓', left: '←' } as const satisfies Record<
  Direction,
  string
>;

/**
 * The pad of the S seat (R22). With the focus anywhere on it the arrow keys write commands, with
 * Shift they move the cursor line; Delete or Backspace takes a line away, Ctrl+Z undoes, `o` changes
 * between insert and overwrite.
 */
export function Pad({ pad, t }: PadProps): JSX.Element {
  const off = !pad.enabled.value;
  const mode = pad.mode.value;
  return (
    <div class="pad" role="group" aria-label={t('pad')} onKeyDown={(event) => onKey(event, pad)}>
      <div class="pad-arrows">
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

function onKey(event: KeyboardEvent, pad: PadActions): void {
  const action = actionOf(event, pad);
  if (action === null) return;
  event.preventDefault();
  action();
}

function actionOf(event: KeyboardEvent, pad: PadActions): (() => void) | null {
  const { key, shiftKey, altKey } = event;
  const command = event.ctrlKey || event.metaKey;
  if (altKey) return null;
  if (command) {
    if (key === 'y' || (shiftKey && key.toLowerCase() === 'z')) return () => pad.redo();
    return key === 'z' ? () => pad.undo() : null;
  }
  if (shiftKey && key === 'ArrowUp') return () => pad.moveCursor(-1);
  if (shiftKey && key === 'ArrowDown') return () => pad.moveCursor(1);
  if (isArrow(key)) return () => pad.command(arrows[key]);
  if (key === 'Delete' || key === 'Backspace') return () => pad.deleteLine();
  return key.toLowerCase() === 'o' ? () => pad.toggleMode() : null;
}

function isArrow(key: string): key is keyof typeof arrows {
  return Object.hasOwn(arrows, key);
}
