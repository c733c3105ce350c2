import { signal, type ReadonlySignal } from '@preact/signals';
import { perSeat, seats, type Milliseconds, type PerSeat } from '../../../shared/base/ids.ts';
import { reveal, type Battle, type BattleEvent } from '../../../shared/battle/index.ts';
import { eventsOf, stepsToPlay, type RoomState } from '../../../shared/room/index.ts';
import type { Folded, RoomClient } from '../../net/index.ts';
import type { Stage } from '../../stage/index.ts';
import type { TrialFrame } from './trial-frames.ts';

/** Share of the turn time in which a turn is played; the rest is for the eye to rest. */
const playShare = 0.85;

/** A turn as it was played live. */
export interface TurnTold {
  readonly turn: number;
  readonly events: readonly BattleEvent[];
  /** Whose program had an error in it. */
  readonly erred: PerSeat<boolean>;
}

/**
 * Shows a room's battle on a stage: live turns are played, everything else is shown at once. Works
 * without a stage too, while it is being loaded or when it cannot be.
 */
export class FieldPlayer {
  readonly #client: RoomClient;
  readonly #shown = signal<Battle | null>(null);
  readonly #told = signal<TurnTold | null>(null);
  readonly #resting = signal(true);
  readonly #stops: (() => void)[];
  #stage: Stage | null = null;
  /** Counts what was shown, so that an animation that was overtaken settles nothing. */
  #round = 0;

  constructor(client: RoomClient) {
    this.#client = client;
    this.#stops = [
      client.onEntry((folded) => this.#take(folded)),
      client.onSnapshot((state) => this.#show(state)),
    ];
    const state = client.state.peek();
    if (state !== null) this.#show(state);
  }

  /** The battle that people see now: behind the room's by the turn that is being played. */
  get shown(): ReadonlySignal<Battle | null> {
    return this.#shown;
  }

  /** The last turn that was played live, until a new field is shown. */
  get told(): ReadonlySignal<TurnTold | null> {
    return this.#told;
  }

  /** False while a turn is being played. */
  get resting(): ReadonlySignal<boolean> {
    return this.#resting;
  }

  /** Takes a stage and shows the room's battle on it. Answers how to let go of it. */
  attach(stage: Stage): () => void {
    this.#stage = stage;
    const state = this.#client.state.peek();
    if (state !== null) this.#show(state);
    return () => {
      if (this.#stage === stage) this.#stage = null;
    };
  }

  /** Plays one step of a trial; nothing of it is kept (R31). */
  async playTrial(frame: TrialFrame, duration: Milliseconds): Promise<void> {
    if (this.#stage === null) return;
    const { before, events, after, erred } = frame;
    const moved = events.flatMap((event) => ('seat' in event ? [event.seat] : []));
    for (const seat of moved) this.#stage.mood(seat, erred ? 'scratching' : 'calm');
    await this.#stage.play(before, events, after, duration);
  }

  /** Shows the room as it stands, after something else was shown on the stage. */
  refresh(): void {
    const state = this.#client.state.peek();
    if (state !== null) this.#show(state);
  }

  close(): void {
    for (const stop of this.#stops) stop();
    this.#stage = null;
  }

  #take(folded: Folded): void {
    const { entry, before, after, live } = folded;
    if (entry.kind === 'turn played') {
      if (live) void this.#play(before, after, entry.revealed);
      else this.#show(after);
    } else if (entry.kind === 'match ended' && this.#resting.peek()) {
      this.#holdThemselves(after);
    } else if (before.battle !== after.battle) {
      this.#told.value = null;
      this.#show(after);
    }
  }

  #show(state: RoomState): void {
    this.#round += 1;
    this.#shown.value = state.battle;
    this.#resting.value = true;
    this.#stage?.show(state.battle);
    this.#holdThemselves(state);
  }

  async #play(
    before: RoomState,
    after: RoomState,
    revealed: Parameters<typeof reveal>[1],
  ): Promise<void> {
    const round = ++this.#round;
    const steps = stepsToPlay(before);
    const { events } = eventsOf(before.battle, { steps, revealed });
    const erred = perSeat((seat) => steps[seat].error !== null);
    this.#told.value = { turn: after.battle.turn, events, erred };
    if (this.#stage !== null) {
      for (const seat of seats) this.#stage.mood(seat, erred[seat] ? 'scratching' : 'calm');
      this.#resting.value = false;
      const duration = after.settings.turnTime * playShare;
      await this.#stage.play(reveal(before.battle, revealed), events, after.battle, duration);
    }
    if (round !== this.#round) return;
    this.#shown.value = after.battle;
    this.#resting.value = true;
    const now = this.#client.state.peek();
    if (now !== null) this.#holdThemselves(now);
  }

  /** The winner sparkles, the loser mutters; before that everybody is calm. */
  #holdThemselves({ phase }: RoomState): void {
    for (const seat of seats) {
      const won = phase.kind === 'result' && phase.outcome.kind === 'won';
      if (!won) {
        if (phase.kind !== 'running') this.#stage?.mood(seat, 'calm');
      } else this.#stage?.mood(seat, phase.outcome.winner === seat ? 'winning' : 'losing');
    }
  }
}
