import type { VNode } from 'preact';
import { say, type Phrase } from '../../i18n/phrase.ts';
import { replayTexts } from '../../i18n/replay.ts';
import { seek, speeds, toggle, type Playback } from '../../replay/playback.ts';
import { nextMoment, previousMoment, type Timeline, type TurnMark } from '../../replay/timeline.ts';
import { clockText } from '../game/clock-text.ts';

export interface ReplayControlsProps {
  readonly timeline: Timeline;
  readonly playback: Playback;
  readonly onChange: (playback: Playback) => void;
}

/** Play and pause, steps by turns, speed, and a line to scrub along (R32). */
export function ReplayControls({ timeline, playback, onChange }: ReplayControlsProps): VNode {
  const paused = { ...playback, playing: false };
  const { time, duration } = playback;
  return (
    <div class="replay-controls">
      <label class="scrubber">
        <span class="unseen">{say(replayTexts.position)}</span>
        <input
          type="range"
          min={0}
          max={Math.round(duration)}
          step={100}
          value={Math.round(time)}
          aria-valuetext={`${clockText(time)} / ${clockText(duration)}`}
          onInput={(event) => onChange(seek(playback, event.currentTarget.valueAsNumber))}
        />
        <MarkLine timeline={timeline} />
      </label>
      <div class="replay-buttons">
        <IconButton
          words={replayTexts.restart}
          sign="|◁"
          onPress={() => onChange(seek(playback, 0))}
        />
        <IconButton
          words={replayTexts.back}
          sign="◁"
          onPress={() => onChange(seek(paused, previousMoment(timeline, time)))}
        />
        <button type="button" class="main-button" onClick={() => onChange(toggle(playback))}>
          {say(playback.playing ? replayTexts.pause : replayTexts.play)}
        </button>
        <IconButton
          words={replayTexts.forward}
          sign="▷"
          onPress={() => onChange(seek(paused, nextMoment(timeline, time)))}
        />
        <button
          type="button"
          class="quiet small"
          onClick={() => onChange(seek(playback, timeline.runAt))}
        >
          {say(replayTexts.toRun)}
        </button>
        <label class="speed">
          <span>{say(replayTexts.speed)}</span>
          <select
            value={String(playback.speed)}
            onChange={(event) => {
              const wanted = Number(event.currentTarget.value);
              const speed = speeds.find((known) => known === wanted);
              if (speed !== undefined) onChange({ ...playback, speed });
            }}
          >
            {speeds.map((speed) => (
              <option key={speed} value={String(speed)}>{`${speed}×`}</option>
            ))}
          </select>
        </label>
        <span class="replay-time">
          {clockText(time)} / {clockText(duration)}
        </span>
      </div>
    </div>
  );
}

interface IconButtonProps {
  readonly words: Phrase;
  readonly sign: string;
  readonly onPress: () => void;
}

function IconButton({ words, sign, onPress }: IconButtonProps): VNode {
  return (
    <button
      type="button"
      class="button small"
      aria-label={say(words)}
      title={say(words)}
      onClick={onPress}
    >
      <span aria-hidden="true">{sign}</span>
    </button>
  );
}

/** Where along the line gold was taken, somebody fell, was caught, pushed, or had an error. */
function MarkLine({ timeline: { turns, duration } }: { readonly timeline: Timeline }): VNode {
  return (
    <span class="marks" aria-hidden="true">
      {turns.flatMap((mark) => {
        const name = markName(mark);
        if (name === null) return [];
        const left = `${((mark.at / duration) * 100).toFixed(2)}%`;
        const words = say(markWords[name]);
        return [
          <span key={mark.turn} class={`mark mark-${name}`} style={{ left }} title={words} />,
        ];
      })}
    </span>
  );
}

const markWords = {
  fall: replayTexts.markFall,
  caught: replayTexts.markCaught,
  push: replayTexts.markPush,
  gold: replayTexts.markGold,
  error: replayTexts.markError,
} as const;

/** The weightiest thing of a turn; null when nothing came of it. */
function markName({ events, erred }: TurnMark): keyof typeof markWords | null {
  const kinds = new Set(events.map(({ kind }) => kind));
  if (kinds.has('fell')) return 'fall';
  if (kinds.has('caught')) return 'caught';
  if (kinds.has('pushed back')) return 'push';
  if (kinds.has('collected')) return 'gold';
  return erred.salesforce || erred.heroku ? 'error' : null;
}
