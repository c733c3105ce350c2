import { settledUpdates } from '../../shared/room/changes.ts';
import { editText } from '../../shared/room/document.ts';
import type { ChangesJson, DocumentUpdate, ProgramDocument } from '../../shared/room/index.ts';

/** Signs updates whose writer a snapshot does not tell. */
const unknownClient = 'unknown';

/**
 * The updates that led from `before` to a document of which only a snapshot is here; null when it is
 * another document or does not reach back that far. Updates that read like those waiting here, in
 * their order, are these: a push is taken only on the text it was made for, so an accepted one stands
 * in the log as it was, but for what it put in its own place.
 */
export function missedUpdates(
  before: ProgramDocument,
  after: ProgramDocument,
  waiting: readonly DocumentUpdate[],
): readonly DocumentUpdate[] | null {
  if (before.epoch !== after.epoch) return null;
  const known = after.earlier.filter((earlier) => earlier.version >= before.version);
  const missed = known.flatMap((earlier) => earlier.changes);
  if (before.version + missed.length !== after.version) return null;
  const settled = settledUpdates(before.text, waiting);
  const own = settled.ok ? ownCount(missed, settled.value.updates) : 0;
  const updates = missed.map((changes, index) => ({
    clientId: index < own ? (waiting[index]?.clientId ?? unknownClient) : unknownClient,
    changes,
  }));
  const text = editText(before.text, updates);
  return text.ok && text.value === after.text ? updates : null;
}

function ownCount(missed: readonly ChangesJson[], waiting: readonly DocumentUpdate[]): number {
  const other = missed.findIndex(
    (changes, index) => JSON.stringify(changes) !== JSON.stringify(waiting[index]?.changes),
  );
  return other === -1 ? missed.length : other;
}
