/**
 * Writes the golden battles: whole matches whose every turn `shared/battle/golden.test.ts` plays
 * again. Run with `npx tsx tools/golden-battles.ts`; it writes the same bytes each time.
 *
 * Run it only when a rule has changed on purpose, and read what `git diff tests/golden` shows: each
 * changed line is a match that would end differently from now on, old replays included.
 */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { perSeat, seats, type PerSeat, type Seat } from '../shared/base/ids.ts';
import { randomStream, type Random } from '../shared/base/random.ts';
import {
  boardText,
  defaultSettings,
  directions,
  fieldFor,
  isInside,
  isWall,
  knowSealed,
  neighbour,
  nextBug,
  outcomeOf,
  playTurn,
  sameCell,
  shortestPath,
  startBattle,
  type Action,
  type Battle,
  type Direction,
  type Settings,
} from '../shared/battle/index.ts';
import type { GoldenBattle, GoldenTurn } from '../shared/battle/testing/golden-battle.ts';

/** Decides what a seat does next, from all there is to see. */
type Mind = (battle: Battle, seat: Seat, random: Random) => Action;

const folder = new URL('../tests/golden/battles/', import.meta.url);

function idle(): Action {
  return 'wait';
}

/** Goes anywhere, over the edge too. */
function reckless(_: Battle, __: Seat, random: Random): Action {
  return random.shuffle(directions)[0] ?? 'wait';
}

/** Goes anywhere but over the edge or into the bug's way, and sometimes into a wall. */
function wandering(battle: Battle, seat: Seat, random: Random): Action {
  const ways = random.shuffle(directions);
  return ways.find((way) => isSafe(battle, seat, way)) ?? 'wait';
}

/** Goes to the nearest gold, out of the bug's way. */
function greedy(battle: Battle, seat: Seat, random: Random): Action {
  const { at } = battle.figures[seat];
  const paths = battle.gold.flatMap((gold) => [shortestPath(battle, at, gold.at) ?? []]);
  const [nearest] = paths.sort((a, b) => a.length - b.length);
  const step = nearest?.[0];
  return step !== undefined && isSafe(battle, seat, step) ? step : wandering(battle, seat, random);
}

/** Goes for the rival. */
function rude(battle: Battle, seat: Seat): Action {
  const rival = battle.figures[seat === 'salesforce' ? 'heroku' : 'salesforce'].at;
  return shortestPath(battle, battle.figures[seat].at, rival)?.[0] ?? 'wait';
}

/** Goes for the bug. */
function doomed(battle: Battle, seat: Seat): Action {
  return shortestPath(battle, battle.figures[seat].at, battle.bug.at)?.[0] ?? 'wait';
}

/** Leaves the field by the shortest way. */
function leaving(battle: Battle, seat: Seat): Action {
  const { at } = battle.figures[seat];
  const out = directions.find((way) => !isInside(battle, neighbour(at, way)));
  if (out !== undefined) return out;
  const columns = Array.from({ length: battle.width }, (_, x) => x);
  const edge = columns.flatMap((x) => [
    { x, y: 0 },
    { x, y: battle.height - 1 },
  ]);
  const [nearest] = edge
    .flatMap((cell) => [shortestPath(battle, at, cell)])
    .filter((path) => path !== null)
    .sort((a, b) => a.length - b.length);
  return nearest?.[0] ?? 'wait';
}

function isSafe(battle: Battle, seat: Seat, way: Direction): boolean {
  const { at } = battle.figures[seat];
  const to = neighbour(at, way);
  const stands = isWall(battle, to) ? at : to;
  const bug = nextBug(battle.bug, battle);
  const meets = sameCell(stands, bug.at) || sameCell(stands, battle.bug.at);
  return isInside(battle, to) && !meets;
}

interface Plan {
  readonly name: string;
  readonly about: string;
  readonly settings: Partial<Settings>;
  readonly minds: PerSeat<Mind>;
}

function plan(
  name: string,
  about: string,
  minds: readonly [Mind, Mind],
  settings: Partial<Settings> = {},
): Plan {
  return { name, about, settings, minds: { salesforce: minds[0], heroku: minds[1] } };
}

const plans: readonly Plan[] = [
  plan('mirrored-8x8', 'The default field, both after gold.', [greedy, greedy]),
  plan('random-8x8', 'The layout of 2014, both after gold.', [greedy, greedy], {
    layout: 'random',
  }),
  plan('idle-8x8', 'Nobody moves but the bug.', [idle, idle], { walls: 25, gold: 1 }),
  plan('odd-8x8', 'One wall and one piece of gold without a partner.', [greedy, wandering], {
    walls: 11,
    gold: 11,
  }),
  plan('middle-9x9', 'Gold in the middle of a mirrored field.', [greedy, greedy], {
    width: 9,
    height: 9,
    walls: 12,
    gold: 11,
  }),
  plan('wall-in-the-middle-9x7', 'A wall in the middle of a mirrored field.', [wandering, greedy], {
    width: 9,
    height: 7,
    walls: 13,
    gold: 8,
  }),
  plan('chessboard-7x8', 'No cell is equally far from both starts.', [greedy, rude], {
    width: 7,
    height: 8,
  }),
  plan('one-turn-3x3', 'The smallest field, no gold, no wall, one turn.', [idle, reckless], {
    width: 3,
    height: 3,
    walls: 0,
    gold: 0,
    turns: 1,
  }),
  plan('crowded-3x3', 'The smallest field with all that fits.', [greedy, wandering], {
    width: 3,
    height: 3,
    walls: 3,
    gold: 3,
    turns: 12,
  }),
  plan('corridor-40x3', 'A long narrow field.', [greedy, greedy], {
    width: 40,
    height: 3,
    walls: 20,
    gold: 20,
    turns: 40,
  }),
  plan('maze-16x12', 'As many walls as are allowed.', [greedy, greedy], {
    width: 16,
    height: 12,
    walls: 76,
    gold: 30,
    turns: 40,
    layout: 'random',
  }),
  plan('largest-64x64', 'The largest field with all that is allowed.', [greedy, greedy], {
    width: 64,
    height: 64,
    walls: 1638,
    gold: 200,
    turns: 3,
  }),
  plan('full-of-gold-10x10', 'Gold in every cell.', [wandering, greedy], {
    width: 10,
    height: 10,
    walls: 0,
    gold: 97,
    turns: 25,
  }),
  plan('pushing-6x6', 'Both go for each other.', [rude, rude], {
    width: 6,
    height: 6,
    walls: 6,
    gold: 6,
  }),
  plan('pushed-while-waiting-6x6', 'H goes for S, who wanders.', [wandering, rude], {
    width: 6,
    height: 6,
    walls: 4,
    gold: 4,
    layout: 'random',
  }),
  plan('reckless-5x5', 'Both go anywhere, over the edge too.', [reckless, reckless], {
    width: 5,
    height: 5,
    walls: 4,
    gold: 6,
  }),
  plan('fall-against-greed-8x8', 'S falls sooner or later.', [reckless, greedy], {
    layout: 'random',
  }),
  plan('bitten-8x8', 'H goes for the bug.', [wandering, doomed]),
  plan('both-bitten-5x5', 'Both go for the bug.', [doomed, doomed], {
    width: 5,
    height: 5,
    walls: 2,
    gold: 5,
  }),
  plan('leaving-8x8', 'Both leave the field in the same turn.', [leaving, leaving], { gold: 12 }),
  plan('long-12x10', 'Long after the last gold is gone.', [wandering, greedy], {
    width: 12,
    height: 10,
    walls: 14,
    gold: 10,
    turns: 150,
  }),
];

function record({ name, about, settings: changes, minds }: Plan): GoldenBattle {
  const settings = { ...defaultSettings, ...changes };
  const seed = name;
  const { field, sealed } = fieldFor(settings, seed);
  const randoms = perSeat((seat) => randomStream(seed, `mind of ${seat}`));
  const turns: GoldenTurn[] = [];
  let battle = knowSealed(startBattle(field, settings), field, sealed);
  const start = boardText(battle).split('\n');
  while (outcomeOf(battle) === null) {
    const before = battle;
    const actions = perSeat((seat) => minds[seat](before, seat, randoms[seat]));
    const played = playTurn(before, actions);
    battle = played.battle;
    turns.push({
      actions,
      events: played.events,
      points: perSeat((seat) => played.battle.figures[seat].points),
      outcome: outcomeOf(battle),
      board: boardText(battle).split('\n'),
    });
  }
  return { name, about, settings, seed, sealed, start, turns };
}

/** JSON with a line for each turn's actions, event and row, so that changes can be read. */
function written(battle: GoldenBattle): string {
  const { turns, start, ...head } = battle;
  const fields = Object.entries(head).map(([key, value]) => `"${key}": ${JSON.stringify(value)}`);
  const list = (items: readonly unknown[], indent: string): string =>
    `[\n${items.map((item) => `${indent}  ${JSON.stringify(item)}`).join(',\n')}\n${indent}]`;
  const turn = ({ board, events, ...rest }: GoldenTurn): string =>
    [
      ...Object.entries(rest).map(([key, value]) => `      "${key}": ${JSON.stringify(value)}`),
      `      "events": ${list(events, '      ')}`,
      `      "board": ${list(board, '      ')}`,
    ].join(',\n');
  const body = turns.map((each) => `    {\n${turn(each)}\n    }`).join(',\n');
  const lines = [...fields, `"start": ${list(start, '  ')}`, `"turns": [\n${body}\n  ]`];
  return `{\n${lines.map((line) => `  ${line}`).join(',\n')}\n}\n`;
}

mkdirSync(folder, { recursive: true });
for (const file of readdirSync(folder)) rmSync(new URL(file, folder));
for (const each of plans) {
  const battle = record(each);
  const last = battle.turns.at(-1);
  writeFileSync(new URL(`${battle.name}.json`, folder), written(battle));
  const points = seats.map((seat) => last?.points[seat]).join(' : ');
  console.log(battle.name, battle.turns.length, points, JSON.stringify(last?.outcome));
}
