import type { VNode } from 'preact';
import { seats } from '../../../shared/base/ids.ts';
import { unreachable } from '../../../shared/base/result.ts';
import type { PageWish } from '../../../shared/protocol/index.ts';
import { seatNames } from '../../i18n/common.ts';
import { game } from '../../i18n/game.ts';
import { say } from '../../i18n/phrase.ts';
import { settingsForm } from '../../i18n/settings.ts';
import { SteadyButton } from '../../ui/steady-button.tsx';
import { maySettle, nextAction, type NextAction } from './next-action.ts';
import { meaningOf, useRoom, type RoomOutlook } from './room-context.ts';

export interface ActionBarProps {
  readonly outlook: RoomOutlook;
  readonly onSettle: () => void;
}

/** Below the field: what happens next, and the one obvious button. */
export function ActionBar({ outlook, onSettle }: ActionBarProps): VNode {
  const { ask, tab } = useRoom();
  const { state, me, mine } = outlook;
  const shown = seats.find((seat) => seat === tab.value);
  const next = nextAction(state, me, shown);
  const settles = state.phase.kind === 'entry' && maySettle(state, me);
  return (
    <div class="action-bar">
      <p class="action-hint">{hintFor(next, outlook)}</p>
      <div class="action-buttons">
        {settles && (
          <SteadyButton class="button" meaning={meaningOf(outlook, 'settings')} onPress={onSettle}>
            {say(settingsForm.open)}
          </SteadyButton>
        )}
        {next.kind === 'play again' && mine.length > 0 && (
          <SteadyButton
            class="button"
            title={say(game.swapHint)}
            meaning={meaningOf(outlook, 'swap')}
            onPress={() => void ask({ kind: 'swap seats' })}
          >
            {say(game.swapSeats)}
          </SteadyButton>
        )}
        <MainButton next={next} outlook={outlook} />
      </div>
    </div>
  );
}

interface MainButtonProps {
  readonly next: NextAction;
  readonly outlook: RoomOutlook;
}

function MainButton({ next, outlook }: MainButtonProps): VNode | null {
  const { ask, typing } = useRoom();
  const pressed = pressOf(next);
  if (pressed === null) return null;
  const { words, wish } = pressed;
  return (
    <SteadyButton
      class={next.kind === 'wait for rival' ? 'button' : 'main-button'}
      data-testid="main-action"
      meaning={meaningOf(outlook, JSON.stringify(wish))}
      onPress={({ detail }) => {
        void ask(wish);
        // A pointer has taken the focus from the program; a key on the button leaves it here.
        if (detail > 0) typing.toProgram();
      }}
    >
      {words}
    </SteadyButton>
  );
}

/** What the one button says and asks for. */
function pressOf(next: NextAction): { readonly words: string; readonly wish: PageWish } | null {
  switch (next.kind) {
    case 'take seat': {
      const words = say(game.takeTheSeat, say(seatNames[next.seat]));
      return { words, wish: { kind: 'take seat', seat: next.seat } };
    }
    case 'start':
      return { words: say(game.start), wish: { kind: 'start' } };
    case 'ready':
      return { words: say(game.ready), wish: { kind: 'ready' } };
    case 'wait for rival':
      return { words: say(game.notReady), wish: { kind: 'not ready' } };
    case 'play again':
      return { words: say(game.playAgain), wish: { kind: 'play again' } };
    case 'write on':
    case 'watch':
      return null;
    default:
      return unreachable(next);
  }
}

function hintFor(next: NextAction, { state }: RoomOutlook): string {
  switch (next.kind) {
    case 'take seat':
      return say(game.hintTakeSeat);
    case 'start':
      return say(next.alone ? game.hintAlone : game.hintBoth);
    case 'ready':
      return say(game.hintWrite);
    case 'wait for rival':
      return say(game.hintWaitRival);
    case 'write on':
      return say(game.hintRun);
    case 'play again':
      return say(game.hintResult);
    case 'watch': {
      const hints = {
        entry: game.hintWatch,
        coding: game.hintWatchCoding,
        running: game.hintWatchRun,
        result: game.hintResultWatch,
      } as const;
      return say(hints[state.phase.kind]);
    }
    default:
      return unreachable(next);
  }
}
