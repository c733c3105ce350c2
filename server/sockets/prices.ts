import { jsonBytes, type CatchUp } from '../../shared/room/host/index.ts';
import type { PageWish } from '../../shared/protocol/index.ts';

/** Bytes around what a chat line says. */
const aroundText = 200;

/** Bytes of a room without its programs and turns: field, seats, settings. */
const aroundPrograms = 10_000;

/** What a wish is known to store before the room is asked; the rest the room asks for. */
export function knownBytes(wish: PageWish): number {
  return wish.kind === 'edit' ? jsonBytes(wish.updates) : 0;
}

/** What a chat line stores. */
export function talkBytes(text: string): number {
  return jsonBytes(text) + aroundText;
}

/** About how much it is to be sent a room as it stands, or what came since: what people wrote to the byte. */
export function readingBytes(catchUp: CatchUp): number {
  if (catchUp.kind === 'records') return jsonBytes(catchUp.records);
  const { documents, turns } = catchUp.state;
  return aroundPrograms + jsonBytes(documents) + jsonBytes(turns);
}
