import type { PerSeat } from '../base/ids.ts';
import type { Person } from './entries.ts';

/**
 * Whether a finished match counts as won, lost or drawn (R33, R62): somebody played against somebody
 * else, for at least one turn. `players` are those who held the seats, whoever left at the end included.
 */
export function isCounted({ salesforce, heroku }: PerSeat<Person | null>, turns: number): boolean {
  return turns > 0 && salesforce !== null && heroku !== null && salesforce.id !== heroku.id;
}
