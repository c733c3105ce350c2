import { ok, refused, type Result } from '../../shared/base/result.ts';
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
 * now. Refused as a whole with `does-not-follow` when a record cannot follow what is here.
 */
export function takeRecords(
  fold: RoomFold,
  records: readonly LogRecord[],
  isLive: (record: LogRecord) => boolean,
): Result<FoldStep, 'does-not-follow'> {
  const waiting = new Map(fold.early);
  for (const record of records) waiting.set(record.seq, record);
  const folded: Folded[] = [];
  let { state } = fold;
  while (state !== null) {
    const record = waiting.get(state.seq + 1);
    if (record === undefined) break;
    const step = foldRecord(state, record, isLive(record));
    if (!step.ok) return step;
    folded.push(...step.value);
    state = folded.at(-1)?.after ?? state;
  }
  return ok({ fold: { state, early: stillEarly(waiting, state?.seq ?? 0) }, folded });
}

/**
 * Replaces the room by a snapshot that was asked for when `since` was the last record here. A
 * snapshot older than what has been folded since then is let go, unless the server itself has gone
 * back: then its word counts. `taken` says which. Refused when records that waited do not follow it.
 */
export function takeSnapshot(
  fold: RoomFold,
  snapshot: RoomState,
  since: number | null,
): Result<FoldStep & { readonly taken: boolean }, 'does-not-follow'> {
  const known = fold.state?.seq ?? 0;
  const outrun = since !== null && snapshot.seq >= since && snapshot.seq <= known;
  if (outrun) return ok({ fold, folded: [], taken: false });
  const wentBack = snapshot.seq < known;
  const early = wentBack ? [] : [...fold.early.values()];
  const step = takeRecords(beginFold(snapshot), early, () => true);
  return step.ok ? ok({ ...step.value, taken: true }) : step;
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

function foldRecord(
  state: RoomState,
  record: LogRecord,
  live: boolean,
): Result<Folded[], 'does-not-follow'> {
  const folded: Folded[] = [];
  let before = state;
  for (const [index, entry] of record.entries.entries()) {
    const last = index === record.entries.length - 1;
    const applied = tryEntry(before, entry, record.at);
    if (!applied.ok) return applied;
    const after = last ? { ...applied.value, seq: record.seq } : applied.value;
    folded.push({ entry, at: record.at, before, after, live });
    before = after;
  }
  return ok(folded);
}

/** `applyEntry` throws when an entry cannot follow the room: nothing but the fold runs in here. */
function tryEntry(
  room: RoomState,
  entry: LogRecord['entries'][number],
  at: number,
): Result<RoomState, 'does-not-follow'> {
  try {
    return ok(applyEntry(room, entry, at));
  } catch (error) {
    return refused('does-not-follow', { reason: String(error) });
  }
}
