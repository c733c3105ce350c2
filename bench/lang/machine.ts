import vm from 'node:vm';
import Interpreter from 'js-interpreter';
import { getQuickJS } from 'quickjs-emscripten';
import Sval from 'sval';
import { createMachine, defaultLimits, type HostNames } from '../../shared/lang/index.ts';
import { microseconds, type Figure } from './measure.ts';

/** One command that stops the program, as all of the game's commands do. */
export const names: HostNames = {
  p: { kind: 'group', members: { up: { kind: 'function', call: { kind: 'suspend' } } } },
};

/** A program `depth` calls deep that commands for ever. */
export function deepProgram(depth: number): string {
  const from = depth === 0 ? 'for (;;) p.up(1);' : `f(${depth - 1});`;
  return `function f(n) { if (n > 0) f(n - 1); else for (;;) p.up(1); } ${from}`;
}

function create(): Figure {
  const value = microseconds(2000, () => {
    createMachine(names, 'bench', defaultLimits).run('p.up(1);', 1);
  });
  return { name: 'create and run p.up(1);', value, unit: 'µs', must: 25, aim: 10 };
}

/** A text no process has compiled before, as the first time somebody types it. */
function createNew(): Figure {
  let count = 0;
  const value = microseconds(500, () => {
    createMachine(names, 'bench', defaultLimits).run(`p.up(1); // ${count++}`, 1);
  });
  return { name: 'the same, never compiled before', value, unit: 'µs', must: null, aim: null };
}

function suspendAndResume(depth: number): Figure {
  const machine = createMachine(names, 'bench', defaultLimits);
  machine.run(deepProgram(depth), 1);
  const value = microseconds(20_000, () => machine.resume(1));
  return { name: `suspend and resume, depth ${depth}`, value, unit: 'µs', must: 0.5, aim: 0.1 };
}

/** Creating with the other engines; they run on through the command, which answers at once. */
async function peers(): Promise<readonly Figure[]> {
  const one = (): number => 1;
  const figure = (name: string, value: number): Figure => {
    return { name: `  ${name}: create and run`, value, unit: 'µs', must: null, aim: null };
  };
  const quickjs = await getQuickJS();
  return [
    figure(
      'node:vm',
      microseconds(5, () => vm.runInNewContext('p.up(1);', { p: { up: one } })),
    ),
    figure(
      'sval',
      microseconds(20, () => {
        const interpreter = new Sval({ ecmaVer: 2019, sourceType: 'script', sandBox: true });
        interpreter.import({ p: { up: one } });
        interpreter.run('p.up(1);');
      }),
    ),
    figure(
      'JS-Interpreter',
      microseconds(5, () => {
        new Interpreter('function up() { return 1 } var p = { up: up }; p.up(1);').run();
      }),
    ),
    figure(
      'quickjs',
      microseconds(5, () => {
        const context = quickjs.newContext();
        context.unwrapResult(context.evalCode('const p = { up: () => 1 }; p.up(1);')).dispose();
        context.dispose();
      }),
    ),
  ];
}

/** What a machine costs besides running loops. */
export async function machineFigures(): Promise<readonly Figure[]> {
  const own = [create(), createNew(), ...[0, 50, 200].map(suspendAndResume)];
  return [...own, ...(await peers())];
}
