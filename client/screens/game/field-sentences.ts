import { seats, type Seat } from '../../../shared/base/ids.ts';
import type { Battle, Cell } from '../../../shared/battle/index.ts';
import { seatNames } from '../../i18n/common.ts';
import { fieldWords } from '../../i18n/field.ts';
import { say } from '../../i18n/phrase.ts';
import { ways } from '../../i18n/turns.ts';

/** A field in words: who is where in a few sentences, then what lies in each row. */
export interface FieldInWords {
  readonly summary: string;
  readonly rows: readonly string[];
}

/** The field as somebody would tell it who looks at it for somebody else. Cells count from 1. */
export function fieldInWords(battle: Battle): FieldInWords {
  const sealed = battle.gold.filter((gold) => gold.sealed).length;
  const { at, facing } = battle.bug;
  const sentences = [
    ...seats.map((seat) => figureSentence(battle, seat)),
    say(fieldWords.bug, at.x + 1, at.y + 1, say(ways[facing])),
    say(fieldWords.left, battle.gold.length, sealed),
  ];
  const things = thingsByRow(battle);
  return {
    summary: sentences.join(' '),
    rows: things.map((row, y) => {
      const told = row.toSorted((a, b) => a.x - b.x).map(({ words }) => words);
      const words = told.length === 0 ? say(fieldWords.emptyRow) : told.join(say(fieldWords.and));
      return say(fieldWords.row, y + 1, words);
    }),
  };
}

function figureSentence(battle: Battle, seat: Seat): string {
  const { at, points, out } = battle.figures[seat];
  const name = say(seatNames[seat]);
  if (out === 'fallen') return say(fieldWords.fallen, name, points);
  if (out === 'caught') return say(fieldWords.caught, name, points);
  return say(fieldWords.figure, name, at.x + 1, at.y + 1, points);
}

interface Thing {
  readonly x: number;
  readonly words: string;
}

function thingsByRow(battle: Battle): Thing[][] {
  const rows = Array.from({ length: battle.height }, (_row, y) => wallsOf(battle.walls, y));
  const put = ({ x, y }: Cell, name: string): void =>
    void rows[y]?.push({ x, words: say(fieldWords.thing, name, x + 1) });
  for (const { at, points, sealed } of battle.gold) {
    put(at, sealed || points === null ? say(fieldWords.sealed) : say(fieldWords.gold, points));
  }
  for (const seat of seats) {
    const { at, out } = battle.figures[seat];
    if (out === null) put(at, say(seatNames[seat]));
  }
  put(battle.bug.at, say(fieldWords.theBug));
  return rows;
}

/** Walls side by side are told as one. */
function wallsOf(walls: readonly Cell[], y: number): Thing[] {
  const columns = walls.filter((wall) => wall.y === y).map(({ x }) => x);
  const runs: { readonly from: number; to: number }[] = [];
  for (const x of columns.toSorted((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run?.to === x - 1) run.to = x;
    else runs.push({ from: x, to: x });
  }
  return runs.map(({ from, to }) => ({
    x: from,
    words:
      from === to
        ? say(fieldWords.thing, say(fieldWords.wall), from + 1)
        : say(fieldWords.walls, from + 1, to + 1),
  }));
}
