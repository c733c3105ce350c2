import type { PerSeat, Seat } from '../../shared/base/ids.ts';
import type { Moment } from '../replay/moment.ts';

/** What a film says, in the viewer's language. */
export interface FilmWords {
  readonly seats: PerSeat<string>;
  readonly nobody: string;
  /** The phase and the clock or turn beside it. */
  readonly phase: (moment: Moment) => string;
  readonly clock: (moment: Moment) => string;
  /** What happened in the turn that is shown; empty before the first. */
  readonly sentence: (moment: Moment) => string;
  /** A line of a program as it is shown: the blocks of S in words. */
  readonly line: (seat: Seat, line: string) => string;
  readonly verdict: string;
  readonly reason: string;
}
