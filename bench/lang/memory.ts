import { createMachine, defaultLimits, type Machine } from '../../shared/lang/index.ts';
import { names } from './machine.ts';
import type { Figure } from './measure.ts';

const oneCommand = 'p.up(1);';

/** About what a player writes in five minutes: functions, data and a loop that commands. */
const typical = `const seen = new Set();
const plan = [];
function key(x, y) { return x * 100 + y; }
function mark(x, y) {
  if (seen.has(key(x, y))) return false;
  seen.add(key(x, y));
  return true;
}
function best(list, score) {
  let found = null, most = -Infinity;
  for (const one of list) {
    const value = score(one);
    if (value > most) { most = value; found = one; }
  }
  return found;
}
for (let x = 0; x < 4; x++) for (let y = 0; y < 4; y++) if (mark(x, y)) plan.push({ x, y });
const go = (n) => {
  while (n > 0) {
    const to = best(plan, ({ x, y }) => (x * 7 + y * 3) % 11);
    if (to === null) return;
    p.up(to.x);
    n--;
  }
};
go(20);
`;

function collect(): void {
  if (globalThis.gc === undefined) throw new Error('memory is measured with --expose-gc');
  globalThis.gc();
  globalThis.gc();
}

/** Bytes of the host's heap that each of many suspended programs keeps alive. */
function bytesEach(count: number, sourceOf: (index: number) => string): number {
  const machines: Machine[] = [];
  const add = (index: number): void => {
    const machine = createMachine(names, 'bench', defaultLimits);
    machine.run(sourceOf(index), 1);
    if (!machine.suspended) throw new Error('the program is not idle');
    machines.push(machine);
  };
  // The first ones fill the store of compiled sources, which is of a fixed size.
  for (let i = 0; i < 400; i++) add(i);
  collect();
  const before = process.memoryUsage().heapUsed;
  for (let i = 400; i < 400 + count; i++) add(i);
  collect();
  const bytes = process.memoryUsage().heapUsed - before;
  if (machines.length !== count + 400) throw new Error('a machine is missing');
  return bytes / count;
}

/** What programs weigh while they wait for their turn. */
export function memoryFigures(): readonly Figure[] {
  const shared = { unit: 'bytes', must: 3000, aim: 1000 } as const;
  const own = { unit: 'bytes', must: 15_000, aim: null } as const;
  return [
    { name: 'idle p.up(1);, code shared', value: bytesEach(4000, () => oneCommand), ...shared },
    {
      name: 'idle p.up(1);, its own code',
      value: bytesEach(2000, (index) => `${oneCommand} // ${index}`),
      ...own,
    },
    {
      name: 'idle typical program, code shared',
      value: bytesEach(2000, () => typical),
      unit: 'bytes',
      must: null,
      aim: null,
    },
    {
      name: 'idle typical program, its own code',
      value: bytesEach(1000, (index) => `${typical}// ${index}`),
      ...own,
    },
  ];
}
