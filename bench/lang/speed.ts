import { engines, type Engine } from './engines.ts';
import { median } from './measure.ts';
import { programs } from './programs.ts';

/** Milliseconds of each engine for one program; null where it cannot run it. */
export interface Row {
  readonly program: string;
  readonly milliseconds: Readonly<Record<string, number | null>>;
}

export interface Speed {
  readonly rows: readonly Row[];
  /** Geometric mean of time against the host over the typical programs, by engine. */
  readonly ratios: Readonly<Record<string, number>>;
}

/** Programs with a limit of their own, which do not count as typical ones. */
export const single = ['fib', 'loops'];

function timeOf({ run }: Engine, source: string, expected: unknown): number | null {
  const once = (): unknown => run(source);
  try {
    if (once() !== expected) return null;
  } catch {
    return null;
  }
  const first = median(once, { least: 1, time: 0 });
  if (first > 300) return median(once, { least: 2, time: 0 });
  median(once, { least: 5, time: 150 });
  return median(once, { least: 9, time: 250 });
}

function ratioOf(rows: readonly Row[], engine: string): number {
  const logs: number[] = [];
  for (const { program, milliseconds } of rows) {
    const own = milliseconds[engine];
    const host = milliseconds['node:vm'];
    if (single.includes(program) || !own || !host) continue;
    logs.push(Math.log(own / host));
  }
  return Math.exp(logs.reduce((sum, one) => sum + one, 0) / logs.length);
}

/** Every program in every engine. Ours runs all of them first, as a process that serves matches has. */
export async function speed(): Promise<Speed> {
  const all = await engines();
  const [ours] = all;
  if (ours === undefined) throw new Error('no engine');
  for (const source of Object.values(programs)) {
    median(() => ours.run(source), { least: 5, time: 100 });
  }
  const rows = Object.entries(programs).map(([program, source]) => {
    const expected = ours.run(source);
    const times = all.map((engine) => [engine.name, timeOf(engine, source, expected)] as const);
    return { program, milliseconds: Object.fromEntries(times) };
  });
  const ratios = Object.fromEntries(all.map(({ name }) => [name, ratioOf(rows, name)]));
  return { rows, ratios };
}
