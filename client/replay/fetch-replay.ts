import { ok, refused, type Result } from '../../shared/base/result.ts';
import { longestReplay } from '../../shared/replay/index.ts';

/** Why the bytes of a replay cannot be had. */
export type FetchRefusalCode =
  | 'offline'
  | 'replay-not-found'
  | 'replay-gone'
  | 'replay-unreadable'
  | 'replay-too-large';

/** Fetches a stored replay as it is. */
export async function fetchReplay(
  match: string,
  ask: typeof fetch,
): Promise<Result<ArrayBuffer, FetchRefusalCode>> {
  try {
    const answer = await ask(`/api/replay/${encodeURIComponent(match)}`);
    if (answer.status === 404 || answer.status === 400) return refused('replay-not-found');
    if (answer.status === 410) return refused('replay-gone', { why: whyIn(await answer.json()) });
    if (answer.status === 422) return refused('replay-unreadable', { at: '' });
    if (!answer.ok) return refused('offline');
    return ok(await answer.arrayBuffer());
  } catch (error) {
    if (error instanceof TypeError) return refused('offline');
    throw error;
  }
}

/** Why the server keeps a replay no more. */
function whyIn(body: unknown): string {
  const { details } = body as { details?: { why?: unknown } };
  return typeof details?.why === 'string' ? details.why : '';
}

/** Reads a file; one that is too large is refused before any of it is read. */
export async function readFile(
  file: Blob,
): Promise<Result<ArrayBuffer, 'replay-too-large' | 'replay-unreadable'>> {
  if (file.size > longestReplay) return refused('replay-too-large', { longest: longestReplay });
  try {
    return ok(await file.arrayBuffer());
  } catch (error) {
    // A folder, or a file that has gone meanwhile.
    if (error instanceof DOMException) return refused('replay-unreadable', { at: '' });
    throw error;
  }
}
