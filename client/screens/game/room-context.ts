import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { ReadonlySignal, Signal } from '@preact/signals';
import type { PersonId, Seat, Timestamp } from '../../../shared/base/ids.ts';
import type { PageWish } from '../../../shared/protocol/index.ts';
import { meantFor, type RoomState } from '../../../shared/room/index.ts';
import type { RoomClient } from '../../net/index.ts';
import type { WatchedPrograms } from '../../runner/index.ts';
import type { Toaster } from '../../ui/toasts.tsx';
import type { ProgramWorker } from '../../worker/index.ts';
import type { FieldPlayer } from './field-player.ts';
import type { RoomEditors, Tab } from './room-parts.ts';
import type { TrialPlayer } from './trial-player.ts';
import type { TypingFocus } from './typing-focus.ts';

/** What every part of a room's screen works with. */
export interface RoomScreen {
  readonly client: RoomClient;
  readonly toaster: Toaster;
  readonly field: FieldPlayer;
  /** Programs run here, beside the page. */
  readonly worker: ProgramWorker;
  readonly editors: RoomEditors;
  readonly trials: TrialPlayer;
  /** Programs of the match as a debugger shows them. */
  readonly watched: WatchedPrograms['views'];
  /** A program as it stands on this screen, with letters that are still on their way. */
  readonly textOf: (seat: Seat) => string;
  /** The server's clock, ticking while something is due. */
  readonly now: ReadonlySignal<Timestamp>;
  /** What a phone shows below the field. */
  readonly tab: Signal<Tab>;
  /** Where the keys go while programs may be written. */
  readonly typing: TypingFocus;
  /** Asks the room for something; a refusal is shown. Answers whether it was granted. */
  readonly ask: (wish: PageWish) => Promise<boolean>;
}

export const RoomContext = createContext<RoomScreen | null>(null);

/** The room's screen around this component; a defect without one. */
export function useRoom(): RoomScreen {
  const screen = useContext(RoomContext);
  if (screen === null) throw new Error('a part of a room stands outside any room');
  return screen;
}

/** The room as this person sees it. */
export interface RoomOutlook {
  readonly state: RoomState;
  readonly me: PersonId | null;
  readonly mine: readonly Seat[];
}

/** What a press is meant for in the room as it is shown, for a button that does `what` there. */
export function meaningOf({ state }: RoomOutlook, what: string): string {
  const { phase, epoch } = meantFor(state);
  return `${what} ${phase} ${epoch}`;
}
