import type { Milliseconds } from '../../base/ids.ts';
import type { AsideSource, Chance, Clock, MatchArchive, Peers, RoomLog } from '../ports.ts';
import type { ArchiveQueue } from './archive-queue.ts';
import type { Audience } from './audience.ts';
import type { FairTurns } from './fair-turns.ts';

/** What a room is made of; the same for every room of a process. */
export interface RoomParts {
  readonly log: RoomLog;
  readonly archive: MatchArchive;
  readonly aside: AsideSource;
  readonly clock: Clock;
  readonly chance: Chance;
  readonly audience: Audience;
  readonly peers: Peers;
  /** How long "start" is shown, where it is not as R13 says: tests play many matches. */
  readonly startShout?: Milliseconds | undefined;
  readonly archiving: ArchiveQueue;
  /** How the rooms of this process share its time for programs. */
  readonly turns: FairTurns;
  /** Told about troubles that nobody's request waits for. */
  readonly report: (trouble: string, error: unknown) => void;
}
