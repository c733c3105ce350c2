/** Holds one replay beside the page: reads it, and answers what was to be seen at any moment. */
import { unreachable } from '../../shared/base/result.ts';
import { parseReplay, replayText } from '../../shared/replay/index.ts';
import type { refereeReplay } from '../../shared/replay/referee.ts';
import { newsOf, type MomentNews } from './difference.ts';
import { factsOf } from './facts.ts';
import type { ReplayRequest, ReplayResponse } from './messages.ts';
import { momentsOf, type Moment } from './moment.ts';
import { timelineOf, type Timeline } from './timeline.ts';

let opened: { readonly timeline: Timeline; readonly at: ReturnType<typeof momentsOf> } | null =
  null;

/** The moment the page was told last. */
let told: Moment | null = null;

addEventListener('message', ({ data }: MessageEvent<ReplayRequest>) => {
  void answer(data);
});

async function answer(request: ReplayRequest): Promise<void> {
  switch (request.kind) {
    case 'open':
      tell(open(request.bytes));
      return;
    case 'moment':
      if (opened === null) throw new Error('a moment of nothing');
      tell({ kind: 'moment', id: request.id, news: news(opened.at(request.time)) });
      return;
    case 'text':
      if (opened === null) throw new Error('no text of nothing');
      tell({
        kind: 'text',
        text: replayText({ ...opened.timeline.replay, notes: request.notes }),
      });
      return;
    case 'referee': {
      if (opened === null) throw new Error('nothing to referee');
      const referee = await fetchReferee();
      if (referee === null) tell({ kind: 'no referee' });
      else tell({ kind: 'refereed', ...referee(opened.timeline.replay) });
      return;
    }
    case 'prepare':
      await fetchReferee();
      return;
    default:
      unreachable(request);
  }
}

/** The referee is fetched when it is asked for, as it brings the whole language; null without it. */
async function fetchReferee(): Promise<typeof refereeReplay | null> {
  try {
    return (await import('../../shared/replay/referee.ts')).refereeReplay;
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

function open(bytes: ArrayBuffer): ReplayResponse {
  const read = parseReplay(new TextDecoder().decode(bytes));
  if (!read.ok) return { kind: 'refused', refusal: read.refusal };
  const laidOut = timelineOf(read.value);
  if (!laidOut.ok) return { kind: 'refused', refusal: laidOut.refusal };
  opened = { timeline: laidOut.value, at: momentsOf(laidOut.value) };
  return { kind: 'opened', facts: factsOf(laidOut.value) };
}

function news(moment: Moment): MomentNews {
  const news = newsOf(told, moment);
  told = moment;
  return news;
}

function tell(response: ReplayResponse): void {
  postMessage(response);
}
