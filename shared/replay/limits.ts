import type { Milliseconds } from '../base/ids.ts';
import { maximalProgramLength } from '../program/index.ts';

/**
 * Characters of a stored replay. The longest match there can be (15 minutes of coding, 500 turns of
 * five seconds, both seats typing 15 letters a second without a rest) is about half of it.
 */
export const longestReplay = 32_000_000;

/** As long as the longest match, with room for a server that stood still meanwhile. */
export const longestMatch: Milliseconds = 24 * 60 * 60 * 1000;

/** Records of one match: the same longest match, one letter each. */
export const mostRecords = 150_000;

/** A program with its opening line, and what restoring locked text may add for a moment. */
export const longestDocument = 2 * maximalProgramLength;

/** Lines of talk in one replay; the server keeps no more of a room. */
export const mostTalk = 1000;

/** Cursor samples in one replay. */
export const mostCursors = 50_000;

/** Notes on one match. */
export const mostNotes = 300;
