import { useSignal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import type { VNode } from 'preact';
import { seatsOf } from '../../../shared/room/index.ts';
import { Lazy } from '../../ui/lazy.tsx';
import { Toasts } from '../../ui/toasts.tsx';
import { ActionBar } from './action-bar.tsx';
import { Announcer } from './announcer.tsx';
import { ConnectionBanner } from './connection-banner.tsx';
import { FieldView } from './field-view.tsx';
import { PhaseBar } from './phase-bar.tsx';
import { useRoom, type RoomScreen } from './room-context.ts';
import { RoomHead } from './room-head.tsx';
import { Side } from './side.tsx';
import { Tabs } from './tabs.tsx';
import { Talk } from './talk.tsx';
import { noteTurns } from './turn-notes.ts';

/** A room: field in the middle, S to the left, H to the right, talk below or beside. */
export function RoomView(): VNode | null {
  const screen = useRoom();
  const { tab } = screen;
  const talkOpen = useSignal(false);
  const unread = useSignal(0);
  const [settling, setSettling] = useState(false);
  const state = screen.client.state.value;
  const me = screen.client.me.value;
  const mine = state === null || me === null ? [] : seatsOf(state, me);
  useEffect(() => screen.typing.start(), [screen]);
  useEffect(() => noteTurns(screen), [screen]);
  useEffect(() => soundLater(screen), [screen]);
  if (state === null) return null;
  const outlook = { state, me, mine };
  return (
    <div class="room" data-phase={state.phase.kind} data-tab={tab.value} data-testid="room">
      <RoomHead outlook={outlook} />
      <ConnectionBanner />
      <main
        class="table"
        data-talk={talkOpen.value ? 'open' : 'shut'}
        data-talk-side={mine.includes('salesforce') ? 'right' : 'left'}
      >
        <Side seat="salesforce" outlook={outlook} />
        <section class="middle">
          <PhaseBar outlook={outlook} onSettle={() => setSettling(true)} />
          <FieldView outlook={outlook} />
          <Tabs outlook={outlook} tab={tab} unread={unread.value} />
          <ActionBar outlook={outlook} onSettle={() => setSettling(true)} />
        </section>
        <Side seat="heroku" outlook={outlook} />
        <Talk outlook={outlook} open={talkOpen} unread={unread} />
      </main>
      {settling && (
        <Lazy
          quietly
          load={async () => (await import('./settings-dialog.tsx')).SettingsDialog}
          props={{ outlook, onClose: () => setSettling(false) }}
        />
      )}
      {screen.client.lost.value !== null && (
        <Lazy quietly load={async () => (await import('./lost-room.tsx')).LostRoom} props={{}} />
      )}
      <Announcer outlook={outlook} />
      <Toasts toaster={screen.toaster} />
    </div>
  );
}

/** Makes the room heard once the code for it has come; a room without it is silent. */
function soundLater(screen: RoomScreen): () => void {
  let gone = false;
  let stop = (): void => undefined;
  const load = async (): Promise<void> => {
    try {
      const { soundRoom } = await import('./room-sounds.ts');
      if (!gone) stop = soundRoom(screen);
    } catch (error) {
      reportError(error);
    }
  };
  void load();
  return () => {
    gone = true;
    stop();
  };
}
