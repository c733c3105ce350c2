import { jsonBytes, type CatchUp } from '../../shared/room/host/index.ts';
import type { DocumentUpdate } from '../../shared/room/index.ts';

/** Bytes around what a chat line says. */
const aroundText = 200;

/** Bytes of a room without its programs and turns: field, seats, settings. */
const aroundPrograms = 10_000;

/** Bytes of an update in a log around its changes, and of each of their parts, at the very least. */
const aroundUpdate = 28;
const aroundPart = 2;

/** What an edit costs before the room is asked. */
interface EditPrice {
  /** That it deletes and inserts. */
  readonly letters: number;
  /** That it stores at least; the rest the room asks for. */
  readonly bytes: number;
}

/** Adds up an edit, without putting it into JSON: that is done once, by whoever stores it. */
export function editPrice(updates: readonly DocumentUpdate[]): EditPrice {
  let letters = 0;
  let bytes = 0;
  for (const { clientId, changes } of updates) {
    bytes += aroundUpdate + clientId.length;
    for (const part of changes) {
      bytes += aroundPart;
      if (typeof part === 'number') continue;
      const [deleted, ...lines] = part;
      const inserted = lines.reduce((sum, line) => sum + line.length + 1, 0);
      letters += deleted + inserted;
      bytes += inserted;
    }
  }
  return { letters, bytes };
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
