/** A room: entries, the fold, who may do what when, the referee, and the host with its ports. */
export type * from './entries.ts';
export type * from './commands.ts';
export type * from './ports.ts';
export { lastSeqOf, pageBytes } from './ports.ts';
export { encodeRecord, type EncodedRecord } from './encoded-record.ts';
export type { LineMark, Phase, ProgramDocument, RoomState } from './state.ts';
export { dueAt, inMatch, seatsOf, startShout } from './state.ts';
export { applyRecord, eventsOf, stepsToPlay } from './apply.ts';
export { isCounted } from './counted.ts';
export { authorityClient } from './document.ts';
export { normalChanges } from './changes.ts';
export { decide } from './decide/index.ts';
export { meantFor } from './decide/meant.ts';
export type { Decision } from './decide/decision.ts';
export { publicRecord, publicState } from './public-view.ts';
export { programHistory, programSeed } from './referee.ts';
export {
  replayFormat,
  replayOf,
  saidToAll,
  Summing,
  summaryOf,
  type Aside,
  type CursorSample,
  type FinishedMatch,
  type MatchSummary,
  type Replay,
  type ReviewNote,
  type TalkLine,
} from './replay.ts';
export {
  playHeadless,
  type HeadlessMatch,
  type HeadlessSetup,
  type HeadlessTurn,
} from './headless.ts';
export { warmUp } from './warm-up.ts';
