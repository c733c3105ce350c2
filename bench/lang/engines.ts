import vm from 'node:vm';
import Interpreter from 'js-interpreter';
import { getQuickJS } from 'quickjs-emscripten';
import Sval from 'sval';
import { createMachine, defaultLimits } from '../../shared/lang/index.ts';

/** Runs a program from its text to the value of its last line. */
export interface Engine {
  readonly name: string;
  /** Throws when the engine cannot run the program. */
  readonly run: (source: string) => unknown;
}

const limits = { ...defaultLimits, steps: 1_000_000_000, memory: 64_000_000, source: 1_000_000 };

/** Ours, with limits wide enough for the table and all checks on. */
const ours: Engine = {
  name: 'ours',
  run: (source) => {
    const outcome = createMachine({}, 'bench', limits).run(source, 1);
    if (outcome.kind === 'finished') return outcome.value;
    throw new Error(outcome.kind === 'failed' ? outcome.error.message : 'suspended');
  },
};

/** The host's engine: the program compiled once as a function, so that it is optimised. */
function native(): Engine {
  const context = vm.createContext({});
  const compiled = new Map<string, () => unknown>();
  return {
    name: 'node:vm',
    run: (source) => {
      let fn = compiled.get(source);
      if (fn === undefined) {
        const body = source.replace(/([^\n]*)$/, 'return $1');
        fn = vm.runInContext(`(function () { ${body}\n})`, context) as () => unknown;
        compiled.set(source, fn);
      }
      return fn();
    },
  };
}

const sval: Engine = {
  name: 'sval',
  run: (source) => {
    const interpreter = new Sval({ ecmaVer: 2019, sourceType: 'script', sandBox: true });
    const lines = source.split('\n');
    const last = lines.pop() ?? '';
    interpreter.run(`${lines.join('\n')}\nexports.value = ${last};`);
    return (interpreter.exports as { readonly value?: unknown }).value;
  },
};

/** It knows ECMAScript 5 only: declarations are rewritten for it, arrows and the like fail. */
const jsInterpreter: Engine = {
  name: 'JS-Interpreter',
  run: (source) => {
    const interpreter = new Interpreter(source.replaceAll(/\b(?:let|const)\b/g, 'var'));
    interpreter.run();
    return interpreter.value;
  },
};

async function quickjs(): Promise<Engine> {
  const library = await getQuickJS();
  return {
    name: 'quickjs',
    run: (source) => {
      const context = library.newContext();
      try {
        const result = context.unwrapResult(context.evalCode(source));
        const value: unknown = context.dump(result);
        result.dispose();
        return value;
      } finally {
        context.dispose();
      }
    },
  };
}

/** All engines, ours first and the host's second. */
export async function engines(): Promise<readonly Engine[]> {
  return [ours, native(), sval, jsInterpreter, await quickjs()];
}
