import type { ReadonlySignal } from '@preact/signals';
import type { EditorState, Transaction, TransactionSpec } from '@codemirror/state';
import type { Details } from '../../shared/base/result.ts';
import type { Seat } from '../../shared/base/ids.ts';
import type { Language, ProgramError } from '../../shared/program/index.ts';
import type { Clock } from '../../shared/room/index.ts';
import type { ClientRefusalCode, RoomClient } from '../net/types.ts';
import type { JointWords } from './block-words.ts';

/** What the person at an editor should be told. `unsent` is their text where it cannot be kept. */
export type EditorTrouble =
  /** The room refused what was typed; the editor shows the room's text again. */
  | {
      readonly kind: 'edit-refused';
      readonly code: ClientRefusalCode;
      readonly details: Details;
      readonly unsent: string;
    }
  /** After a break the room's text had moved on too far to join what was typed meanwhile. */
  | { readonly kind: 'typing-lost'; readonly unsent: string }
  /** Typing or pasting more than a program may hold was held back (L6). */
  | { readonly kind: 'too-long'; readonly maximum: number }
  /** Highlighting and completion could not be loaded; writing works without them. */
  | { readonly kind: 'kit-missing' };

/** Words of an editor in the viewer's language, asked anew at each use (R35). */
export interface EditorWords {
  readonly language: () => Language;
  /** Name of the editor for screen readers. */
  readonly label: () => string;
  /** How to leave the editor by keyboard: Escape, then Tab. */
  readonly wayOut: () => string;
  /** Cause and remedy of an error of a program. */
  readonly reason: (code: string, details: Details) => string;
  /** Text of the gutter's tooltip: the turn in which a line was read. */
  readonly turn: (turn: number) => string;
  /** Told at a line that was read before it could be changed. */
  readonly tooLate: () => string;
  /** What a line says that holds blocks of the S seat's program together. */
  readonly block: JointWords;
  /** Text of the link from a name's help to the whole reference. */
  readonly reference: () => string;
}

/** What every editor needs. */
export interface EditorOptions {
  readonly parent: HTMLElement;
  readonly room: RoomClient;
  readonly seat: Seat;
  readonly clock: Clock;
  /** The page's nonce for styles; the policy blocks CodeMirror's own styles without it. */
  readonly cspNonce: string;
  readonly words: EditorWords;
  readonly onTrouble: (trouble: EditorTrouble) => void;
}

/** Looks for problems in the part of a program from an offset on, off the main thread (L9). */
export type FindProblems = (text: string, from: number) => Promise<readonly ProgramError[]>;

/** What came of a line when it ran, or why it cannot be changed: a few words behind it. */
export interface LineNote {
  /** From 1. */
  readonly line: number;
  readonly kind: 'good' | 'bad' | 'plain';
  /** Asked anew when the language changes. */
  readonly words: () => string;
}

/** An editor on the page. It follows its room by itself until `destroy`. */
export interface ProgramEditor {
  /** The text on screen: the room's, with what was typed and is on its way. */
  readonly text: ReadonlySignal<string>;
  /** True while this page's person may write here. */
  readonly writable: ReadonlySignal<boolean>;
  /** Gives it the keys; a caret in locked text goes to the end, where something may be written. */
  focus(): void;
  /** Keeps a line in view, for those who only read and for owners who rest. */
  follow(line: number): void;
  /** Shows the line a trial stands at, from 1; null takes it away (R31). */
  trace(line: number | null): void;
  /** Shows what came of a line behind it; null takes all notes away. */
  note(note: LineNote | null): void;
  /** The viewer's language has changed. */
  refresh(): void;
  destroy(): void;
}

/** What shows an editor state and takes transactions: CodeMirror's view, or a plain holder. */
export interface EditorHost {
  readonly state: EditorState;
  dispatch(...specs: (Transaction | TransactionSpec)[]): void;
  setState(state: EditorState): void;
}
