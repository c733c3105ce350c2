/** The wire: version, messages of each direction, and the one place where they are parsed. */
export type * from './messages.ts';
export * from './limits.ts';
export {
  parseChatText,
  parseCount,
  parseCursor,
  parseJoin,
  parseNote,
  parseRoomName,
  parseWish,
} from './parse.ts';
export * from './ops.ts';
