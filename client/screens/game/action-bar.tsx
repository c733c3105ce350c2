import { useEffect, useRef } from 'preact/hooks';
import type { RefObject, VNode } from 'preact';
import type { Seat } from '../../../shared/base/ids.ts';
import { unreachable } from '../../../shared/base/result.ts';
import { seatNames } from '../../i18n/common.ts';
import { game } from '../../i18n/game.ts';
import { say } from '../../i18n/phrase.ts';
import { settingsForm } from '../../i18n/settings.ts';
import { maySettle, nextAction, type NextAction } from './next-action.ts';
import { useRoom, type RoomOutlook } from './room-context.ts';

export interface ActionBarProps {
  readonly outlook: RoomOutlook;
  readonly onSettle: () => void;
}

/** Below the field: what happens next, and the one obvious button. */
export function ActionBar({ outlook, onSettle }: ActionBarProps): VNode {
  const { ask } = useRoom();
  const { state, me, mine } = outlook;
  const next = nextAction(state, me);
  const settles = state.phase.kind === 'entry' && maySettle(state, me);
  const bar = useKeptFocus(next, mine.at(-1));
  return (
    <div class="action-bar" ref={bar}>
      <p class="action-hint">{hintFor(next, outlook)}</p>
      <div class="action-buttons">
        {settles && (
          <button type="button" class="button" onClick={onSettle}>
            {say(settingsForm.open)}
          </button>
        )}
        {next.kind === 'play again' && mine.length > 0 && (
          <button
            type="button"
            class="button"
            title={say(game.swapHint)}
            onClick={() => void ask({ kind: 'swap seats' })}
          >
            {say(game.swapSeats)}
          </button>
        )}
        <MainButton next={next} />
      </div>
    </div>
  );
}

/**
 * Who pressed the one button by key, when there is none any more, goes on at their program: the focus
 * must not fall off the page.
 */
function useKeptFocus(next: NextAction, seat: Seat | undefined): RefObject<HTMLDivElement | null> {
  const { editors } = useRoom();
  const bar = useRef<HTMLDivElement>(null);
  const byKey = useRef(false);
  useEffect(() => {
    const look = (): void => {
      byKey.current = bar.current?.querySelector('.main-button:focus-visible') !== null;
    };
    addEventListener('focusin', look);
    return () => removeEventListener('focusin', look);
  }, []);
  useEffect(() => {
    if (!byKey.current || document.activeElement !== document.body || seat === undefined) return;
    byKey.current = false;
    editors[seat].peek()?.focus();
  }, [next.kind]);
  return bar;
}

function MainButton({ next }: { readonly next: NextAction }): VNode | null {
  const { ask } = useRoom();
  const button = (words: string, press: () => Promise<boolean>): VNode => (
    <button
      type="button"
      class="main-button"
      data-testid="main-action"
      onClick={() => void press()}
    >
      {words}
    </button>
  );
  switch (next.kind) {
    case 'take seat':
      return button(say(game.takeTheSeat, say(seatNames[next.seat])), () =>
        ask({ kind: 'take seat', seat: next.seat }),
      );
    case 'start':
      return button(say(game.start), () => ask({ kind: 'start' }));
    case 'ready':
      return button(say(game.ready), () => ask({ kind: 'ready' }));
    case 'play again':
      return button(say(game.playAgain), () => ask({ kind: 'play again' }));
    case 'write on':
    case 'wait for rival':
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
