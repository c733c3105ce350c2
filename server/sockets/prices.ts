import { pageBytes, type RoomState } from '../../shared/room/index.ts';
import { jsonBytes, type CatchUp } from '../../shared/room/host/index.ts';
import type { PageWish } from '../../shared/protocol/index.ts';

/** Bytes around what a chat line says. */
const aroundText = 200;

/** Bytes of a room without its programs: field, seats, turns. */
const aroundPrograms = 10_000;

/** Bytes of one record of a typed letter. */
const usualRecord = 250;

/** What a wish is known to store before the room is asked; the rest the room asks for. */
export function knownBytes(wish: PageWish): number {
  return wish.kind === 'edit' ? jsonBytes(wish.updates) : 0;
}

/** What a chat line stores. */
export function talkBytes(text: string): number {
  return jsonBytes(text) + aroundText;
}

/** About how much it is to be sent a room as it stands, or what came since. */
export function readingBytes(catchUp: CatchUp): number {
  return catchUp.kind === 'snapshot'
    ? aroundPrograms + programLetters(catchUp.state)
    : Math.min(pageBytes, catchUp.records.length * usualRecord);
}

function programLetters({ documents }: RoomState): number {
  let letters = 0;
  for (const { text, earlier } of Object.values(documents)) {
    letters += text.length;
    for (const before of earlier) letters += before.text.length;
  }
  return letters;
}
