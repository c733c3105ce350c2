import * as v from 'valibot';
import type { MatchId } from '../../shared/base/ids.ts';
import { ok, refused, type Result } from '../../shared/base/result.ts';
import { applyRecord, replayFormat, type Replay } from '../../shared/room/index.ts';

/** Why a stored replay cannot be shown. */
export type ReplayRefusalCode = 'replay-too-new' | 'replay-unreadable';

/** Rejection of an archive that holds a replay it cannot read. */
export class UnreadableReplay extends Error {
  readonly code: ReplayRefusalCode;

  constructor(match: MatchId, code: ReplayRefusalCode) {
    super(`the stored replay of match ${match} cannot be read: ${code}`);
    this.code = code;
  }
}

const outerShape = v.object({
  format: v.pipe(v.number(), v.integer()),
  match: v.string(),
  room: v.string(),
  endedAt: v.number(),
  start: v.object({ seq: v.number(), phase: v.object({ kind: v.string() }) }),
  records: v.array(v.object({ seq: v.number(), at: v.number(), entries: v.array(v.unknown()) })),
});

/** A replay as it is stored. */
export function writeReplay(replay: Replay): string {
  return JSON.stringify(replay);
}

/**
 * Reads a stored replay with suspicion (A17): its format must be known, and folding its records
 * must lead to the result of the match it names.
 */
export function readReplay(stored: string): Result<Replay, ReplayRefusalCode> {
  let json: unknown;
  try {
    json = JSON.parse(stored);
  } catch {
    return refused('replay-unreadable');
  }
  const shape = v.safeParse(outerShape, json);
  if (!shape.success) return refused('replay-unreadable');
  if (shape.output.format > replayFormat) return refused('replay-too-new');
  if (shape.output.format !== replayFormat) return refused('replay-unreadable');
  const replay = json as Replay;
  return playsToItsEnd(replay) ? ok(replay) : refused('replay-unreadable');
}

/** A fold of strangers' data may meet anything, so every throw means the same: not a replay. */
function playsToItsEnd(replay: Replay): boolean {
  try {
    const end = replay.records.reduce(applyRecord, replay.start);
    return end.phase.kind === 'result' && end.match === replay.match;
  } catch {
    return false;
  }
}
