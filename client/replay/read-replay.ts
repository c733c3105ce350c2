import { refused, type Result } from '../../shared/base/result.ts';
import { replayFormat, type Replay } from '../../shared/room/index.ts';
import { timelineOf, type Timeline } from './timeline.ts';

export type ReplayRefusalCode = 'offline' | 'replay-not-found' | 'replay-broken';

/** Fetches the replay of a match and lays it out. */
export async function fetchReplay(
  match: string,
  ask: typeof fetch,
): Promise<Result<Timeline, ReplayRefusalCode>> {
  let answer: Response;
  try {
    answer = await ask(`/api/replay/${encodeURIComponent(match)}`);
  } catch (error) {
    if (error instanceof TypeError) return refused('offline');
    throw error;
  }
  if (answer.status === 404 || answer.status === 400) return refused('replay-not-found');
  if (!answer.ok) return refused('offline');
  return readReplay(await answer.text());
}

/** Reads a replay as it is stored. Whatever does not read as one is `replay-broken` (A17). */
export function readReplay(text: string): Result<Timeline, 'replay-broken'> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refused('replay-broken');
  }
  return isReplay(value) ? timelineOf(value) : refused('replay-broken');
}

/** Looks at the frame only; the fold finds out whether the records fit. */
function isReplay(value: unknown): value is Replay {
  if (typeof value !== 'object' || value === null) return false;
  const replay = value as Partial<Record<keyof Replay, unknown>>;
  return (
    replay.format === replayFormat &&
    typeof replay.match === 'string' &&
    typeof replay.room === 'string' &&
    typeof replay.start === 'object' &&
    replay.start !== null &&
    Array.isArray(replay.records)
  );
}
