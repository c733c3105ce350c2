import { perSeat, type PerSeat } from '../../shared/base/ids.ts';
import type { Battle, Cell, Direction, Out } from '../../shared/battle/types.ts';

/** A piece of gold as it lies there; null while nobody may know its worth (R9). */
export interface GoldPicture {
  readonly at: Cell;
  readonly points: number | null;
  readonly sealed: boolean;
}

/** Where everything stands between two turns. Two equal pictures look the same on any screen. */
export interface Picture {
  readonly figures: PerSeat<{ readonly at: Cell; readonly out: Out | null }>;
  readonly bug: { readonly at: Cell; readonly facing: Direction };
  readonly gold: readonly GoldPicture[];
}

/** The picture of a battle; its walls and size belong to the ground, which never moves. */
export function pictureOf(battle: Battle): Picture {
  return {
    figures: perSeat((seat) => {
      const { at, out } = battle.figures[seat];
      return { at, out };
    }),
    bug: { at: battle.bug.at, facing: battle.bug.facing },
    gold: battle.gold.map(({ at, points, sealed }) => ({ at, points, sealed })),
  };
}
