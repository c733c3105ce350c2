import type { Signal } from '@preact/signals';
import type { VNode } from 'preact';
import { seats, type Seat } from '../../../shared/base/ids.ts';
import { chat } from '../../i18n/chat.ts';
import { seatNames } from '../../i18n/common.ts';
import { game } from '../../i18n/game.ts';
import { say } from '../../i18n/phrase.ts';
import { Drawing } from '../../ui/drawing.tsx';
import { useRoom, type RoomOutlook } from './room-context.ts';
import type { Tab } from './room-parts.ts';

export interface TabsProps {
  readonly outlook: RoomOutlook;
  readonly tab: Signal<Tab>;
  /** Messages that nobody has looked at. */
  readonly unread: number;
}

/** On a narrow screen: which side, or the talk, is seen below the field. */
export function Tabs({ outlook, tab, unread }: TabsProps): VNode {
  const [left, right] = seats;
  const talk = (
    <button
      type="button"
      class="tab tab-talk"
      aria-pressed={tab.value === 'talk'}
      onClick={() => (tab.value = 'talk')}
    >
      {say(chat.title)}
      {unread > 0 && (
        <span class="talk-count" aria-label={say(chat.news, unread)}>
          {unread}
        </span>
      )}
    </button>
  );
  return (
    <div class="tabs" role="group">
      <SeatTab seat={left} outlook={outlook} tab={tab} />
      {talk}
      <SeatTab seat={right} outlook={outlook} tab={tab} />
    </div>
  );
}

interface SeatTabProps {
  readonly seat: Seat;
  readonly outlook: RoomOutlook;
  readonly tab: Signal<Tab>;
}

/** A side by its figure, its person and its points. */
function SeatTab({ seat, outlook: { state }, tab }: SeatTabProps): VNode {
  const { field } = useRoom();
  const name = say(seatNames[seat]);
  const { points } = (field.shown.value ?? state.battle).figures[seat];
  const ready = state.phase.kind === 'coding' && state.phase.ready[seat];
  return (
    <button
      type="button"
      class={`tab tab-${seat}`}
      aria-pressed={tab.value === seat}
      onClick={() => (tab.value = seat)}
    >
      <Drawing sheet={seat} frame="stand" class="tab-figure" />
      <bdi class="tab-name">{state.seats[seat]?.name ?? name}</bdi>
      {state.seats[seat] !== null && <span class="unseen">{name}</span>}
      {ready && <span aria-hidden="true">✓</span>}
      <span class="tab-points">
        {points}
        <span class="unseen"> {say(game.pointsWord)}</span>
      </span>
    </button>
  );
}
