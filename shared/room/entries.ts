import type { MatchId, PersonId, PerSeat, RoomName, Seat, Timestamp } from '../base/ids.ts';
import type { Cell, Field, Outcome, SealedValues, Settings } from '../battle/index.ts';
import type { Step } from '../program/index.ts';

/** A person as everybody in the room sees them. */
export interface Person {
  readonly id: PersonId;
  readonly name: string;
}

/** What must stay on the server until the match is over (R9, A9). */
export interface Secret {
  readonly seed: string;
  readonly sealed: SealedValues;
}

/** Changes of a document as `ChangeSet.toJSON()` of @codemirror/state writes them. */
export type ChangesJson = readonly (number | readonly [number, ...string[]])[];

/** One update of a document: `clientId` names the editor instance, or the authority (A10, A11). */
export interface DocumentUpdate {
  readonly clientId: string;
  readonly changes: ChangesJson;
}

/** The value of a sealed piece of gold that was collected in this turn (R9). */
export interface Revealed {
  readonly at: Cell;
  readonly points: number;
}

/** One played turn: enough to play it again from the world before it. */
export interface PlayedTurn {
  readonly steps: PerSeat<Step>;
  readonly revealed: readonly Revealed[];
}

/** Finished matches by result. */
export interface Score {
  readonly salesforce: number;
  readonly heroku: number;
  readonly draws: number;
}

/** Why a seat became free. */
export type LeaveReason = 'left' | 'gone' | 'forfeit';

/**
 * One fact in the life of a room (A1). Live view, late join, recovery, replay and referee are folds
 * over these and nothing else.
 */
export type Entry =
  | {
      /** The first field also opens the room (R8, R14). */
      readonly kind: 'field made';
      readonly room: RoomName;
      readonly settings: Settings;
      /** Sealed gold has no points here. */
      readonly field: Field;
      /** Absent in the public view. */
      readonly secret?: Secret;
      /** What was counted in a room of this name before it was opened anew (R33). */
      readonly score?: Score;
    }
  | { readonly kind: 'seat taken'; readonly seat: Seat; readonly owner: Person }
  | { readonly kind: 'seat left'; readonly seat: Seat; readonly reason: LeaveReason }
  /** Both owners change sides and the same field is set up again (R14). */
  | { readonly kind: 'seats swapped'; readonly secret?: Secret }
  | { readonly kind: 'person renamed'; readonly person: Person }
  | { readonly kind: 'coding started'; readonly match: MatchId; readonly endsAt: Timestamp }
  | { readonly kind: 'seat ready'; readonly seat: Seat }
  | { readonly kind: 'seat not ready'; readonly seat: Seat }
  | { readonly kind: 'running started'; readonly dueAt: Timestamp }
  | {
      readonly kind: 'program edited';
      readonly seat: Seat;
      readonly epoch: number;
      /** Document version before these updates. */
      readonly version: number;
      readonly updates: readonly DocumentUpdate[];
    }
  | {
      readonly kind: 'step read';
      readonly seat: Seat;
      /** The turn this step is for; the first is 1. */
      readonly turn: number;
      readonly step: Step;
      /** Whether the owner's page said the same; null when it said nothing in time (A8). */
      readonly confirmed: boolean | null;
    }
  | {
      readonly kind: 'turn played';
      /** The first is 1. */
      readonly turn: number;
      readonly revealed: readonly Revealed[];
      /** When the next turn is due. */
      readonly dueAt: Timestamp;
    }
  | {
      readonly kind: 'match ended';
      readonly match: MatchId;
      readonly outcome: Outcome;
      /** Known to all from now on. */
      readonly secret: Secret;
    };

/** Entries that were appended together: the unit of compare-and-append (A3). */
export interface LogRecord {
  /** The room's next number; the first record has 1. */
  readonly seq: number;
  readonly at: Timestamp;
  readonly entries: readonly Entry[];
}
