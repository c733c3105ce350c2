import vm from 'node:vm';
import { Listener, tell, type Behaviour } from '../../shared/lang/fuzz/compare.ts';

/** How deep a value may be that crosses to the host (as `toHost` has it). */
const deepest = 50;

/**
 * What engines do differently from each other, done in a context as the language fixes it. The standard
 * leaves open what a comparison is asked: here a short list is ordered by binary insertion behind its
 * first run. It says that a reviver is told how a value was written: an engine that does not know that
 * yet is no judge.
 */
const fixed = String.raw`
'use strict';
(noJudge) => {
  const { sort, toSorted } = Array.prototype, { parse } = JSON;
  const insertion = (items, compare) => {
    const before = (one, other) => compare(one, other) < 0;
    if (items.length < 2) return items;
    const down = before(items[1], items[0]);
    let run = 2;
    while (run < items.length && before(items[run], items[run - 1]) === down) run++;
    const sorted = items.slice(0, run);
    if (down) sorted.reverse();
    for (const item of items.slice(run)) {
      let left = 0, right = sorted.length;
      while (left < right) {
        const middle = (left + right) >> 1;
        if (before(item, sorted[middle])) right = middle;
        else left = middle + 1;
      }
      sorted.splice(left, 0, item);
    }
    return sorted;
  };
  Array.prototype.sort = function (compare) {
    if (typeof compare !== 'function' || this.length > 63) return sort.call(this, compare);
    const items = [];
    for (let i = 0; i < this.length; i++) if (i in this) items.push(this[i]);
    const sorted = insertion(items.filter((item) => item !== undefined), compare);
    const all = [...sorted, ...Array(items.length - sorted.length)];
    for (let i = 0; i < this.length; i++) {
      if (i < all.length) this[i] = all[i];
      else if (i in this) delete this[i];
    }
    return this;
  };
  Array.prototype.toSorted = function (compare) {
    if (typeof compare !== 'function' || this.length > 63) return toSorted.call(this, compare);
    return Array.from(this).sort(compare);
  };
  let tells = false;
  parse('1', (key, value, context) => { tells = context !== undefined; });
  if (tells) return;
  JSON.parse = function (text, reviver) {
    if (typeof reviver === 'function') noJudge();
    return parse(text, reviver);
  };
}`;

/**
 * Runs a program of the fuzzer in the host's own engine; null when it takes too long, or when that
 * engine is too old to judge it.
 */
export function behaviourThere(source: string): Behaviour | null {
  const listener = new Listener();
  const { log } = listener;
  let isJudge = true;
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
  const fix = vm.runInContext(fixed, context) as (noJudge: () => void) => void;
  fix(() => (isJudge = false));
  try {
    const value: unknown = vm.runInContext(source, context, { timeout: 3000 });
    return isJudge ? { value: tell(value), error: null, log } : null;
  } catch (error) {
    if ((error as NodeJS.ErrnoException | null)?.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT')
      return null;
    if (!isJudge) return null;
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
