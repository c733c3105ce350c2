import type { MeasuredServer } from '../measure/server.ts';
import type { Keystroke } from './typing.ts';

/** The two texts of a room. */
export type Side = 0 | 1;

/** Called when the other typist has received some more keystrokes of a side. */
export type Heard = (side: Side, keystrokes: number) => void;

/** A room where two people type, each in a text of their own, and others look on. */
export interface TypingRoom {
  /** Types; resolves when the server has taken it, rejects when it will not. */
  type(side: Side, keys: readonly Keystroke[]): Promise<void>;
  /** Reads what spectators have been sent meanwhile; called while nobody types. */
  catchUp?(): void;
  /** Every copy of a side's text, the typist's first. */
  copies(side: Side): readonly string[];
  close(): void;
}

/** A server that relays typing, and how its pages speak to it. */
export interface RelayServer {
  readonly name: string;
  start(): Promise<MeasuredServer>;
  open(server: MeasuredServer, room: number, spectators: number, heard: Heard): Promise<TypingRoom>;
}
