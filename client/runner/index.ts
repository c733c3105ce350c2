/** Runs the programs of this page's person, in matches and for trying out. */
export { readingLead, runOwnedSeats } from './owned-seats.ts';
export { bugWalk, fallOf, trialBattle, tryOut, walkOf, walkOnOf, type Trial } from './trial.ts';
export {
  mayLookInto,
  watchPrograms,
  type LoggedLine,
  type WatchedProgram,
  type WatchedPrograms,
} from './watched-programs.ts';
