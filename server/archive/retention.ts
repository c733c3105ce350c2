import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Milliseconds, Timestamp } from '../../shared/base/ids.ts';
import type { ReplayShelf, ShelfPlace, ShelvedReplay } from '../logs/ports.ts';

/** How long and how many replays are kept; null for good. */
export interface RetentionRule {
  readonly days: number | null;
  readonly bytes: number | null;
}

/** For good. */
export const keepAll: RetentionRule = { days: null, bytes: null };

const day: Milliseconds = 24 * 60 * 60 * 1000;

/** Replays looked at in one turn of the event loop; they are taken away one a turn. */
const atOnce = 25;

/**
 * Takes replays away that are older than the rule wants, and the oldest of those that weigh more than it
 * wants together. One with notes stays, though it counts. Answers how many were taken away.
 */
export async function tidyReplays(
  shelf: ReplayShelf,
  rule: RetentionRule,
  now: () => Timestamp,
): Promise<number> {
  if (rule.days === null && rule.bytes === null) return 0;
  const release = await shelf.lease();
  if (release === null) return 0;
  try {
    return await tidy(shelf, rule, now);
  } finally {
    await release();
  }
}

async function tidy(
  shelf: ReplayShelf,
  { days, bytes }: RetentionRule,
  now: () => Timestamp,
): Promise<number> {
  const tooOld = days === null ? -Infinity : now() - days * day;
  let surplus = bytes === null ? -Infinity : (await bytesOn(shelf)) - bytes;
  let dropped = 0;
  for await (const replay of walk(shelf)) {
    const old = replay.endedAt < tooOld;
    if (!old && surplus <= 0) break;
    if (replay.noted) continue;
    const gone = { at: now(), why: old ? 'age' : 'space' } as const;
    if (!(await shelf.drop(replay.match, gone))) continue;
    surplus -= replay.bytes;
    dropped += 1;
    await nextTurn();
  }
  return dropped;
}

async function bytesOn(shelf: ReplayShelf): Promise<number> {
  let bytes = 0;
  for await (const replay of walk(shelf)) bytes += replay.bytes;
  return bytes;
}

/** All replays, the oldest first, a few in each turn of the event loop. */
async function* walk(shelf: ReplayShelf): AsyncGenerator<ShelvedReplay> {
  let after: ShelfPlace | null = null;
  for (;;) {
    const page: readonly ShelvedReplay[] = await shelf.oldest(after, atOnce);
    yield* page;
    const last = page.at(-1);
    if (last === undefined) return;
    after = last;
    await nextTurn();
  }
}
