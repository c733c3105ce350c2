import { largestMessage, mostUpdates } from '../../shared/protocol/index.ts';
import type { DocumentUpdate } from '../../shared/room/index.ts';

/** Room in a message for what stands around its updates. */
const envelope = 1000;

/** The first of some updates, as many as one message holds. The first one always goes. */
export function batchOf(updates: readonly DocumentUpdate[]): readonly DocumentUpdate[] {
  let bytes = envelope;
  const first = updates.slice(0, mostUpdates);
  const end = first.findIndex((update, index) => {
    bytes += new TextEncoder().encode(JSON.stringify(update)).length;
    return index > 0 && bytes > largestMessage;
  });
  return end === -1 ? first : first.slice(0, end);
}
