import type { JSX, RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { directions } from '../../shared/battle/index.ts';
import type { Sight } from '../../shared/program/index.ts';
import { timesLimits, type Head } from './blocks.ts';
import type { PadActions } from './pad-actions.ts';
import { sights, stepped } from './pad-keys.ts';
import { signs } from './signs.ts';

/** Everything in the bar of a block that has a name. */
export type BlockWord =
  | 'pad-repeat'
  | 'pad-if'
  | 'block-fewer'
  | 'block-more'
  | 'block-times'
  | 'block-direction'
  | 'block-is'
  | 'block-sight'
  | `sight-${Sight}`
  | 'block-else'
  | 'block-done';

export interface BlockBarProps {
  readonly head: Head;
  readonly pad: PadActions;
  readonly t: (word: BlockWord) => string;
  /** Takes the focus when the bar goes while it has it. */
  readonly leaveFocus: () => void;
}

/** What can be changed of the block at the cursor (R22): a number, or a direction and a thing. */
export function BlockBar({ head, pad, t, leaveFocus }: BlockBarProps): JSX.Element {
  const bar = useFocusLeft(leaveFocus);
  return (
    <div class="block-bar" ref={bar}>
      <Parts key={head.kind} head={head} pad={pad} t={t} leaveFocus={leaveFocus} />
      <button type="button" class="pad-button block-done" onClick={() => pad.leaveBlock()}>
        {t('block-done')}
      </button>
    </div>
  );
}

/** For an element that hands the focus on when it goes while the focus is in it. */
function useFocusLeft(leaveFocus: () => void): RefObject<HTMLDivElement | null> {
  const element = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const shown = element.current;
    return () => {
      if (shown?.contains(document.activeElement) === true) leaveFocus();
    };
  }, []);
  return element;
}

/** What is changed of a block of this kind; the button that leaves a block stays beside it. */
function Parts({ head, pad, t, leaveFocus }: BlockBarProps): JSX.Element {
  const parts = useFocusLeft(leaveFocus);
  return (
    <div class="block-parts" ref={parts}>
      {head.kind === 'repeat' ? (
        <RepeatParts head={head} pad={pad} t={t} />
      ) : (
        <IfParts head={head} pad={pad} t={t} />
      )}
    </div>
  );
}

interface PartsOf<Kind extends Head['kind']> {
  readonly head: Extract<Head, { kind: Kind }>;
  readonly pad: PadActions;
  readonly t: (word: BlockWord) => string;
}

function RepeatParts({ head, pad, t }: PartsOf<'repeat'>): JSX.Element {
  return (
    <>
      <span class="block-word">{t('pad-repeat')}</span>
      <button
        type="button"
        class="pad-button block-step"
        aria-label={t('block-fewer')}
        disabled={head.times <= timesLimits.least}
        onClick={() => pad.changeBlock(stepped(head, -1))}
      >
        −
      </button>
      <output class="block-times">
        {head.times}
        {t('block-times')}
      </output>
      <button
        type="button"
        class="pad-button block-step"
        aria-label={t('block-more')}
        disabled={head.times >= timesLimits.most}
        onClick={() => pad.changeBlock(stepped(head, 1))}
      >
        +
      </button>
    </>
  );
}

function IfParts({ head, pad, t }: PartsOf<'if'>): JSX.Element {
  return (
    <>
      <span class="block-word">{t('pad-if')}</span>
      <Choice
        label={t('block-direction')}
        value={head.direction}
        options={directions}
        shown={(direction) => signs[direction]}
        onChoose={(direction) => pad.changeBlock({ ...head, direction })}
      />
      <span class="block-word">{t('block-is')}</span>
      <Choice
        label={t('block-sight')}
        value={head.sight}
        options={sights}
        shown={(sight) => t(`sight-${sight}`)}
        onChoose={(sight) => pad.changeBlock({ ...head, sight })}
      />
      <button type="button" class="pad-button block-else" onClick={() => pad.writeElse()}>
        {t('block-else')}
      </button>
    </>
  );
}

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly T[];
  readonly shown: (option: T) => string;
  readonly onChoose: (option: T) => void;
}

/** One of a few words of a block's head. */
function Choice<T extends string>(props: ChoiceProps<T>): JSX.Element {
  const { label, value, options, shown, onChoose } = props;
  return (
    <select
      class="pad-button block-choice"
      aria-label={label}
      value={value}
      onChange={({ currentTarget }) => onChoose(currentTarget.value as T)}
    >
      {options.map((option) => (
        <option key={option} value={option}>
          {shown(option)}
        </option>
      ))}
    </select>
  );
}
