import { maximalProgramLength } from '../program/length.ts';

/** Grows with every change that an older page cannot follow; such a page is told to reload. */
export const protocolVersion = 3;

/** R1. */
export const longestRoomName = 40;

/** R34: characters of a chat message, counted as code points. */
export const longestMessage = 300;

/** Characters of a nickname: fits on one line beside a figure. */
export const longestNickname = 24;

/** R34: messages that survive a reload. */
export const chatKept = 100;

/** Bytes of a message around the updates of a push. */
const envelope = 1000;

/**
 * Bytes of one message on the wire. The largest honest one is a paste of a whole program of control
 * characters, which are six bytes each in JSON.
 */
export const largestMessage = 6 * maximalProgramLength + 5 * envelope;

/** Bytes of the updates in one push. */
export const largestPush = largestMessage - envelope;

/** Updates in one push: a second offline of fast typing stays below it. */
export const mostUpdates = 200;

/** Pieces of one update: a change in every line of a long program. A page sends no more, see `toWire`. */
export const mostChangeParts = 4000;

/** Rooms a page remembers as those in which its person holds a seat. */
export const mostHeldRooms = 3;

/** Characters of a note on a replay, counted as code points: a thought, not an essay. */
export const longestNote = 500;

/** Bytes of a note on the wire: its text, four bytes each at most, escaped, and a name. */
export const largestNote = 8000;
