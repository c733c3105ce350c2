import vm from 'node:vm';
import { Listener, tell, type Behaviour } from '../../shared/lang/fuzz/compare.ts';

/** How deep a value may be that crosses to the host (as `toHost` has it). */
const deepest = 50;

/** Runs a program of the fuzzer in the host's own engine; null when it takes too long. */
export function behaviourThere(source: string): Behaviour | null {
  const listener = new Listener();
  const { log } = listener;
  let context: vm.Context | null = null;
  const checked = (args: readonly unknown[]): readonly unknown[] => {
    if (args.some((value) => isTooDeep(value, 0))) {
      throw vm.runInContext('new TypeError()', context as vm.Context);
    }
    return args;
  };
  context = vm.createContext({
    log: (...args: unknown[]) => listener.hear(checked(args)),
    ask: (...args: unknown[]) => listener.answer(checked(args)),
  });
  try {
    const value: unknown = vm.runInContext(source, context, { timeout: 3000 });
    return { value: tell(value), error: null, log };
  } catch (error) {
    if ((error as NodeJS.ErrnoException | null)?.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT')
      return null;
    const typeOf = vm.runInContext(
      '(e) => e instanceof Error ? e.constructor.name : "value"',
      context,
    ) as (e: unknown) => string;
    // An error of the parser belongs to the host.
    const type = error instanceof SyntaxError ? 'SyntaxError' : typeOf(error);
    return { value: '', error: type, log };
  }
}

function isTooDeep(value: unknown, depth: number): boolean {
  if ((typeof value !== 'object' && typeof value !== 'function') || value === null) return false;
  if (depth > deepest) return true;
  if (Array.isArray(value)) return value.some((item) => isTooDeep(item, depth + 1));
  if (Object.prototype.toString.call(value) !== '[object Object]') return false;
  return Object.values(value).some((item) => isTooDeep(item, depth + 1));
}
