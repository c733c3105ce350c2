import { useEffect, useState } from 'preact/hooks';
import type { VNode } from 'preact';
import { say } from '../../i18n/phrase.ts';
import { refusalText } from '../../i18n/refusals.ts';
import { replayTexts } from '../../i18n/replay.ts';
import { fetchReplay, type ReplayRefusalCode } from '../../replay/read-replay.ts';
import type { Timeline } from '../../replay/timeline.ts';
import { Drawing } from '../../ui/drawing.tsx';
import { ReplayPlayer } from './replay-player.tsx';

/** Fetches a match and plays it again. */
export function ReplayLoader({ match }: { readonly match: string }): VNode {
  const [timeline, setTimeline] = useState<Timeline | null>(null);
  const [refusal, setRefusal] = useState<ReplayRefusalCode | null>(null);
  useEffect(() => {
    let gone = false;
    const load = async (): Promise<void> => {
      const answer = await fetchReplay(match, (...request) => fetch(...request));
      if (gone) return;
      if (answer.ok) setTimeline(answer.value);
      else setRefusal(answer.refusal.code);
    };
    void load();
    return () => {
      gone = true;
    };
  }, [match]);
  if (refusal !== null) {
    return (
      <section class="sheet replay-refused" role="alert">
        <Drawing sheet="heroku" frame="scratch-a" class="big-figure" boils />
        <div>
          <h2>{say(replayTexts.brokenTitle)}</h2>
          <p>{refusalText(refusal, {})}</p>
        </div>
      </section>
    );
  }
  if (timeline === null) {
    return (
      <p class="loading" role="status">
        {say(replayTexts.loading)}
      </p>
    );
  }
  return <ReplayPlayer timeline={timeline} />;
}
