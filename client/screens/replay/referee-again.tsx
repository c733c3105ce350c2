import { useState } from 'preact/hooks';
import type { VNode } from 'preact';
import type { Refereed } from '../../../shared/replay/index.ts';
import { say } from '../../i18n/phrase.ts';
import { replayTexts } from '../../i18n/replay.ts';
import { NoReferee, ReplayClosed } from '../../replay/open-replay.ts';
import type { Theatre } from '../../replay/theatre.ts';

type State = Refereed | 'running' | 'missing' | null;

/** Runs both programs of the match again on this machine and says whether all came out the same. */
export function RefereeAgain({ theatre }: { readonly theatre: Theatre }): VNode {
  const [state, setState] = useState<State>(null);
  const run = async (): Promise<void> => {
    setState('running');
    try {
      setState(await theatre.replay.referee());
    } catch (error) {
      if (error instanceof NoReferee) setState('missing');
      else if (error instanceof ReplayClosed) setState(null);
      else throw error;
    }
  };
  return (
    <p>
      <button
        type="button"
        class="button small"
        disabled={state === 'running'}
        onClick={() => void run()}
      >
        {say(replayTexts.check)}
      </button>{' '}
      <span role="status" data-testid="refereed">
        {newsOf(state)}
      </span>
    </p>
  );
}

function newsOf(state: State): string {
  if (state === null) return '';
  if (state === 'running') return say(replayTexts.checking);
  if (state === 'missing') return say(replayTexts.checkMissing);
  return state.differs === null
    ? say(replayTexts.checkedSame, state.digests.length)
    : say(replayTexts.checkedOther, state.differs);
}
