import { applyEntry } from '../../shared/room/apply.ts';
import type { LogRecord, RoomState } from '../../shared/room/index.ts';
import type { Folded } from './types.ts';

/** The room as folded so far, and records that came before those they build on. */
export interface RoomFold {
  readonly state: RoomState | null;
  /** By `seq`, all above the next one. */
  readonly early: ReadonlyMap<number, LogRecord>;
}

/** What taking in some records came to. */
export interface FoldStep {
  readonly fold: RoomFold;
  /** Entries that were folded in, in order. */
  readonly folded: readonly Folded[];
}

/** Records kept for later while a gap is healed; whatever lies further ahead is asked for anyway. */
const mostEarly = 500;

/** Nothing is known of the room yet, or everything up to a state is. */
export function beginFold(state: RoomState | null): RoomFold {
  return { state, early: new Map() };
}

/**
 * Takes records in, in whatever order and however often they come: each is folded in once, in the
 * order of `seq` (A5). Those after a gap wait in `early`. `isLive` says whether a record's moment is
 * now.
 */
export function takeRecords(
  fold: RoomFold,
  records: readonly LogRecord[],
  isLive: (record: LogRecord) => boolean,
): FoldStep {
  const waiting = new Map(fold.early);
  for (const record of records) waiting.set(record.seq, record);
  const folded: Folded[] = [];
  let { state } = fold;
  while (state !== null) {
    const record = waiting.get(state.seq + 1);
    if (record === undefined) break;
    folded.push(...foldRecord(state, record, isLive(record)));
    state = folded.at(-1)?.after ?? state;
  }
  return { fold: { state, early: stillEarly(waiting, state?.seq ?? 0) }, folded };
}

/**
 * Replaces the room by a snapshot that was asked for when `since` was the last record here. A
 * snapshot older than what has been folded since then is let go, unless the server itself has gone
 * back: then its word counts. `taken` says which.
 */
export function takeSnapshot(
  fold: RoomFold,
  snapshot: RoomState,
  since: number | null,
): FoldStep & { readonly taken: boolean } {
  const known = fold.state?.seq ?? 0;
  const outrun = since !== null && snapshot.seq >= since && snapshot.seq <= known;
  if (outrun) return { fold, folded: [], taken: false };
  const wentBack = snapshot.seq < known;
  const early = wentBack ? [] : [...fold.early.values()];
  return { ...takeRecords(beginFold(snapshot), early, () => true), taken: true };
}

/** True when records are missing before one that is already here. */
export function hasGap(fold: RoomFold): boolean {
  return fold.early.size > 0;
}

function stillEarly(
  waiting: ReadonlyMap<number, LogRecord>,
  folded: number,
): ReadonlyMap<number, LogRecord> {
  if (waiting.size === 0) return waiting;
  const early = [...waiting.values()].filter((record) => record.seq > folded);
  early.sort((a, b) => a.seq - b.seq);
  return new Map(early.slice(0, mostEarly).map((record) => [record.seq, record]));
}

function foldRecord(state: RoomState, record: LogRecord, live: boolean): Folded[] {
  const folded: Folded[] = [];
  let before = state;
  record.entries.forEach((entry, index) => {
    const last = index === record.entries.length - 1;
    const applied = applyEntry(before, entry, record.at);
    const after = last ? { ...applied, seq: record.seq } : applied;
    folded.push({ entry, at: record.at, before, after, live });
    before = after;
  });
  return folded;
}
