import { parseBoard } from '../../shared/battle/index.ts';
import { openingText, rebuildProgramRun, type Moment } from '../../shared/program/index.ts';
import { median, type Figure } from './measure.ts';

const turns = 500;

const board = `
  H . . . # . . . . . . .
  . # . . . . # . . 2 . .
  . . 2 . . . . . # . . .
  . . . . # . . . . . . .
  # . . . . . 2 . . # . .
  . . . # . . . . . . . 2
  . 2 . . . . . # . . . v
  . . . . . . . . . . . S
`;

/** Looks around before each step, as programs do that dodge walls. */
const careful = `const directions = ['right', 'down', 'left', 'up'];
const free = (direction) => ['empty', 'gold'].includes(p.look(direction));
let heading = 0;
while (true) {
  const gold = field.gold();
  if (gold.length > 0 && p.x < gold[0].x && free('right')) { p.right(); continue; }
  while (!free(directions[heading])) heading = (heading + 1) % 4;
  const way = directions[heading];
  if (way === 'right') p.right();
  else if (way === 'down') p.down();
  else if (way === 'left') p.left();
  else p.up();
}
`;

/** A program of 20,000 characters, one command a line as beginners and buttons write it. */
function longProgram(): string {
  const lines = ['const step = (n) => (n % 2 === 0 ? p.right() : p.left());\n'];
  let length = lines[0]?.length ?? 0;
  for (let i = 0; ; i++) {
    const line = i % 3 === 0 ? `step(${i}); // to and fro, line ${i}\n` : 'p.right(); p.left();\n';
    length += line.length;
    if (length > 19_900) return lines.join('');
    lines.push(line);
  }
}

/** What one program is handed in a match; the world stays as it is, so that nothing ends it. */
function history(text: string): Moment[] {
  const battle = { ...parseBoard(board), turns: turns + 1 };
  return Array.from({ length: turns }, (_, turn) => ({ text, battle: { ...battle, turn } }));
}

function perTurn(text: string): number {
  const moments = history(text);
  const all = (): unknown => rebuildProgramRun('heroku', 'bench', moments);
  median(all, { least: 5, time: 300 });
  return median(all, { least: 9, time: 300 });
}

/** What the game asks of the language: reading, the world and one step a turn. */
export function gameFigures(): readonly Figure[] {
  const opening = openingText('heroku', { x: 0, y: 0 });
  const typical = perTurn(`${opening}${careful}`);
  const long = perTurn(`${opening}${longProgram()}`);
  const none = { must: null, aim: null };
  return [
    {
      name: 'one step of a program that looks',
      value: (typical / turns) * 1000,
      unit: 'µs',
      ...none,
    },
    { name: 'rebuild of 500 turns, 20,000 characters', value: long, unit: 'ms', ...none },
  ];
}
