/** Reading and running one seat's program, turn by turn (R15–R23, L4–L9). */
export type { Moment, ProgramError, ProgramRun, ProgramView, Step } from './types.ts';
export { createProgramRun, faultStep, rebuildProgramRun } from './program.ts';
export { onMachineFault, reportFault } from '../lang/index.ts';
export { problemsIn } from './problems.ts';
export { openingLength, openingLine, openingText } from './opening.ts';
export { maximalProgramLength } from './length.ts';
export {
  walkAlone,
  walkOn,
  walkWatched,
  type UnderWayInMatch,
  type Walk,
  type WatchedWalk,
} from './walk.ts';
export { worldTable } from './world.ts';
export type { Sight } from './sensors.ts';
export type { WorldEntry } from './entry.ts';
export { hasMessage, messageOf, type Language } from './messages.ts';
export { playPrograms, type PlayedPrograms } from './play.ts';
