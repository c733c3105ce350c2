import { sameCell } from './geometry.ts';
import type { Battle, Cell, Field, Gold } from './types.ts';

/** Points of the sealed gold, in the order of its appearance in `field.gold`. Secret (R9). */
export type SealedValues = readonly number[];

/** A sealed piece that has become known. */
export interface RevealedGold {
  readonly at: Cell;
  readonly points: number;
}

/**
 * The battle with the points of some sealed gold known, as they are told in the turn in which it is
 * collected (R9). Throws when no sealed gold lies on a named cell.
 */
export function reveal(battle: Battle, revealed: readonly RevealedGold[]): Battle {
  if (revealed.length === 0) return battle;
  for (const { at } of revealed) {
    if (!battle.gold.some((gold) => gold.sealed && sameCell(gold.at, at))) {
      throw new Error(`no sealed gold lies at (${at.x}, ${at.y})`);
    }
  }
  return withPoints(
    battle,
    (gold) => revealed.find(({ at }) => sameCell(at, gold.at))?.points ?? gold.points,
  );
}

/** The battle as everybody may see it: no sealed gold tells its points (R9). */
export function hideSealed(battle: Battle): Battle {
  return withPoints(battle, () => null);
}

/**
 * The battle with the points of all its sealed gold known: what the server plays with. `field` is
 * the field it began on and `sealed` its secret; throws when the two do not belong together.
 */
export function knowSealed(battle: Battle, field: Field, sealed: SealedValues): Battle {
  const places = field.gold.filter((gold) => gold.sealed);
  if (places.length !== sealed.length) {
    throw new Error(`${places.length} pieces of sealed gold, but ${sealed.length} values`);
  }
  return withPoints(battle, (gold) => {
    const points = sealed[places.findIndex((place) => sameCell(place.at, gold.at))];
    if (points === undefined) throw new Error('sealed gold that the field does not have');
    return points;
  });
}

/** The battle with the points of its sealed gold set anew. */
function withPoints(battle: Battle, pointsOf: (gold: Gold) => number | null): Battle {
  const gold = battle.gold.map((piece) =>
    piece.sealed ? { ...piece, points: pointsOf(piece) } : piece,
  );
  return { ...battle, gold };
}
