import { unreachable } from '../../../shared/base/result.ts';
import type { Outcome } from '../../../shared/battle/index.ts';
import type { Phase } from '../../../shared/room/index.ts';
import { seatNames } from '../../i18n/common.ts';
import { game } from '../../i18n/game.ts';
import { say, type Phrase } from '../../i18n/phrase.ts';

/** The phase in one word. */
export function phaseName(phase: Phase, turnsPlayed: number): string {
  switch (phase.kind) {
    case 'entry':
      return say(game.entry);
    case 'coding':
      return say(game.coding);
    case 'running':
      return say(turnsPlayed === 0 ? game.starting : game.running);
    case 'result':
      return say(game.result);
    default:
      return unreachable(phase);
  }
}

/** Who has won, in a few words. */
export function verdict(outcome: Outcome): string {
  return outcome.kind === 'draw'
    ? say(game.draw)
    : say(game.winner, say(seatNames[outcome.winner]));
}

/** By what it was decided (R29, R3). */
export function verdictReason(outcome: Outcome): string {
  return say(reasonOf(outcome));
}

function reasonOf(outcome: Outcome): Phrase {
  if (outcome.kind === 'won') {
    const reasons = {
      points: game.byPoints,
      'rival out': game.byRivalOut,
      forfeit: game.byForfeit,
    } as const;
    return reasons[outcome.by];
  }
  const reasons = {
    points: game.byEqualPoints,
    'both out': game.byBothOut,
    forfeit: game.byForfeitAlone,
  } as const;
  return reasons[outcome.by];
}
