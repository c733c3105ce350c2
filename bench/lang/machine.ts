import v8 from 'node:v8';
import vm from 'node:vm';
import {
  createMachine,
  defaultLimits,
  type HostNames,
  type Machine,
} from '../../shared/lang/index.ts';
import { median, type Figure } from './measure.ts';

const names: HostNames = {
  p: { kind: 'group', members: { up: { kind: 'function', call: { kind: 'suspend' } } } },
};

/** Microseconds to make a machine and run `p.up(1);` until it suspends. */
function createAndRun(): Figure {
  const count = 5000;
  const milliseconds = median(() => {
    for (let i = 0; i < count; i++) createMachine(names, 'bench', defaultLimits).run('p.up(1);', 1);
  });
  return { name: 'create and run p.up(1);', value: (milliseconds / count) * 1000, unit: 'µs' };
}

/** Microseconds to answer a command and come to the next one, `depth` calls deep. */
function suspendAndResume(depth: number): Figure {
  const machine = createMachine(names, 'bench', defaultLimits);
  const source = `function f(n) { if (n > 0) f(n - 1); else for (;;) p.up(1); } f(${depth})`;
  machine.run(source, 1);
  const count = 50_000;
  const milliseconds = median(() => {
    for (let i = 0; i < count; i++) machine.resume(1);
  });
  return {
    name: `suspend and resume, depth ${depth}`,
    value: (milliseconds / count) * 1000,
    unit: 'µs',
  };
}

/** Bytes of one suspended program among many with the same source. */
function idleProgram(): Figure {
  v8.setFlagsFromString('--expose_gc');
  const collect = vm.runInNewContext('gc') as () => void;
  const count = 2000;
  const machines: Machine[] = [];
  collect();
  const before = process.memoryUsage().heapUsed;
  for (let i = 0; i < count; i++) {
    const machine = createMachine(names, 'bench', defaultLimits);
    machine.run('p.up(1);', 1);
    machines.push(machine);
  }
  collect();
  const bytes = (process.memoryUsage().heapUsed - before) / machines.length;
  return { name: 'idle program, code shared', value: bytes, unit: 'bytes' };
}

/** What a machine costs besides running loops. */
export function machineFigures(): readonly Figure[] {
  return [createAndRun(), ...[0, 100, 190].map(suspendAndResume), idleProgram()];
}
