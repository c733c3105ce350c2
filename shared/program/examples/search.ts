import type { Example } from './example.ts';

export const search: Example = {
  id: 'search',
  title: { en: 'A search for gold', ja: '金への探索' },
  lesson: {
    en: 'A breadth-first search looks at all cells one step away, then two, and so on: the first gold it meets is the nearest by foot. Cells beside the ladybug count as walls; without a way it steps aside.',
    ja: '幅優先探索は一歩先のマスをすべて、次に二歩先…と調べます。最初に見つかる金が歩いていちばん近い金です。虫のそばは壁とみなし、道がなければよけます。',
  },
  program: `const ways = { up: [0, -1], right: [1, 0], down: [0, 1], left: [-1, 0] };
const near = (x, y) => Math.abs(bug.x - x) + Math.abs(bug.y - y) <= 1;
const closed = (x, y) => ['wall', 'edge', 'rival'].includes(field.at(x, y)) || near(x, y);

function wayToGold() {
  const seen = new Set([p.x + ',' + p.y]);
  const queue = [{ x: p.x, y: p.y, first: null }];
  for (const cell of queue) {
    if (field.at(cell.x, cell.y) === 'gold') return cell.first;
    for (const way in ways) {
      const x = cell.x + ways[way][0];
      const y = cell.y + ways[way][1];
      if (closed(x, y) || seen.has(x + ',' + y)) continue;
      seen.add(x + ',' + y);
      queue.push({ x, y, first: cell.first ?? way });
    }
  }
  return null;
}

function wayAside() {
  const free = Object.keys(ways).filter((way) => !closed(p.x + ways[way][0], p.y + ways[way][1]));
  return near(p.x, p.y) ? (free[0] ?? null) : null;
}

let way;
while (turn.now <= turn.last) {
  way = wayToGold() ?? wayAside() ?? 'wait';
  p[way]();
}
`,
  rival: `while (true) {
  const way = ['right', 'down', 'left', 'up'][Math.floor(Math.random() * 4)];
  if (['empty', 'gold'].includes(p.look(way))) p[way]();
}
`,
  board: `
    turn 0/25, S 0, H 0
    . . . # . . 2 .
    . # . . . # . .
    1 . . # . . . 1
    . . # . . ^ . .
    S . . . # . . .
    . # ?3 . . . # .
    . . . # . . . .
    H . 3 . . 2 # .
  `,
  outcome: { points: 110, turns: 25 },
};
