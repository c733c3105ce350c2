import type { Battle, Outcome } from './types.ts';

/**
 * How the match has ended, or null while it goes on (R29). Whoever is out loses whatever the points;
 * points count only after the last turn. A forfeit (R3) is no matter of the field and is never
 * answered here.
 */
export function outcomeOf(battle: Battle): Outcome | null {
  const { salesforce, heroku } = battle.figures;
  if (salesforce.out !== null && heroku.out !== null) return { kind: 'draw', by: 'both out' };
  if (salesforce.out !== null) return { kind: 'won', winner: 'heroku', by: 'rival out' };
  if (heroku.out !== null) return { kind: 'won', winner: 'salesforce', by: 'rival out' };
  if (battle.turn < battle.turns) return null;
  if (salesforce.points === heroku.points) return { kind: 'draw', by: 'points' };
  const winner = salesforce.points > heroku.points ? 'salesforce' : 'heroku';
  return { kind: 'won', winner, by: 'points' };
}
