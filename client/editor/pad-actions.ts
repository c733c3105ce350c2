import type { ReadonlySignal } from '@preact/signals';
import type { Direction } from '../../shared/battle/index.ts';
import type { Head } from './blocks.ts';
import type { PadMode } from './pad.ts';

/** What the S seat can do without typing (R22). Nothing happens while it may not write. */
export interface PadActions {
  readonly mode: ReadonlySignal<PadMode>;
  readonly enabled: ReadonlySignal<boolean>;
  /** The block the cursor line belongs to, as it stands; null outside of blocks. */
  readonly block: ReadonlySignal<Head | null>;
  /** Writes one command at the cursor line. */
  command(direction: Direction): void;
  /** Writes the lines of a way at the end of the program, where that way begins. */
  append(lines: readonly string[]): void;
  /** Writes an empty block at the cursor line, or around it, and goes inside. */
  writeBlock(head: Head): void;
  /** Changes the first line of the block at the cursor. */
  changeBlock(head: Head): void;
  /** Goes to the else part of the block at the cursor, which is made when there is none. */
  writeElse(): void;
  /** Goes on behind the block at the cursor. */
  leaveBlock(): void;
  deleteLine(): void;
  undo(): void;
  redo(): void;
  toggleMode(): void;
  moveCursor(by: -1 | 1): void;
}
