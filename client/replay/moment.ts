import { perSeat, type Milliseconds, type PerSeat } from '../../shared/base/ids.ts';
import { hideSealed, type Battle, type BattleEvent } from '../../shared/battle/index.ts';
import type { Phase } from '../../shared/room/index.ts';
import { programFacts, type ProgramFacts } from '../editor/program-facts.ts';
import { caretIn, trailOf, type Caret, type CursorTrail } from './caret.ts';
import {
  countUntil,
  stepsUntil,
  roomAfter,
  turnAt,
  type CountedRoom,
  type Timeline,
} from './timeline.ts';

/** A battle without its walls, which never change: they stand in the facts. */
export type MovingBattle = Omit<Battle, 'walls'>;

/** The program of one seat at a moment. */
export interface ShownProgram {
  readonly text: string;
  readonly facts: ProgramFacts;
  readonly caret: Caret | null;
  /** Who typed it; null for a seat nobody holds. */
  readonly name: string | null;
  /** Whether its last step was an error. */
  readonly erred: boolean;
}

/** The turn under way at a moment, to be drawn at any point of its motion. */
export interface ShownTurn {
  readonly turn: number;
  readonly at: Milliseconds;
  readonly before: MovingBattle;
  readonly events: readonly BattleEvent[];
  readonly after: MovingBattle;
  readonly erred: PerSeat<boolean>;
}

/** All that can be seen of a match at one moment. */
export interface Moment {
  readonly time: Milliseconds;
  readonly phase: Phase;
  /** Until coding or the next turn is due, as it was known then; null where nothing is. */
  readonly dueIn: Milliseconds | null;
  readonly battle: MovingBattle;
  readonly turn: ShownTurn | null;
  readonly programs: PerSeat<ShownProgram>;
  /** Lines of talk that had been said. */
  readonly said: number;
}

/** Answers moments of one match; whatever time they are asked for costs the same. */
export function momentsOf(timeline: Timeline): (time: Milliseconds) => Moment {
  const trails = perSeat((seat) => trailOf(timeline, seat));
  const beginning = timeline.replay.records[0]?.at ?? 0;
  const spoken = timeline.replay.talk.map(({ at }) => at - beginning);
  let last: CountedRoom | null = null;
  return (time) => {
    const count = stepsUntil(timeline, time);
    const state = roomAfter(timeline, count, last);
    last = { count, room: state };
    const turn = turnAt(timeline, time);
    const { phase } = state;
    const due =
      phase.kind === 'coding' ? phase.endsAt : phase.kind === 'running' ? phase.dueAt : null;
    return {
      time,
      phase,
      dueIn: due === null ? null : Math.max(0, due - beginning - time),
      battle: moving(hideSealed(state.battle)),
      turn: turn && {
        turn: turn.turn,
        at: turn.at,
        before: moving(turn.before),
        events: turn.events,
        after: moving(hideSealed(turn.after)),
        erred: turn.erred,
      },
      programs: perSeat((seat) => {
        const document = state.documents[seat];
        return {
          text: document.text,
          // Deadlines run by the viewer's clock; here time runs as the viewer likes.
          facts: { ...programFacts(state, seat), dueAt: null },
          caret: caretIn(document, timeline.keystrokes[seat], seenBy(trails[seat], time)),
          name: state.seats[seat]?.name ?? null,
          erred: (state.turns.at(-1)?.steps[seat].error ?? null) !== null,
        };
      }),
      said: countUntil(spoken, time),
    };
  };
}

/** The last cursors seen by a time; more than a few are never needed. */
function seenBy({ times, samples }: CursorTrail, time: Milliseconds): CursorTrail['samples'] {
  const count = countUntil(times, time);
  return samples.slice(Math.max(0, count - 20), count);
}

function moving({ walls: _walls, ...battle }: Battle): MovingBattle {
  return battle;
}

/** The battle with its walls again. */
export function whole(battle: MovingBattle, walls: Battle['walls']): Battle {
  return { ...battle, walls };
}
