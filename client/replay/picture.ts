import { perSeat, type Milliseconds, type PerSeat, type Seat } from '../../shared/base/ids.ts';
import { sameCell, type Battle } from '../../shared/battle/index.ts';
import type { ReplayFacts } from './facts.ts';
import type { Moment, MovingBattle, ShownTurn } from './moment.ts';

/** How a figure on the field feels. */
type Mood = 'calm' | 'scratching' | 'winning' | 'losing';

/** A turn to be drawn at any point of its motion. */
interface Posed {
  readonly before: Battle;
  readonly events: ShownTurn['events'];
  readonly after: Battle;
}

/** The part of a stage this needs. */
export interface PosingStage {
  pose(turn: Posed, time: number, moods: PerSeat<Mood>): void;
}

/** As in the live match: most of a turn's time is motion. */
const playShare = 0.85;

/** What a field is drawn from; the last turn is kept, as it is asked for at every frame. */
export interface OpenedField {
  readonly facts: ReplayFacts;
  posed: { readonly key: string; readonly turn: Posed } | null;
}

/** A field to draw moments of one match on. */
export function openedField(facts: ReplayFacts): OpenedField {
  return { facts, posed: null };
}

/** Draws a moment on a stage: a turn under way at the point of its motion, else the field at rest. */
export function poseAt(
  stage: PosingStage,
  field: OpenedField,
  moment: Moment,
  time: Milliseconds,
  reveals: boolean,
): void {
  const { turn, battle, phase } = moment;
  const motion = field.facts.settings.turnTime * playShare;
  const share = turn === null ? 1 : Math.min(1, Math.max(0, (time - turn.at) / motion));
  const posed = posedTurn(field, turn, battle, reveals);
  stage.pose(
    posed,
    share,
    perSeat((seat) => moodAt(phase, turn, seat, share < 1)),
  );
}

function posedTurn(
  field: OpenedField,
  turn: ShownTurn | null,
  battle: MovingBattle,
  reveals: boolean,
): Posed {
  const key = `${turn?.turn ?? 0} ${reveals ? 'revealed' : 'sealed'}`;
  if (field.posed?.key === key) return field.posed.turn;
  const seen = (of: MovingBattle): Battle => seenBattle(field.facts, of, reveals);
  const made =
    turn === null
      ? { before: seen(battle), events: [], after: seen(battle) }
      : { before: seen(turn.before), events: turn.events, after: seen(turn.after) };
  field.posed = { key, turn: made };
  return made;
}

/** The battle with its walls; where sealed gold is revealed, with its points in the open. */
export function seenBattle(
  { walls, sealed }: ReplayFacts,
  battle: MovingBattle,
  reveals: boolean,
): Battle {
  if (!reveals) return { ...battle, walls };
  const gold = battle.gold.map((piece) => {
    const known = sealed.find(({ at }) => piece.sealed && sameCell(at, piece.at));
    return known === undefined ? piece : { ...piece, points: known.points, sealed: false };
  });
  return { ...battle, gold, walls };
}

function moodAt(phase: Moment['phase'], turn: ShownTurn | null, seat: Seat, moving: boolean): Mood {
  if (moving) return turn !== null && turn.erred[seat] ? 'scratching' : 'calm';
  if (phase.kind !== 'result' || phase.outcome.kind !== 'won') return 'calm';
  return phase.outcome.winner === seat ? 'winning' : 'losing';
}
