import type { ListedMatch } from '../../../shared/protocol/index.ts';
import { seatNames } from '../../i18n/common.ts';
import { game } from '../../i18n/game.ts';
import { say } from '../../i18n/phrase.ts';
import { verdictReason } from '../game/announcements.ts';

/** Who has won, by name, and by what where the points do not say it (R29, R3). */
export function resultOf(
  { outcome, alone }: Pick<ListedMatch, 'outcome' | 'alone'>,
  s: string,
  h: string,
): string {
  const reason = outcome.by === 'points' ? '' : ` (${verdictReason(outcome)})`;
  if (outcome.kind === 'draw') return `${say(game.draw)}${reason}`;
  const [won, lost] = outcome.winner === 'salesforce' ? [s, h] : [h, s];
  // One name at both seats: then the seat tells them apart.
  const winner = alone || won === lost ? say(seatNames[outcome.winner]) : won;
  return `${say(game.winner, winner)}${reason}`;
}
