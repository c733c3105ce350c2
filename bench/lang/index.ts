import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { gameFigures } from './game.ts';
import { hunt, type Hunted } from './hunt.ts';
import { machineFigures } from './machine.ts';
import type { Figure } from './measure.ts';
import { memoryFigures } from './memory.ts';
import { speed, type Speed } from './speed.ts';
import { dearestTurns, type DearTurn } from './worst.ts';

/** Minutes of processor time for the search: one, or as many as `--hunt N` says. */
const huntFlag = process.argv.indexOf('--hunt');
const minutes = huntFlag < 0 ? 1 : Number(process.argv[huntFlag + 1]);
if (!(minutes > 0)) throw new Error('usage: npm run bench:lang -- [--json] [--hunt MINUTES]');

/** Parts are measured in processes of their own, so that none finds what another has left behind. */
const parts = {
  speed,
  machine: machineFigures,
  memory: () => Promise.resolve(memoryFigures()),
  game: () => Promise.resolve(gameFigures()),
  worst: () => Promise.resolve(dearestTurns().slice(0, 10)),
  hunted: () => Promise.resolve(hunt(minutes, 'hunt')),
};

/** The longest a part may take; a search on a busy machine takes many times its processor time. */
const patience = 240_000 + 600_000 * minutes;

function measured(part: keyof typeof parts): unknown {
  const { status, stdout } = spawnSync(
    process.execPath,
    [
      ...process.execArgv,
      '--expose-gc',
      fileURLToPath(import.meta.url),
      `--part=${part}`,
      '--hunt',
      String(minutes),
    ],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], timeout: patience },
  );
  if (status !== 0) throw new Error(`the part ${part} has failed`);
  return JSON.parse(stdout);
}

function figureOf(milliseconds: number, name: string): Figure {
  return { name, value: milliseconds, unit: 'ms', must: 15, aim: 10 };
}

function printSpeed({ rows, ratios }: Speed): void {
  const engines = Object.keys(ratios);
  const cells = (texts: readonly string[]): string =>
    texts.map((text) => text.padStart(16)).join('');
  console.log(`${'milliseconds'.padEnd(16)}${cells(engines)}`);
  for (const { program, milliseconds } of rows) {
    const times = engines.map((name) => milliseconds[name]?.toFixed(2) ?? '–');
    console.log(`${program.padEnd(16)}${cells(times)}`);
  }
  const means = engines.map((name) => `${ratios[name]?.toFixed(1) ?? '–'}×`);
  console.log(`${'mean of nine'.padEnd(16)}${cells(means)}\n`);
}

function printFigures(figures: readonly Figure[]): void {
  console.log(
    `${''.padEnd(42)}${'measured'.padStart(14)}${'must'.padStart(10)}${'aim'.padStart(10)}`,
  );
  for (const { name, value, unit, must, aim } of figures) {
    const shown = `${value.toFixed(unit === 'bytes' ? 0 : 2)} ${unit}`;
    const limits = [must, aim].map((one) => String(one ?? '').padStart(10)).join('');
    console.log(`${name.padEnd(42)}${shown.padStart(14)}${limits}`);
  }
  console.log();
}

function printTurns(turns: readonly DearTurn[]): void {
  for (const { program, milliseconds, end } of turns) {
    const start = JSON.stringify(program.slice(0, 70));
    console.log(`${milliseconds.toFixed(1).padStart(8)}  ${(end ?? 'goes on').padEnd(16)}${start}`);
  }
}

function huntTitle(tried: number, fib: number): string {
  return `dearest of ${tried} hunted turns, milliseconds (must: 50 where fib(25) takes 10; it took ${fib.toFixed(1)})`;
}

/** The search alone, with whole programs, so that they can be looked at. */
function printHunt(): void {
  const { tried, turns, fib } = measured('hunted') as Hunted;
  console.log(huntTitle(tried, fib));
  printTurns(turns);
  console.log(`\n${turns[0]?.program ?? ''}`);
}

function main(): void {
  if (huntFlag >= 0 && !process.argv.includes('--json')) {
    printHunt();
    return;
  }
  const fast = measured('speed') as Speed;
  const figures = ['machine', 'memory', 'game'].flatMap(
    (part) => measured(part as keyof typeof parts) as Figure[],
  );
  const worst = measured('worst') as DearTurn[];
  const hunted = measured('hunted') as Hunted;
  if (process.argv.includes('--json')) {
    console.log(JSON.stringify({ speed: fast, figures, worst, hunted }));
    return;
  }
  printSpeed(fast);
  const times = fast.rows
    .slice(0, 2)
    .map(({ program, milliseconds }) =>
      figureOf(
        milliseconds['ours'] ?? Number.NaN,
        program === 'fib' ? 'fib(25)' : '500 × 500 loops',
      ),
    );
  printFigures([...times, ...figures]);
  console.log('dearest turns of those that are known, milliseconds (must: 50)');
  printTurns(worst);
  console.log(`\n${huntTitle(hunted.tried, hunted.fib)}`);
  printTurns(hunted.turns.slice(0, 10));
}

const asked = process.argv.find((argument) => argument.startsWith('--part='))?.slice(7);
if (asked === undefined) main();
else if (asked in parts) console.log(JSON.stringify(await parts[asked as keyof typeof parts]()));
else throw new Error(`no part ${asked}`);
