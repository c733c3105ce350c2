/** Runs the programs of this page's person, in matches and for trying out. */
export { readingLead, runOwnedSeats } from './owned-seats.ts';
export { bugWalk, endOf, fallOf, trialBattle, walkOf, type Trial } from './trial.ts';
