import { effect } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { VNode } from 'preact';
import { seats } from '../../../shared/base/ids.ts';
import type { DrawnGraphs } from '../../graphs/index.ts';
import { say } from '../../i18n/phrase.ts';
import { replayTexts } from '../../i18n/replay.ts';
import type { Theatre } from '../../replay/theatre.ts';
import { theme } from '../../ui/theme.ts';

/** Points over the turns and typing over time, with the moment marked through both. */
export function Graphs({ theatre }: { readonly theatre: Theatre }): VNode {
  const points = useRef<HTMLDivElement>(null);
  const typing = useRef<HTMLDivElement>(null);
  useEffect(() => drawInto(theatre, points.current, typing.current), [theatre]);
  const { summary, typing: letters } = theatre.facts;
  const typed = seats.map((seat) => letters.letters[seat].reduce((sum, some) => sum + some, 0));
  return (
    <div class="graphs">
      <figure
        class="graph graph-points"
        role="img"
        aria-label={say(
          replayTexts.graphPointsMore,
          summary.points.salesforce,
          summary.points.heroku,
        )}
      >
        <figcaption aria-hidden="true">{say(replayTexts.graphPoints)}</figcaption>
        <div class="graph-place" ref={points} />
      </figure>
      <figure
        class="graph graph-typing"
        role="img"
        aria-label={say(replayTexts.graphTypingMore, typed[0] ?? 0, typed[1] ?? 0)}
      >
        <figcaption aria-hidden="true">{say(replayTexts.graphTyping)}</figcaption>
        <div class="graph-place" ref={typing} />
      </figure>
      <Needle theatre={theatre} />
    </div>
  );
}

function Needle({ theatre }: { readonly theatre: Theatre }): VNode {
  const { time, duration } = theatre.playback.value;
  return <span class="needle" style={{ left: `${((time / duration) * 100).toFixed(2)}%` }} />;
}

/** Fetches the plotting library and draws; without it the match plays as well. */
function drawInto(
  theatre: Theatre,
  points: HTMLElement | null,
  typing: HTMLElement | null,
): () => void {
  let graphs: DrawnGraphs | null = null;
  let gone = false;
  const load = async (): Promise<void> => {
    try {
      const { drawGraphs } = await import('../../graphs/index.ts');
      if (gone || points === null || typing === null) return;
      graphs = drawGraphs({
        facts: theatre.facts,
        points,
        typing,
        onTime: (time) => theatre.seek(time),
      });
    } catch (error) {
      reportError(error);
    }
  };
  void load();
  const stop = effect(() => {
    if (theme.value) graphs?.redraw();
  });
  return () => {
    gone = true;
    stop();
    graphs?.destroy();
  };
}
