import type { Page } from 'playwright-core';
import { refereeReplay } from '../../shared/replay/referee.ts';
import { replayText, type Refereed } from '../../shared/replay/index.ts';
import type { Replay } from '../../shared/room/index.ts';
import { botMatch } from './bot-match.ts';

/** The n-th of the random matches that every machine must play alike. */
export function randomMatch(n: number): Replay {
  return botMatch(`random-${n}`, { turns: 40, codingStrokes: 300, turnStrokes: 4 });
}

/** A match refereed again by this process, from the text it is stored as. */
export function refereedHere(replay: Replay): Refereed {
  return refereeReplay(replay);
}

/** A match refereed again in a browser, by the worker of the built theatre that the page loads. */
export async function refereedIn(page: Page, worker: string, replay: Replay): Promise<Refereed> {
  return page.evaluate(
    ([address, text]) =>
      new Promise<Refereed>((resolve, reject) => {
        const worker = new Worker(address, { type: 'module' });
        worker.addEventListener('error', ({ message }) => reject(new Error(message)));
        worker.addEventListener('message', ({ data }) => {
          if (data.kind === 'opened') worker.postMessage({ kind: 'referee' }, []);
          else if (data.kind === 'refused') reject(new Error(data.refusal.code));
          else {
            worker.terminate();
            resolve({ digests: data.digests, differs: data.differs });
          }
        });
        const bytes = new TextEncoder().encode(text).buffer;
        worker.postMessage({ kind: 'open', bytes }, [bytes]);
      }),
    [worker, replayText(replay)] as const,
  );
}
