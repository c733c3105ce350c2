import { computed, effect } from '@preact/signals';
import { seats, type Seat } from '../../../shared/base/ids.ts';
import { seatsOf, type RoomState } from '../../../shared/room/index.ts';
import type { RoomClient } from '../../net/index.ts';
import { fallOf, walkOf } from '../../runner/index.ts';
import type { Stage } from '../../stage/index.ts';
import { NoAnswer, type ProgramWorker } from '../../worker/index.ts';

/** Typing faster than this draws nothing in between. */
const pause = 180;

export interface PreviewParts {
  readonly client: RoomClient;
  readonly worker: ProgramWorker;
  readonly stage: Stage;
  /** The program as it stands on this screen; read inside an effect, it is followed. */
  readonly textOf: (seat: Seat) => string;
}

/**
 * While programs are written, draws the ways they would go faintly on the field (R31): those of this
 * person's seats, or both for who only watches. Answers how to stop.
 */
export function previewWays({ client, worker, stage, textOf }: PreviewParts): () => void {
  const timers = new Map<Seat, ReturnType<typeof setTimeout>>();
  const draw = async (seat: Seat, text: string): Promise<void> => {
    const state = client.state.peek();
    if (state === null) return;
    try {
      const walk = await walkOf(worker, state, seat, text);
      if (client.state.peek()?.phase.kind !== 'coding') return;
      stage.preview(seat, walk.cells.length > 1 ? walk.cells : null, fallOf(walk));
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error;
    }
  };
  const stops = seats.map((seat) => {
    // What else happens in the room changes no way.
    const match = computed(() => {
      const state = client.state.value;
      return state !== null && isDrawn(state, seat, client.me.value) ? state.match : null;
    });
    return effect(() => {
      clearTimeout(timers.get(seat));
      if (match.value === null) {
        stage.preview(seat, null);
        return;
      }
      const text = textOf(seat);
      timers.set(
        seat,
        setTimeout(() => void draw(seat, text), pause),
      );
    });
  });
  return () => {
    for (const stop of stops) stop();
    for (const timer of timers.values()) clearTimeout(timer);
    for (const seat of seats) stage.preview(seat, null);
  };
}

function isDrawn(state: RoomState, seat: Seat, me: string | null): boolean {
  if (state.phase.kind !== 'coding') return false;
  const mine = me === null ? [] : seatsOf(state, me);
  return mine.length === 0 || mine.includes(seat);
}
