import { useEffect, useState } from 'preact/hooks';
import type { VNode } from 'preact';
import type { HeldSeats } from '../../../shared/protocol/index.ts';
import { home } from '../../i18n/home.ts';
import { say } from '../../i18n/phrase.ts';
import { heldRooms, noteHeld } from '../../ui/held-rooms.ts';
import { SteadyLink } from '../../ui/steady-button.tsx';
import { roomPath } from '../route.ts';

/** For whoever holds a seat somewhere: the way back to it. */
export function WayBack(): VNode | null {
  const rooms = useHeldSeats();
  if (rooms.length === 0) return null;
  return (
    <section class="way-back" aria-labelledby="way-back" data-testid="way-back">
      <h2 id="way-back">{say(home.backTitle)}</h2>
      {rooms.map(({ room, inMatch }) => (
        <SteadyLink
          key={room}
          meaning={room}
          class={inMatch ? 'main-button' : 'button'}
          href={roomPath(room)}
        >
          {say(inMatch ? home.backToMatch : home.backToRoom, room)}
        </SteadyLink>
      ))}
    </section>
  );
}

/** The rooms this browser remembers, as far as the server says that a seat is held there now. */
function useHeldSeats(): HeldSeats['rooms'] {
  const [rooms, setRooms] = useState<HeldSeats['rooms']>([]);
  useEffect(() => {
    const gone = new AbortController();
    const look = (): void => {
      if (document.visibilityState !== 'visible') return;
      ask(gone.signal).then(setRooms, () => undefined);
    };
    look();
    document.addEventListener('visibilitychange', look, { signal: gone.signal });
    addEventListener('pageshow', ({ persisted }) => persisted && look(), { signal: gone.signal });
    return () => gone.abort();
  }, []);
  return rooms;
}

async function ask(signal: AbortSignal): Promise<HeldSeats['rooms']> {
  const known = heldRooms();
  if (known.length === 0) return [];
  const query = new URLSearchParams(known.map((room) => ['room', room]));
  const answer = await fetch(`/api/seats?${query}`, { signal });
  if (!answer.ok) return [];
  const { rooms, complete } = (await answer.json()) as HeldSeats;
  for (const room of complete ? known : []) {
    if (!rooms.some((held) => held.room === room)) noteHeld(room, false);
  }
  return rooms;
}
