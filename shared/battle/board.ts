import { perSeat, seats, type Seat } from '../base/ids.ts';
import { isWall, sameCell } from './geometry.ts';
import type { Battle, Bug, Cell, Direction, Figure, Gold, Out } from './types.ts';

const letters = { salesforce: 'S', heroku: 'H' } as const satisfies Record<Seat, string>;
const arrows = { up: '^', right: '>', down: 'v', left: '<' } as const satisfies Record<
  Direction,
  string
>;

/**
 * The battle as text: a line `turn 3/30, S 40, H 20 fallen` with turn, turns in all, points and who
 * is out and why, then the field row by row, cells parted by blanks. In a cell stand, in this order,
 * `S` and `H` (small when out), the bug as `^ > v <` for where it faces, and gold as `1 2 3` for 10,
 * 20, 30 points; sealed gold is `?`, or `?2` where its points are known. `#` is a wall, `.` an empty
 * cell. Who has fallen is drawn where the field was left.
 */
export function boardText(battle: Battle): string {
  const rows = Array.from({ length: battle.height }, (_, y) =>
    Array.from({ length: battle.width }, (_, x) => cellText(battle, { x, y })),
  );
  const widest = Math.max(...rows.flat().map((text) => text.length));
  const lines = rows.map((row) =>
    row
      .map((text) => text.padEnd(widest))
      .join(' ')
      .trimEnd(),
  );
  return [headText(battle), ...lines].join('\n');
}

/**
 * The battle drawn by a text in the form of `boardText`; indentation and blank lines do not matter,
 * and the first line may be left out (turn 0 of 30, no points). Walls and gold are listed row by row.
 * Throws for a text that draws no battle: boards are written by us.
 */
export function parseBoard(text: string): Battle {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const first = lines[0] ?? '';
  const head = first.startsWith('turn') ? parseHead(first) : defaultHead;
  const rows = (head === defaultHead ? lines : lines.slice(1)).map((line) => line.split(/\s+/));
  const width = rows[0]?.length ?? 0;
  if (rows.some((row) => row.length !== width)) throw new Error(`uneven rows in a board:\n${text}`);
  const cells = rows.flatMap((row, y) => row.map((token, x) => parseCell(token, { x, y })));
  const figures = perSeat((seat): Figure => {
    const { at, out } = theOnly(
      letters[seat],
      cells.flatMap((cell) => cell.figures[seat]),
    );
    const { points, out: why } = head.figures[seat];
    if (out !== (why !== null)) throw new Error(`${letters[seat]} is drawn otherwise than told`);
    return { at, points, out: why };
  });
  return {
    width,
    height: rows.length,
    walls: cells.filter((cell) => cell.wall).map((cell) => cell.at),
    gold: cells.flatMap((cell) => cell.gold),
    figures,
    bug: theOnly(
      'the bug',
      cells.flatMap((cell) => cell.bug),
    ),
    turn: head.turn,
    turns: head.turns,
  };
}

function headText({ turn, turns, figures }: Battle): string {
  const tell = (seat: Seat): string => {
    const { points, out } = figures[seat];
    return [letters[seat], points, ...(out === null ? [] : [out])].join(' ');
  };
  return [`turn ${turn}/${turns}`, ...seats.map(tell)].join(', ');
}

function cellText(battle: Battle, cell: Cell): string {
  if (isWall(battle, cell)) return '#';
  const here = seats
    .filter((seat) => sameCell(battle.figures[seat].at, cell))
    .map((seat) =>
      battle.figures[seat].out === null ? letters[seat] : letters[seat].toLowerCase(),
    );
  if (sameCell(battle.bug.at, cell)) here.push(arrows[battle.bug.facing]);
  const gold = battle.gold.filter(({ at }) => sameCell(at, cell)).map(goldText);
  return [...here, ...gold].join('') || '.';
}

function goldText({ points, sealed }: Gold): string {
  return `${sealed ? '?' : ''}${points === null ? '' : points / 10}`;
}

interface Head {
  readonly turn: number;
  readonly turns: number;
  readonly figures: Readonly<Record<Seat, { readonly points: number; readonly out: Out | null }>>;
}

const defaultHead: Head = {
  turn: 0,
  turns: 30,
  figures: perSeat(() => ({ points: 0, out: null })),
};

const headForm = /^turn (\d+)\/(\d+), S (\d+)(?: (fallen|caught))?, H (\d+)(?: (fallen|caught))?$/;

function parseHead(line: string): Head {
  const match = headForm.exec(line);
  if (match === null) throw new Error(`no head of a board: ${line}`);
  const [, turn, turns, points, out, otherPoints, otherOut] = match;
  const state = (number: string | undefined, why: string | undefined) => ({
    points: Number(number),
    out: (why ?? null) as Out | null,
  });
  return {
    turn: Number(turn),
    turns: Number(turns),
    figures: { salesforce: state(points, out), heroku: state(otherPoints, otherOut) },
  };
}

interface DrawnCell {
  readonly at: Cell;
  readonly wall: boolean;
  readonly figures: Readonly<Record<Seat, readonly { readonly at: Cell; readonly out: boolean }[]>>;
  readonly bug: readonly Bug[];
  readonly gold: readonly Gold[];
}

const cellForm = /^(?:#|\.|([Ss]?)([Hh]?)([\^>v<]?)((?:\?[123]?|[123])?))$/;

function parseCell(token: string, at: Cell): DrawnCell {
  const match = cellForm.exec(token);
  if (match === null) throw new Error(`no cell of a board: ${token}`);
  const [, salesforce = '', heroku = '', arrow = '', gold = ''] = match;
  const figure = (letter: string) =>
    letter === '' ? [] : [{ at, out: letter === letter.toLowerCase() }];
  const facing = (Object.keys(arrows) as Direction[]).filter((way) => arrows[way] === arrow);
  return {
    at,
    wall: token === '#',
    figures: { salesforce: figure(salesforce), heroku: figure(heroku) },
    bug: facing.map((way) => ({ at, facing: way })),
    gold: gold === '' ? [] : [parseGold(gold, at)],
  };
}

function parseGold(text: string, at: Cell): Gold {
  const digit = text.replace('?', '');
  return { at, points: digit === '' ? null : Number(digit) * 10, sealed: text.startsWith('?') };
}

function theOnly<T>(name: string, found: readonly T[]): T {
  const [only, ...more] = found;
  if (only === undefined || more.length > 0) throw new Error(`${name} is not there just once`);
  return only;
}
