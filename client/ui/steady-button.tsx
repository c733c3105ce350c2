import { useEffect, useMemo, useState } from 'preact/hooks';
import type {
  AnchorHTMLAttributes,
  ButtonHTMLAttributes,
  TargetedKeyboardEvent,
  TargetedMouseEvent,
  VNode,
} from 'preact';
import type { Milliseconds } from '../../shared/base/ids.ts';
import { pageClock } from '../net/page-clock.ts';
import { PressGuard, settleTime } from './press-guard.ts';

/** What a guarded control needs on its element; its own handler is asked through `press`. */
export interface GuardedProps {
  /** Said to assistive technology too: just now it does nothing. */
  readonly 'aria-disabled': 'true' | undefined;
  readonly onPointerDown: () => void;
  readonly onKeyDown: (event: TargetedKeyboardEvent<HTMLElement>) => void;
}

/** Whether what a control means has changed only just now. */
export function useSettling(meaning: string): boolean {
  return useGuard(meaning, settleTime).left() > 0;
}

function useGuard(meaning: string, settle: Milliseconds): PressGuard {
  const guard = useMemo(() => new PressGuard(pageClock, settle), [settle]);
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
export function usePressGuard(
  meaning: string,
  settle = settleTime,
): {
  readonly props: GuardedProps;
  readonly counts: (click: Pick<MouseEvent, 'detail'>) => boolean;
} {
  const guard = useGuard(meaning, settle);
  return {
    props: {
      'aria-disabled': guard.left() > 0 ? 'true' : undefined,
      onPointerDown: () => guard.begin('pointer'),
      onKeyDown: (event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        // A key that is held presses a button again and again.
        if (event.repeat) event.preventDefault();
        else guard.begin('key');
      },
    },
    counts: ({ detail }) => guard.counts(detail > 0 ? 'pointer' : 'key'),
  };
}

export interface SteadyButtonProps extends Omit<ButtonHTMLAttributes, 'onClick' | 'meaning'> {
  /** Everything a press would be meant for, where the button stands. */
  readonly meaning: string;
  /** How long it does nothing then, where that is not as usual. */
  readonly settle?: Milliseconds;
  readonly onPress: (event: TargetedMouseEvent<HTMLButtonElement>) => void;
}

/** A button that does nothing for a moment after its meaning has changed, or after it has appeared. */
export function SteadyButton({ meaning, settle, onPress, ...rest }: SteadyButtonProps): VNode {
  const { props, counts } = usePressGuard(meaning, settle);
  return (
    <button
      type="button"
      {...rest}
      {...props}
      onClick={(event) => {
        if (counts(event)) onPress(event);
      }}
    />
  );
}

export interface SteadyLinkProps extends Pick<
  AnchorHTMLAttributes,
  'children' | 'class' | 'target' | 'rel'
> {
  readonly href: string;
  /** Everything a press would be meant for, where the link stands. */
  readonly meaning: string;
  /** How long it does nothing then, where that is not as usual. */
  readonly settle?: Milliseconds;
}

/** A link that comes up where somebody may be pressing something else just then. */
export function SteadyLink({ meaning, settle, children, ...rest }: SteadyLinkProps): VNode {
  const { props, counts } = usePressGuard(meaning, settle);
  return (
    <a
      {...rest}
      {...props}
      onClick={(event) => {
        if (!counts(event)) event.preventDefault();
      }}
    >
      {children}
    </a>
  );
}
