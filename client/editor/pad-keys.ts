import type { Direction } from '../../shared/battle/index.ts';
import type { Sight } from '../../shared/program/index.ts';
import { timesLimits, type Head } from './blocks.ts';
import type { PadActions } from './pad-actions.ts';

const arrows = {
  ArrowUp: 'up',
  ArrowRight: 'right',
  ArrowDown: 'down',
  ArrowLeft: 'left',
} as const satisfies Record<string, Direction>;

/** What can be ahead, what one looks for most at first. */
export const sights = [
  'gold',
  'wall',
  'edge',
  'bug',
  'rival',
  'empty',
] as const satisfies readonly Sight[];

/** Blocks as they are first written. */
export const newBlocks = {
  repeat: { kind: 'repeat', times: 3 },
  if: { kind: 'if', direction: 'up', sight: 'gold' },
} as const satisfies Record<string, Head>;

/** The block with the next number, or the next thing to look for; the same one when there is none. */
export function stepped(head: Head, by: -1 | 1): Head {
  if (head.kind === 'repeat') {
    const times = Math.min(timesLimits.most, Math.max(timesLimits.least, head.times + by));
    return { ...head, times };
  }
  const at = sights.indexOf(head.sight) + by + sights.length;
  return { ...head, sight: sights[at % sights.length] ?? head.sight };
}

/**
 * The keys of the pad. Arrows write commands, with Shift they move the cursor line; `r` repeats, `i`
 * asks what is ahead, `+`, `-` and the digits change the block at the cursor, `e` goes to its else
 * part and `d` behind it; Delete or Backspace takes a line away, Ctrl+Z undoes, `o` changes between
 * insert and overwrite. A list that is chosen from keeps its own keys.
 */
export function onPadKey(event: KeyboardEvent, pad: PadActions): void {
  if (event.target instanceof HTMLSelectElement) return;
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
  return letterAction(key.toLowerCase(), pad);
}

function letterAction(key: string, pad: PadActions): (() => void) | null {
  const block = pad.block.peek();
  switch (key) {
    case 'delete':
    case 'backspace':
      return () => pad.deleteLine();
    case 'o':
      return () => pad.toggleMode();
    case 'r':
      return () => pad.writeBlock(newBlocks.repeat);
    case 'i':
      return () => pad.writeBlock(newBlocks.if);
    case 'e':
      return () => pad.writeElse();
    case 'd':
      return () => pad.leaveBlock();
    case '+':
    case '-':
      return block && (() => pad.changeBlock(stepped(block, key === '+' ? 1 : -1)));
    default:
      return block?.kind === 'repeat' && /^[1-9]$/.test(key)
        ? () => pad.changeBlock({ ...block, times: Number(key) })
        : null;
  }
}

function isArrow(key: string): key is keyof typeof arrows {
  return Object.hasOwn(arrows, key);
}
