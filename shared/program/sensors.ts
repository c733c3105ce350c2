import { otherSeat } from '../base/ids.ts';
import {
  directions,
  isInside,
  isWall,
  neighbour,
  sameCell,
  type Cell,
  type Direction,
} from '../battle/index.ts';
import type { HostCheck, HostValue } from '../lang/index.ts';
import type { MemberEntry, WorldView } from './entry.ts';
import { show } from './show.ts';

/** What stands in a cell, as `p.look` and `field.at` answer it (L4). */
export type Sight = 'empty' | 'gold' | 'wall' | 'edge' | 'bug' | 'rival';

function sightAt(view: WorldView, cell: Cell): Sight {
  const battle = view.battle();
  if (!isInside(battle, cell)) return 'edge';
  if (isWall(battle, cell)) return 'wall';
  if (sameCell(battle.bug.at, cell)) return 'bug';
  const rival = battle.figures[otherSeat(view.seat)];
  if (rival.out === null && sameCell(rival.at, cell)) return 'rival';
  return battle.gold.some((gold) => sameCell(gold.at, cell)) ? 'gold' : 'empty';
}

function value(
  name: string,
  en: string,
  ja: string,
  read: (view: WorldView) => HostValue,
): MemberEntry {
  return {
    name,
    kind: 'value',
    signature: name,
    help: { en, ja },
    member: { kind: 'value', read },
  };
}

type Answer = Extract<
  Extract<MemberEntry['member'], { kind: 'function' }>['call'],
  { kind: 'answer' }
>['answer'];

function sensor(
  signature: string,
  en: string,
  ja: string,
  answer: Answer,
  check: HostCheck = () => null,
): MemberEntry {
  return {
    ...named(signature, en, ja),
    member: { kind: 'function', call: { kind: 'answer', answer, check } },
  };
}

function named(signature: string, en: string, ja: string): Omit<MemberEntry, 'member'> {
  return {
    name: signature.slice(0, signature.indexOf('(')),
    kind: 'function',
    signature,
    help: { en, ja },
  };
}

const self = (view: WorldView) => view.battle().figures[view.seat];
const rival = (view: WorldView) => view.battle().figures[otherSeat(view.seat)];

const checkDirection: HostCheck = ([direction]) => {
  if (directions.includes(direction as Direction)) return null;
  const details = { given: show(direction) };
  return { name: 'RangeError', code: 'unknown-direction', details };
};

const look: Answer = ([direction], view) => ({
  value: sightAt(view, neighbour(self(view).at, direction as Direction)),
});

const checkCell: HostCheck = ([x, y]) => {
  if (Number.isInteger(x) && Number.isInteger(y)) return null;
  const details = { given: `${show(x)}, ${show(y)}` };
  return { name: 'TypeError', code: 'coordinate-not-whole', details };
};

const at: Answer = ([x, y], view) => ({
  value: sightAt(view, { x: x as number, y: y as number }),
});

const gold: Answer = (_args, view) => ({
  value: view.battle().gold.map(({ at, points, sealed }) => ({
    x: at.x,
    y: at.y,
    points: sealed ? null : points,
  })),
});

const log: MemberEntry = {
  ...named(
    'log(...values)',
    'Writes values to your own log; it takes no turn.',
    '値を自分のログに書く。ターンは使わない。',
  ),
  member: {
    kind: 'function',
    call: {
      kind: 'answer',
      shows: true,
      answer: (args, view) => {
        view.log(args.map(show).join(' '));
        return { value: undefined };
      },
    },
  },
};

/** Everything a program can look at (L4): the world after the last turn, as copies. */
export const sensors: readonly MemberEntry[] = [
  value(
    'p.x',
    'Your column; 0 is the leftmost.',
    '自分の列。左端が 0。',
    (view) => self(view).at.x,
  ),
  value('p.y', 'Your row; 0 is the top one.', '自分の行。上端が 0。', (view) => self(view).at.y),
  value('p.points', 'Your points.', '自分の得点。', (view) => self(view).points),
  sensor(
    'p.look(direction)',
    "What is in the next cell: 'empty', 'gold', 'wall', 'edge', 'bug' or 'rival'. The direction is 'up', 'down', 'left' or 'right'.",
    "となりのマスにあるもの: 'empty' 'gold' 'wall' 'edge' 'bug' 'rival'。方向は 'up' 'down' 'left' 'right'。",
    look,
    checkDirection,
  ),
  value('rival.x', 'Column of your rival.', '相手の列。', (view) => rival(view).at.x),
  value('rival.y', 'Row of your rival.', '相手の行。', (view) => rival(view).at.y),
  value('rival.points', 'Points of your rival.', '相手の得点。', (view) => rival(view).points),
  value('bug.x', 'Column of the ladybug.', 'てんとう虫の列。', (view) => view.battle().bug.at.x),
  value('bug.y', 'Row of the ladybug.', 'てんとう虫の行。', (view) => view.battle().bug.at.y),
  value(
    'bug.facing',
    "Where the ladybug is heading: 'up', 'down', 'left' or 'right'.",
    "てんとう虫の向き: 'up' 'down' 'left' 'right'。",
    (view) => view.battle().bug.facing,
  ),
  value('field.width', 'Number of columns.', '列の数。', (view) => view.battle().width),
  value('field.height', 'Number of rows.', '行の数。', (view) => view.battle().height),
  sensor(
    'field.at(x, y)',
    'What is in a cell, in the words of p.look.',
    'マスにあるもの。p.look と同じ言葉で返す。',
    at,
    checkCell,
  ),
  sensor(
    'field.gold()',
    'The gold that still lies there, as a list of { x, y, points }; points is null while it is sealed.',
    '残っている金のリスト。要素は { x, y, points }。中身の分からない金の points は null。',
    gold,
  ),
  value(
    'turn.now',
    'Number of the turn your next command is for; the first is 1.',
    '次の命令が実行されるターンの番号。最初は 1。',
    (view) => view.battle().turn + 1,
  ),
  value(
    'turn.last',
    'Number of the last turn.',
    '最後のターンの番号。',
    (view) => view.battle().turns,
  ),
  log,
];
