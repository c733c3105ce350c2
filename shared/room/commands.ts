import type { MatchId, PersonId, PerSeat, RoomName, Seat } from '../base/ids.ts';
import type { Settings } from '../battle/index.ts';
import type { Step } from '../program/index.ts';
import type { DocumentUpdate, Person, Score } from './entries.ts';
import type { Phase } from './state.ts';

/** A step the referee has computed, and the version of the text it was read from. */
export interface RefereedStep {
  readonly version: number;
  readonly step: Step;
}

/**
 * What a press was meant for: the phase its person saw, and the field as it was set up then, by the
 * epoch of its programs. Where the room has gone on since, the press means nothing any more.
 */
export interface Meant {
  readonly phase: Phase['kind'];
  readonly epoch: number;
}

/** A press; without `meant`, as programs send it, it is for whatever the room is at when it arrives. */
interface Press {
  readonly by: PersonId;
  readonly meant?: Meant | undefined;
}

/** What a person asks of a room. Ids, seeds and referee's steps are filled in by the host. */
export type PersonCommand =
  | (Press & { readonly kind: 'make field'; readonly settings: Settings; readonly seed: string })
  | (Omit<Press, 'by'> & {
      readonly kind: 'take seat';
      readonly seat: Seat;
      readonly by: Person;
    })
  | (Press & { readonly kind: 'leave seat'; readonly seat: Seat })
  | { readonly kind: 'rename'; readonly by: Person }
  | (Press & { readonly kind: 'start'; readonly match: MatchId })
  | (Press & { readonly kind: 'ready' })
  | (Press & { readonly kind: 'not ready' })
  | (Press & { readonly kind: 'swap seats' })
  | (Press & { readonly kind: 'play again'; readonly seed: string })
  | {
      readonly kind: 'edit';
      readonly by: PersonId;
      readonly seat: Seat;
      readonly epoch: number;
      readonly version: number;
      readonly updates: readonly DocumentUpdate[];
    }
  | {
      readonly kind: 'submit step';
      readonly by: PersonId;
      readonly seat: Seat;
      readonly turn: number;
      /** What the owner's page says it read and does. */
      readonly claimed: Pick<Step, 'action' | 'readTo'>;
      /** What the referee read from the same version. */
      readonly refereed: RefereedStep;
    };

/** What the host asks by itself. */
export type HostCommand =
  | {
      readonly kind: 'open';
      readonly room: RoomName;
      readonly seed: string;
      readonly score: Score;
    }
  | { readonly kind: 'free seat'; readonly seat: Seat; readonly owner: PersonId }
  | { readonly kind: 'end coding' }
  | {
      readonly kind: 'play turn';
      readonly turn: number;
      /** A step for each seat that has none yet. */
      readonly refereed: PerSeat<RefereedStep | null>;
    };

export type Command = PersonCommand | HostCommand;

/** The command of one kind. */
export type CommandOf<Kind extends Command['kind']> = Extract<Command, { readonly kind: Kind }>;

/** Every reason a room can have to refuse a command; the words stand in client/i18n. */
export type RoomRefusalCode =
  | 'already-open'
  | 'not-open'
  | 'not-in-entry'
  | 'not-in-coding'
  | 'not-in-match'
  | 'not-in-result'
  | 'not-running'
  | 'match-under-way'
  | 'no-seat'
  | 'not-your-seat'
  | 'seat-taken'
  | 'seat-free'
  | 'settings-refused'
  | 'other-document'
  | 'stale-version'
  | 'bad-change'
  | 'program-too-long'
  | 'wrong-turn'
  | 'step-already-read'
  | 'stale-step'
  | 'too-early'
  | 'too-late';
