import type { MatchId } from '../../base/ids.ts';
import { applyRecord } from '../apply.ts';
import type { LogRecord } from '../entries.ts';
import type { AsideSource, MatchArchive, RoomLog } from '../ports.ts';
import { publicRecord, publicState } from '../public-view.ts';
import { besideMatch } from '../replay.ts';
import type { RoomState } from '../state.ts';
import { pagesAfter } from './reading.ts';

/** Where finished matches come from and go to. */
export interface PutAwayParts {
  readonly log: RoomLog;
  readonly archive: MatchArchive;
  readonly aside: AsideSource;
}

type Pages = AsyncGenerator<readonly LogRecord[]>;

/** Archives the match that has ended in a room, unless that was done (R32). It is read in pages, and never whole. */
export async function putAwayMatch(
  { room, match, phase }: RoomState,
  { archive, aside, log }: PutAwayParts,
): Promise<void> {
  if (match === null || phase.kind !== 'result') return;
  // Another process may have been first; saving twice would do no harm, but costs a whole replay.
  if ((await archive.summary(match)) !== null) return;
  const stored = await log.load(room);
  if (stored === null) return;
  const base = stored.snapshot?.state ?? null;
  const pages = recordsOf(log, room, base?.seq ?? 0, stored.records);
  const begun = await readTo(match, base, pages);
  if (begun === null) return;
  const { endedAt } = phase;
  const start = publicState(begun.start);
  const beside = besideMatch(await aside.of(room), start, begun.beginning, endedAt);
  const records = recordsFrom(begun.first, pages, match);
  await archive.save({ match, endedAt, start, records, ...beside });
}

async function* recordsOf(...from: Parameters<typeof pagesAfter>): Pages {
  for await (const page of pagesAfter(...from)) yield page.map(({ record }) => record);
}

/** Reads on to the start of a match; null where that is not in the log any more. */
async function readTo(
  match: MatchId,
  base: RoomState | null,
  pages: Pages,
): Promise<{
  readonly start: RoomState;
  readonly beginning: LogRecord;
  /** What was read of the match so far. */
  readonly first: readonly LogRecord[];
} | null> {
  let start = base;
  for (let read = await pages.next(); read.done !== true; read = await pages.next()) {
    for (const [index, record] of read.value.entries()) {
      if (start !== null && has(record, 'coding started', match)) {
        return { start, beginning: record, first: read.value.slice(index) };
      }
      start = applyRecord(start, record);
    }
  }
  return null;
}

/** The records of a match from its first to its last. */
async function* recordsFrom(first: readonly LogRecord[], pages: Pages, match: MatchId): Pages {
  let page = first;
  for (;;) {
    const last = page.findIndex((record) => has(record, 'match ended', match));
    yield (last < 0 ? page : page.slice(0, last + 1)).map(publicRecord);
    if (last >= 0) return;
    const read = await pages.next();
    if (read.done === true) throw new Error(`the log of match ${match} has no end`);
    page = read.value;
  }
}

function has(record: LogRecord, kind: 'coding started' | 'match ended', match: MatchId): boolean {
  return record.entries.some((entry) => entry.kind === kind && entry.match === match);
}
