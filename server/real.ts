import { randomBytes } from 'node:crypto';
import type { MatchId, PersonId } from '../shared/base/ids.ts';
import type { Chance, Clock } from '../shared/room/index.ts';

/** The clock of this machine. */
export const realClock: Clock = {
  now: Date.now,
  after: (delay, callback) => {
    const timer = setTimeout(callback, delay);
    return () => clearTimeout(timer);
  },
};

/** Chance nobody can guess: 128 bits for a seed, 120 for the name of a match. */
export const realChance: Chance & { personId(): PersonId } = {
  seed: () => randomBytes(16).toString('hex'),
  matchId: () => randomBytes(15).toString('base64url') as MatchId,
  personId: () => randomBytes(12).toString('base64url') as PersonId,
};
