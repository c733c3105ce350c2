/** The wire: version, messages of each direction, and the one place where they are parsed. */
export type * from './messages.ts';
export * from './limits.ts';
export {
  parseChatText,
  parseCount,
  parseCursor,
  parseJoin,
  parseNote,
  parseWish,
} from './parse.ts';
export { parseRoomName } from './room-name.ts';
export * from './ops.ts';
