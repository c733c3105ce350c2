/** Runs the programs of this page's person, in matches and for trying out. */
export { readingLead, runOwnedSeats } from './owned-seats.ts';
export { bugWalk, fallOf, trialBattle, walkOf, walkOnOf, type Trial } from './trial.ts';
