import type { VNode } from 'preact';
import { seats } from '../../../shared/base/ids.ts';
import { say } from '../../i18n/phrase.ts';
import { replayTexts } from '../../i18n/replay.ts';
import type { Theatre } from '../../replay/theatre.ts';
import { verdict } from '../game/announcements.ts';

/** Says when the replay has come to its end, to the eye and to a screen reader. */
export function ReplayEnd({ theatre }: { readonly theatre: Theatre }): VNode {
  const { time, playing, duration } = theatre.playback.value;
  const { outcome, summary } = theatre.facts;
  const over = !playing && time >= duration;
  return (
    <p class={over ? 'replay-end' : 'unseen'} role="status" data-testid="replay-end">
      {over &&
        say(
          replayTexts.ended,
          verdict(outcome),
          seats.map((seat) => summary.points[seat]).join(' : '),
        )}
    </p>
  );
}
