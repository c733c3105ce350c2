import { useState } from 'preact/hooks';
import type { VNode } from 'preact';
import { say, type Phrase } from '../../i18n/phrase.ts';
import { filmTexts, noteTexts, replayTexts } from '../../i18n/replay.ts';
import type { NoteDesk } from '../../replay/note-desk.ts';
import { speeds } from '../../replay/playback.ts';
import type { Theatre } from '../../replay/theatre.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Graphs } from './graphs.tsx';
import { SaveDialog } from './save-dialog.tsx';
import { Scrubber } from './scrubber.tsx';
import { StepIcon, type StepSign } from './step-icon.tsx';
import { timeText } from './time-text.ts';

export interface ReplayBarProps {
  readonly theatre: Theatre;
  readonly notes: NoteDesk;
  readonly match: string | null;
  readonly aside: boolean;
  readonly onAside: () => void;
  readonly onCopy: () => void;
}

/** Below the match: its line of time, two graphs, and everything that can be pressed (R32). */
export function ReplayBar(props: ReplayBarProps): VNode {
  const { theatre, notes, match, aside, onAside, onCopy } = props;
  const [dialog, setDialog] = useState<'save' | 'keys' | null>(null);
  const count = notes.notes.value.length + theatre.facts.talk.length;
  return (
    <section class="replay-bar">
      <Scrubber theatre={theatre} notes={notes} />
      <Graphs theatre={theatre} />
      <Transport theatre={theatre} />
      <div class="replay-options">
        <Speed theatre={theatre} />
        <Switch
          theatre={theatre}
          which="shortens"
          words={replayTexts.shorten}
          more={replayTexts.shortenMore}
        />
        {theatre.facts.sealed.length > 0 && (
          <Switch
            theatre={theatre}
            which="reveals"
            words={replayTexts.reveal}
            more={replayTexts.revealMore}
          />
        )}
        <span class="replay-tools">
          <button type="button" class="quiet small" aria-pressed={aside} onClick={onAside}>
            {say(noteTexts.notes)}
            {count > 0 && <span class="count">{count}</span>}
          </button>
          {match !== null && (
            <button
              type="button"
              class="quiet small"
              title={say(replayTexts.copyLinkMore)}
              onClick={onCopy}
            >
              {say(replayTexts.copyLink)}
            </button>
          )}
          <button
            type="button"
            class="quiet small"
            title={say(filmTexts.playHighlightMore)}
            onClick={() => theatre.playHighlight()}
          >
            {say(filmTexts.playHighlight)}
          </button>
          <button type="button" class="quiet small" onClick={() => setDialog('save')}>
            {say(replayTexts.more)}
          </button>
          <button
            type="button"
            class="quiet small keys-button"
            aria-label={say(replayTexts.keys)}
            title={say(replayTexts.keyList)}
            onClick={() => setDialog('keys')}
          >
            ?
          </button>
        </span>
      </div>
      {dialog === 'keys' && (
        <Dialog title={say(replayTexts.keys)} onClose={() => setDialog(null)}>
          <ul class="key-list">
            {say(replayTexts.keyList)
              .split(' · ')
              .map((line) => (
                <li key={line}>{line}</li>
              ))}
          </ul>
        </Dialog>
      )}
      {dialog === 'save' && (
        <SaveDialog theatre={theatre} notes={notes} onClose={() => setDialog(null)} />
      )}
    </section>
  );
}

function Transport({ theatre }: { readonly theatre: Theatre }): VNode {
  const { playing, time, duration } = theatre.playback.value;
  return (
    <div class="transport" role="group" aria-label={say(replayTexts.transport)}>
      <Step words={replayTexts.restart} sign="start" onPress={() => theatre.seek(0)} />
      <Step words={replayTexts.markBack} sign="markBack" onPress={() => theatre.step('mark', -1)} />
      <Step words={replayTexts.turnBack} sign="turnBack" onPress={() => theatre.step('turn', -1)} />
      <Step
        words={replayTexts.strokeBack}
        sign="strokeBack"
        onPress={() => theatre.step('stroke', -1)}
      />
      <button type="button" class="main-button" onClick={() => theatre.toggle()}>
        {say(playing ? replayTexts.pause : replayTexts.play)}
      </button>
      <Step
        words={replayTexts.strokeOn}
        sign="strokeOn"
        onPress={() => theatre.step('stroke', 1)}
      />
      <Step words={replayTexts.turnOn} sign="turnOn" onPress={() => theatre.step('turn', 1)} />
      <Step words={replayTexts.markOn} sign="markOn" onPress={() => theatre.step('mark', 1)} />
      <span class="replay-time" data-testid="replay-time" data-time={Math.round(time)}>
        {timeText(time)}
        <span class="replay-whole"> / {timeText(duration)}</span>
      </span>
    </div>
  );
}

interface StepProps {
  readonly words: Phrase;
  readonly sign: StepSign;
  readonly onPress: () => void;
}

function Step({ words, sign, onPress }: StepProps): VNode {
  return (
    <button
      type="button"
      class="button small step-button"
      aria-label={say(words)}
      title={say(words)}
      onClick={onPress}
    >
      <StepIcon sign={sign} />
    </button>
  );
}

function Speed({ theatre }: { readonly theatre: Theatre }): VNode {
  const playback = theatre.playback.value;
  return (
    <label class="speed">
      <span class="unseen">{say(replayTexts.speed)}</span>
      <select
        title={say(replayTexts.speed)}
        value={String(playback.speed)}
        onChange={({ currentTarget }) => {
          const speed = speeds.find((known) => String(known) === currentTarget.value);
          if (speed !== undefined) theatre.change({ ...theatre.playback.peek(), speed });
        }}
      >
        {speeds.map((speed) => (
          <option key={speed} value={String(speed)}>{`${speed}×`}</option>
        ))}
      </select>
    </label>
  );
}

interface SwitchProps {
  readonly theatre: Theatre;
  readonly which: 'shortens' | 'reveals';
  readonly words: Phrase;
  readonly more: Phrase;
}

function Switch({ theatre, which, words, more }: SwitchProps): VNode {
  return (
    <label class="replay-switch" title={say(more)}>
      <input
        type="checkbox"
        checked={theatre[which].value}
        onChange={({ currentTarget }) => {
          theatre[which].value = currentTarget.checked;
        }}
      />
      <span>{say(words)}</span>
    </label>
  );
}
