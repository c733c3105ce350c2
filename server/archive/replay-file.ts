import type { MatchId } from '../../shared/base/ids.ts';
import type { ReplayRefusalCode } from '../../shared/replay/index.ts';

export {
  readReplay,
  replayText as writeReplay,
  type ReplayRefusalCode,
} from '../../shared/replay/index.ts';

/** Rejection of an archive that holds a replay it cannot read. */
export class UnreadableReplay extends Error {
  readonly code: ReplayRefusalCode;

  constructor(match: MatchId, code: ReplayRefusalCode) {
    super(`the stored replay of match ${match} cannot be read: ${code}`);
    this.code = code;
  }
}
