import type { MatchId } from '../../shared/base/ids.ts';

/** Rejection of an archive that holds a replay it cannot read. */
export class UnreadableReplay extends Error {
  readonly code = 'replay-unreadable';

  constructor(match: MatchId) {
    super(`the stored replay of match ${match} cannot be read`);
  }
}
