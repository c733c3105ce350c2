import { isolated } from '../../../shared/base/visible-text.ts';
import { effect, signal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import type { VNode } from 'preact';
import { seats, type RoomName, type Seat } from '../../../shared/base/ids.ts';
import { unreachable } from '../../../shared/base/result.ts';
import type { PageWish } from '../../../shared/protocol/index.ts';
import { meantFor } from '../../../shared/room/index.ts';
import { editor } from '../../i18n/editor.ts';
import { game } from '../../i18n/game.ts';
import { say } from '../../i18n/phrase.ts';
import { refusalText } from '../../i18n/refusals.ts';
import { createRoomClient, pageClock } from '../../net/index.ts';
import { runOwnedSeats, watchPrograms } from '../../runner/index.ts';
import { createProgramWorker } from '../../worker/index.ts';
import { Lazy } from '../../ui/lazy.tsx';
import { recall } from '../../ui/memory.ts';
import { Toaster } from '../../ui/toasts.tsx';
import { FieldPlayer } from './field-player.ts';
import { fetchReasons } from './program-reasons.ts';
import { RoomContext, type RoomScreen } from './room-context.ts';
import type { RoomEditors, Tab } from './room-parts.ts';
import { lookOf, type RoomLook } from './room-look.ts';
import { RoomView } from './room-view.tsx';
import { tickingClock } from './ticking-clock.ts';
import { TrialPlayer } from './trial-player.ts';
import { TypingFocus } from './typing-focus.ts';
import '../../styles/game.css';
import '../../styles/editor.css';
import '../../styles/pad.css';
import '../../styles/sides.css';
import '../../styles/talk.css';
import '../../styles/motion.css';
import '../../styles/phone.css';

/** A room: goes in when it is shown, and leaves with the page. */
export function GamePage({ room }: { readonly room: RoomName }): VNode {
  const [screen, setScreen] = useState<RoomScreen | null>(null);
  useEffect(() => {
    const { screen, leave } = enterRoom(room);
    setScreen(screen);
    document.title = `${isolated(room)} – Salesforce vs. Heroku`;
    return leave;
  }, [room]);
  if (screen === null) return <Connecting />;
  return (
    <RoomContext.Provider value={screen}>
      <Door screen={screen} look={lookOf(location.search)} />
    </RoomContext.Provider>
  );
}

interface DoorProps {
  readonly screen: RoomScreen;
  readonly look: RoomLook;
}

/** What stands before the room until it has answered, or when it does not let us in. */
function Door({ screen, look }: DoorProps): VNode {
  const status = screen.client.status.value;
  const isIn = screen.client.state.value !== null;
  useEffect(() => {
    // Fetched while this page's files are there: after a newer version has taken their place, it tells of it.
    if (isIn) notLetIn().catch(() => {});
  }, [isIn]);
  if (status.kind === 'refused')
    return <Lazy key="not let in" load={notLetIn} props={{ code: status.code, details: {} }} />;
  if (screen.client.state.value === null) {
    const why = 'why' in status ? status.why : undefined;
    return why === undefined ? (
      <Connecting />
    ) : (
      <Lazy key="not let in" load={notLetIn} props={why} />
    );
  }
  switch (look) {
    case 'room':
      return <RoomView />;
    case 'stage':
      return <Lazy load={async () => (await import('./wall-view.tsx')).WallView} props={{}} />;
    case 'embed':
      return <Lazy load={async () => (await import('./wall-view.tsx')).EmbedView} props={{}} />;
    default:
      return unreachable(look);
  }
}

const notLetIn = async () => (await import('./not-let-in.tsx')).NotLetIn;

function Connecting(): VNode {
  return (
    <p class="loading" role="status">
      {say(game.connecting)}
    </p>
  );
}

/** What people press, and what then depends on where the room stands. */
function isPress(
  wish: PageWish,
): wish is Exclude<PageWish, { kind: 'rename' | 'edit' | 'submit step' }> {
  return wish.kind !== 'rename' && wish.kind !== 'edit' && wish.kind !== 'submit step';
}

function enterRoom(room: RoomName): { readonly screen: RoomScreen; readonly leave: () => void } {
  const client = createRoomClient({ room, name: recall('nickname') ?? '' });
  const toaster = new Toaster();
  fetchReasons().catch(() => toaster.tell('refusal', () => say(editor.kitMissing)));
  const field = new FieldPlayer(client);
  const worker = createProgramWorker(pageClock);
  // What a match waits for must not wait behind marks, previews and what is only looked at.
  const duty = createProgramWorker(pageClock);
  const stopRunning = runOwnedSeats(client, duty, pageClock);
  const watched = watchPrograms(client, worker);
  const clock = tickingClock(client);
  const editors: RoomEditors = { salesforce: signal(null), heroku: signal(null) };
  const textOf = (seat: Seat): string =>
    editors[seat].value?.text.value ?? client.state.value?.documents[seat].text ?? '';
  const tab = signal<Tab>('salesforce');
  const trials = new TrialPlayer({ client, field, worker, textOf });
  const stopTracing = effect(() => {
    const running = trials.running.value;
    const tried = trials.watched.value;
    for (const seat of seats) {
      const traced = running === seat && tried?.seat === seat;
      editors[seat].value?.trace(traced ? tried.view.line : null);
    }
  });
  const ask = async (wish: PageWish): Promise<boolean> => {
    const state = client.state.peek();
    const meant = state === null ? undefined : meantFor(state);
    const answer = await client.wish(isPress(wish) ? { ...wish, meant } : wish);
    if (answer.ok) return true;
    const { code, details } = answer.refusal;
    toaster.tell('refusal', () => refusalText(code, details));
    return false;
  };
  return {
    screen: {
      client,
      toaster,
      field,
      editors,
      worker,
      trials,
      watched: watched.views,
      textOf,
      now: clock.now,
      tab,
      typing: new TypingFocus({ client, editors, clock: pageClock, tab }),
      ask,
    },
    leave: () => {
      stopTracing();
      trials.close();
      watched.stop();
      stopRunning();
      duty.stop();
      worker.stop();
      clock.stop();
      field.close();
      client.close();
    },
  };
}
