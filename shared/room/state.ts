import type { MatchId, Milliseconds, PerSeat, RoomName, Seat, Timestamp } from '../base/ids.ts';
import type { Battle, Field, Outcome, Settings } from '../battle/index.ts';
import type { ProgramError, Step } from '../program/index.ts';
import type { ChangesJson, Person, PlayedTurn, Score, Secret } from './entries.ts';

/** Where the room stands (R11). */
export type Phase =
  | { readonly kind: 'entry' }
  | {
      readonly kind: 'coding';
      readonly startedAt: Timestamp;
      readonly endsAt: Timestamp;
      readonly ready: PerSeat<boolean>;
    }
  /** `dueAt` is when the next turn is played; before the first it ends the start shout. */
  | { readonly kind: 'running'; readonly startedAt: Timestamp; readonly dueAt: Timestamp }
  | {
      readonly kind: 'result';
      readonly outcome: Outcome;
      readonly endedAt: Timestamp;
      /** Whether it counts as won, lost or drawn (R62). */
      readonly counted: boolean;
    };

/** What happened at a line, for the editors (R17). Lines count from 1. */
export interface LineMark {
  readonly line: number;
  readonly turn: number;
  readonly error: ProgramError | null;
}

/** A text some updates ago and the changes that led on from it (A7). */
export interface EarlierText {
  readonly version: number;
  readonly text: string;
  readonly changes: readonly ChangesJson[];
}

/** The program of one seat as the authority holds it. */
export interface ProgramDocument {
  /** Grows by one with each new document, so that a push for an old one cannot touch the new. */
  readonly epoch: number;
  /** Updates applied to this document. */
  readonly version: number;
  readonly text: string;
  /** Everything before this offset is locked (R17, A11). Always just after a line break. */
  readonly lockedTo: number;
  /** Lines that were read, oldest first. */
  readonly marks: readonly LineMark[];
  /** The last few texts, newest last; a step may have been read from one of them. */
  readonly earlier: readonly EarlierText[];
}

/** A room as the fold of its log: plain, readonly, printable. */
export interface RoomState {
  readonly room: RoomName;
  /** Number of the last record folded in. */
  readonly seq: number;
  readonly settings: Settings;
  readonly field: Field;
  /** Null in the public view. */
  readonly secret: Secret | null;
  readonly seats: PerSeat<Person | null>;
  readonly phase: Phase;
  /** The match being played or just played. */
  readonly match: MatchId | null;
  readonly documents: PerSeat<ProgramDocument>;
  /** The world after the last turn played. */
  readonly battle: Battle;
  /** All turns of this match so far. */
  readonly turns: readonly PlayedTurn[];
  /** Steps already read for the next turn. */
  readonly nextSteps: PerSeat<Step | null>;
  /** Finished matches of this room that count (R33, R62). */
  readonly score: Score;
}

/** Length of the start shout before the first turn (R13). */
export const startShout: Milliseconds = 3000;

/** The seats one person holds. */
export function seatsOf(state: RoomState, person: string): Seat[] {
  const held: Seat[] = [];
  if (state.seats.salesforce?.id === person) held.push('salesforce');
  if (state.seats.heroku?.id === person) held.push('heroku');
  return held;
}

/** True from the start of coding to the last turn. */
export function inMatch(state: RoomState): boolean {
  return state.phase.kind === 'coding' || state.phase.kind === 'running';
}

/** When the clock next changes this room by itself, or null when it waits for people. */
export function dueAt(state: RoomState): Timestamp | null {
  if (state.phase.kind === 'coding') return state.phase.endsAt;
  if (state.phase.kind === 'running') return state.phase.dueAt;
  return null;
}
