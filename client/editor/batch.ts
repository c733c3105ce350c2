import type { ChangeSet } from '@codemirror/state';
import { largestPush, mostChangeParts, mostUpdates } from '../../shared/protocol/index.ts';
import { applyChanges, lengthBefore, normalChanges } from '../../shared/room/changes.ts';
import type { ChangesJson, DocumentUpdate } from '../../shared/room/index.ts';

/** An update of an editor that the room has not confirmed. */
export interface Waiting {
  readonly changes: ChangeSet;
  readonly clientID: string;
}

/**
 * The first of some updates of a text as they go over the wire: as many as one message holds. Empty
 * if not even the first one fits, which no program of allowed length makes.
 */
export function batchOf(text: string, waiting: readonly Waiting[]): readonly DocumentUpdate[] {
  const updates = toWire(text, waiting.slice(0, mostUpdates));
  let bytes = 0;
  const end = updates.findIndex((update) => {
    bytes += bytesOf(update) + 1;
    return bytes > largestPush;
  });
  return end === -1 ? updates : updates.slice(0, end);
}

/**
 * Updates of a text in their normal form. One with so many places that they weigh more than the text
 * between them goes as one replacement from the first to the last of them.
 */
export function toWire(text: string, waiting: readonly Waiting[]): readonly DocumentUpdate[] {
  let before = text;
  return waiting.map(({ changes, clientID }) => {
    const normal = normalChanges(changes.toJSON() as ChangesJson);
    const fits = lengthBefore(normal) === before.length;
    const after = fits ? applyChanges(before, normal) : before;
    const update = { clientId: clientID, changes: normal };
    const sent =
      fits && isHeavy(update)
        ? { clientId: clientID, changes: asOne(normal, before.length, after) }
        : update;
    before = after;
    return sent;
  });
}

function isHeavy(update: DocumentUpdate): boolean {
  return update.changes.length > mostChangeParts || bytesOf(update) > largestPush;
}

/** Changes of a text of some length as one replacement that has the same outcome. */
function asOne(changes: ChangesJson, length: number, after: string): ChangesJson {
  const [first, last] = [changes[0], changes.at(-1)];
  const head = typeof first === 'number' ? first : 0;
  const tail = typeof last === 'number' ? last : 0;
  const lines = after.slice(head, after.length - tail).split('\n');
  return normalChanges([head, [length - head - tail, ...lines], tail]);
}

/** Bytes of an update on the wire. */
function bytesOf(update: DocumentUpdate): number {
  return new TextEncoder().encode(JSON.stringify(update)).length;
}
