import { unreachable } from '../../../shared/base/result.ts';
import { seatNames } from '../../i18n/common.ts';
import { say } from '../../i18n/phrase.ts';
import { replayTexts } from '../../i18n/replay.ts';
import type { Mark } from '../../replay/marks.ts';

/** What a mark says. */
export function markWords({ kind, seat, turn, points }: Mark): string {
  return say(replayTexts.atTurn, turn, happening(kind, say(seatNames[seat]), points));
}

function happening(kind: Mark['kind'], seat: string, points: number): string {
  switch (kind) {
    case 'fall':
      return say(replayTexts.markFall, seat);
    case 'caught':
      return say(replayTexts.markCaught, seat);
    case 'push':
      return say(replayTexts.markPush);
    case 'gold':
      return say(replayTexts.markGold, seat, points);
    case 'error':
      return say(replayTexts.markError, seat);
    case 'late':
      return say(replayTexts.markLate, seat);
    default:
      return unreachable(kind);
  }
}
