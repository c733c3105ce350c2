import { useEffect, useMemo, useState } from 'preact/hooks';
import type {
  ButtonHTMLAttributes,
  TargetedKeyboardEvent,
  TargetedMouseEvent,
  VNode,
} from 'preact';
import { pageClock } from '../net/page-clock.ts';
import { PressGuard } from './press-guard.ts';

/** What a guarded control needs on its element; its own handler is asked through `press`. */
export interface GuardedProps {
  /** Said to assistive technology too: just now it does nothing. */
  readonly 'aria-disabled': 'true' | undefined;
  readonly onPointerDown: () => void;
  readonly onKeyDown: (event: TargetedKeyboardEvent<HTMLElement>) => void;
}

/** Whether what a control means has changed only just now. */
export function useSettling(meaning: string): boolean {
  return useGuard(meaning).left() > 0;
}

function useGuard(meaning: string): PressGuard {
  const guard = useMemo(() => new PressGuard(pageClock), []);
  const [, showAgain] = useState(0);
  guard.means(meaning);
  const left = guard.left();
  // Asked again at its end: a clock that counts coarsely may not be there yet.
  useEffect(() =>
    left > 0 ? pageClock.after(left, () => showAgain((times) => times + 1)) : undefined,
  );
  return guard;
}

/**
 * Guards a control whose meaning changes under the pointer. `meaning` is everything a press would be
 * meant for; `counts` says at a click whether it was meant for that.
 */
export function usePressGuard(meaning: string): {
  readonly props: GuardedProps;
  readonly counts: () => boolean;
} {
  const guard = useGuard(meaning);
  return {
    props: {
      'aria-disabled': guard.left() > 0 ? 'true' : undefined,
      onPointerDown: () => guard.begin(),
      onKeyDown: (event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        // A key that is held presses a button again and again.
        if (event.repeat) event.preventDefault();
        else guard.begin();
      },
    },
    counts: () => guard.counts(),
  };
}

export interface SteadyButtonProps extends Omit<ButtonHTMLAttributes, 'onClick' | 'meaning'> {
  /** Everything a press would be meant for, where the button stands. */
  readonly meaning: string;
  readonly onPress: (event: TargetedMouseEvent<HTMLButtonElement>) => void;
}

/** A button that does nothing for a moment after its meaning has changed, or after it has appeared. */
export function SteadyButton({ meaning, onPress, ...rest }: SteadyButtonProps): VNode {
  const { props, counts } = usePressGuard(meaning);
  return (
    <button
      type="button"
      {...rest}
      {...props}
      onClick={(event) => {
        if (counts()) onPress(event);
      }}
    />
  );
}
