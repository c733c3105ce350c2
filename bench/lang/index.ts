import { engines, type Engine } from './engines.ts';
import { machineFigures } from './machine.ts';
import { median, roughMedian } from './measure.ts';
import { programs } from './programs.ts';

/** Milliseconds of each engine for one program; null where it cannot run it. */
interface Row {
  readonly program: string;
  readonly milliseconds: Readonly<Record<string, number | null>>;
}

function timeOf(engine: Engine, source: string, expected: unknown): number | null {
  let value: unknown;
  const start = performance.now();
  try {
    value = engine.run(source);
  } catch {
    return null;
  }
  const first = performance.now() - start;
  if (value !== expected) return null;
  const work = (): void => {
    engine.run(source);
  };
  return first > 300 ? roughMedian(work) : median(work);
}

/** Geometric mean of time against the host over the programs both can run; fib and loops apart. */
function ratioOf(rows: readonly Row[], engine: string): number {
  let sum = 0;
  let count = 0;
  for (const { program, milliseconds } of rows) {
    const own = milliseconds[engine];
    const host = milliseconds['node:vm'];
    if (program === 'fib' || program === 'loops' || !own || !host) continue;
    sum += Math.log(own / host);
    count++;
  }
  return count === 0 ? Number.NaN : Math.exp(sum / count);
}

async function main(): Promise<void> {
  const all = await engines();
  const [ours] = all;
  if (ours === undefined) throw new Error('no engine');
  const rows: Row[] = Object.entries(programs).map(([program, source]) => {
    const expected = ours.run(source);
    const times = all.map((engine) => [engine.name, timeOf(engine, source, expected)] as const);
    return { program, milliseconds: Object.fromEntries(times) };
  });
  const ratios = Object.fromEntries(all.map(({ name }) => [name, ratioOf(rows, name)]));
  const figures = machineFigures();
  if (process.argv.includes('--json')) {
    console.log(JSON.stringify({ rows, ratios, figures }));
    return;
  }
  const cell = (text: string): string => text.padStart(16);
  console.log(`${'milliseconds'.padEnd(14)}${all.map(({ name }) => cell(name)).join('')}`);
  for (const { program, milliseconds } of rows) {
    const cells = all.map(({ name }) => cell(milliseconds[name]?.toFixed(2) ?? '–'));
    console.log(`${program.padEnd(14)}${cells.join('')}`);
  }
  const means = all.map(({ name }) => cell(`${ratios[name]?.toFixed(1) ?? '–'}×`));
  console.log(`${'geometric mean'.padEnd(14)}${means.join('')}\n`);
  for (const { name, value, unit } of figures) {
    console.log(
      `${name.padEnd(32)}${value.toFixed(unit === 'bytes' ? 0 : 3).padStart(10)} ${unit}`,
    );
  }
}

await main();
