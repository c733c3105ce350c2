import { dayUrls } from '../../drawings/sources.ts';
import { fetchReasons } from '../game/program-reasons.ts';
import { startReplayWorker, type ReplayWorkerLike } from '../../replay/open-replay.ts';

let spare: ReplayWorkerLike | null = null;

/** A worker for the next replay: the one that was made ahead, else a new one. */
export function takeWorker(): ReplayWorkerLike {
  const worker = spare ?? startReplayWorker();
  spare = null;
  return worker;
}

/**
 * Brings everything here that a theatre loads later, so that a file can be opened when the server
 * has gone. What cannot be had now is tried again when it is needed.
 */
export function fetchAhead(): void {
  spare ??= startReplayWorker();
  spare.postMessage({ kind: 'prepare' }, []);
  const parts = [
    fetchReasons(),
    import('./replay-theatre.tsx'),
    import('../../graphs/index.ts'),
    import('../../editor/language-kit.ts'),
    import('../../stage/index.ts'),
    import('../../film/index.ts'),
    ...Object.values(dayUrls).map((url) => fetch(url)),
    ...[...document.fonts].map((face) => face.load()),
  ];
  void Promise.allSettled(parts);
}
