/** Finished matches as documents: reading them with suspicion, and refereeing them again. */
export { foldedOn, parseReplay, readReplay, type ReplayRefusalCode } from './read.ts';
export { replayPieces, replayText, sendableStart } from './write.ts';
export { longestMatch, longestReplay, mostNotes, mostRecords } from './limits.ts';
export type { Refereed } from './referee.ts';
