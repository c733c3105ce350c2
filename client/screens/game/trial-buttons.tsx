import type { VNode } from 'preact';
import { game } from '../../i18n/game.ts';
import { say, type Phrase } from '../../i18n/phrase.ts';
import type { Trial } from '../../runner/index.ts';
import { Drawing } from '../../ui/drawing.tsx';
import { SteadyButton } from '../../ui/steady-button.tsx';
import { useRoom, type RoomOutlook } from './room-context.ts';
import { mayTry } from './trial-player.ts';

const words: Readonly<Record<Trial, Phrase>> = {
  salesforce: game.testSalesforce,
  heroku: game.testHeroku,
  bug: game.testBug,
};

const signs: Readonly<Record<Trial, string>> = {
  salesforce: 'steps-salesforce',
  heroku: 'steps-heroku',
  bug: 'bug-a',
};

export interface TrialButtonProps {
  readonly trial: Trial;
  readonly outlook: RoomOutlook;
}

/** Tries out a program or the bug's way, and stops it when pressed again (R31). */
export function TrialButton({ trial, outlook: { state } }: TrialButtonProps): VNode | null {
  const { trials, toaster } = useRoom();
  if (!mayTry(state)) return null;
  const running = trials.running.value === trial;
  const press = async (): Promise<void> => {
    if (running) {
      trials.stop();
      return;
    }
    const end = await trials.start(trial);
    if (end === 'empty') toaster.tell('news', () => say(game.testEmpty));
    if (end === 'no answer') toaster.tell('refusal', () => say(game.testFailed));
  };
  return (
    <SteadyButton
      class="quiet small trial"
      aria-pressed={running}
      aria-label={say(running ? game.testStop : words[trial])}
      title={say(game.tryHint)}
      meaning={`${trial} ${running}`}
      onPress={() => void press()}
    >
      <Drawing sheet="things" frame={signs[trial]} class="trial-sign" />
      <span class="trial-word">{say(running ? game.testStop : words[trial])}</span>
    </SteadyButton>
  );
}
