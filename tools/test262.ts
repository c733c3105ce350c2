import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createMachine, defaultLimits } from '../shared/lang/index.ts';
import { commandLineNames } from './lang-names.ts';

/**
 * Runs the tests of a test262 checkout that use only our subset and prints how many pass:
 * `tsx tools/test262.ts PATH [--list] [FILTER]`. The data is not part of this project.
 */
interface Meta {
  readonly flags: readonly string[];
  readonly features: readonly string[];
  readonly includes: readonly string[];
  readonly negative: { readonly phase: string; readonly type: string } | null;
}

type Verdict = 'pass' | 'fail' | 'skip';

interface Result {
  readonly verdict: Verdict;
  readonly reason: string;
}

const folders = {
  core: ['language'],
  rest: `Array String Number Object Math JSON Map Set parseInt parseFloat isNaN isFinite Error
    NativeErrors Boolean undefined NaN Infinity`
    .split(/\s+/)
    .map((name) => `built-ins/${name}`),
};

/** Features of JavaScript that L1 and L2 leave out. */
const featuresOut = new RegExp(
  `class|Symbol|generator|async|BigInt|Proxy|Reflect|regexp|import|export|TypedArray|ArrayBuffer|
  |Weak|Promise|dynamic|destructuring-assignment-iter|iterator-helpers|resizable|Temporal|
  |explicit-resource|decorators|set-methods|upsert|array-grouping|Array.fromAsync|cross-realm|
  |new.target|tail-call|json-parse-with-source|Math.sumPrecise|Float16|Error.isError|AggregateError|
  |String.prototype.matchAll|String.raw|super|caller|globalThis|host-gc|json-modules|
  |Object.hasOwn|Object.is|Object.getOwn|__proto__|__getter__|__setter__|legacy-regexp|source-phase|
  |canonical-tz|stable-|error-cause-x|IsHTMLDDA|import-|well-formed-x`
    .replaceAll(/\s*\|?\n\s*/g, '')
    .replaceAll('||', '|'),
);

/** Words of a test that leave the subset although no feature says so. */
const wordsOut =
  /\b(?:class|async|await|yield|import|export|super|Symbol|eval|Function|with|arguments|RegExp|Date|Proxy|Reflect|new\.target|Promise|BigInt|globalThis|prototype|defineProperty|getOwnPropertyDescriptor|\$262|\$DONE|verifyProperty|get|set|debugger)\b|`[^`]*`\s*`|\w`|\/\[|function\s*\*/;

function readMeta(source: string): Meta {
  const yaml = /\/\*---([\s\S]*?)---\*\//.exec(source)?.[1] ?? '';
  const list = (name: string): string[] => {
    const flow = new RegExp(`^${name}:\\s*\\[([^\\]]*)\\]`, 'm').exec(yaml)?.[1];
    if (flow !== undefined) return flow.split(',').map((item) => item.trim());
    const block = new RegExp(`^${name}:\\s*\\n((?:\\s+- .*\\n?)+)`, 'm').exec(yaml)?.[1] ?? '';
    return [...block.matchAll(/- (.*)/g)].map((item) => (item[1] ?? '').trim());
  };
  const phase = /negative:[\s\S]*?phase:\s*(\w+)/.exec(yaml)?.[1];
  const type = /negative:[\s\S]*?type:\s*(\w+)/.exec(yaml)?.[1];
  const negative = phase !== undefined && type !== undefined ? { phase, type } : null;
  return { flags: list('flags'), features: list('features'), includes: list('includes'), negative };
}

const helpers = `function $throws(type, f, m) { let e; try { f() } catch (x) { e = [x] }
if (e === undefined) throw new Error('nothing thrown: ' + m);
if (!(e[0] instanceof type)) throw new Error('wrong error: ' + e[0] + ' ' + m) }
function $notSame(a, b, m) { try { same(a, b) } catch (e) { return } throw new Error('same ' + m) }
function $compare(a, b, m) { same(a.length, b.length, m); for (let i = 0; i < a.length; i++) same(a[i], b[i], m) }
`.replaceAll('\n', ' ');

/** The test in our terms: its assertions become the three names of L11 and small functions. */
function convert(source: string): string {
  return source
    .replaceAll(/assert\.sameValue\b/g, 'same')
    .replaceAll(/assert\.notSameValue\b/g, '$notSame')
    .replaceAll(/assert\.throws\b/g, '$throws')
    .replaceAll(/assert\.compareArray\b|\bcompareArray\b/g, '$compare')
    .replaceAll('Test262Error', 'EvalError')
    .replaceAll('$DONOTEVALUATE();', '');
}

function run(source: string): {
  readonly error: { name: string; code: string; message: string; line: number } | null;
} {
  const machine = createMachine(
    commandLineNames(() => {}),
    'test262',
    { ...defaultLimits, steps: 5_000_000, memory: 32_000_000, source: 2_000_000 },
  );
  const outcome = machine.run(source, 1);
  return { error: outcome.kind === 'failed' ? outcome.error : null };
}

function judge(source: string, meta: Meta): Result {
  if (meta.flags.some((flag) => /module|async|CanBlock|non-deterministic/.test(flag))) {
    return { verdict: 'skip', reason: 'flag' };
  }
  if (meta.features.some((feature) => featuresOut.test(feature))) {
    return { verdict: 'skip', reason: 'feature' };
  }
  if (meta.includes.some((name) => name !== 'compareArray.js')) {
    return { verdict: 'skip', reason: 'include' };
  }
  const body = source.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/\/\/.*/g, '');
  const raw = meta.flags.includes('raw');
  if (meta.negative !== null) {
    if (wordsOut.test(body)) return { verdict: 'skip', reason: 'word' };
    const strict = meta.flags.includes('onlyStrict') ? '"use strict";' : '';
    const { error } = run(raw ? source : strict + convert(source));
    if (error?.name === 'Unsupported') return { verdict: 'skip', reason: error.code };
    return error?.name === meta.negative.type
      ? { verdict: 'pass', reason: '' }
      : { verdict: 'fail', reason: `negative: ${error?.name} ${error?.message}` };
  }
  const modes = meta.flags.includes('onlyStrict')
    ? ['"use strict";']
    : meta.flags.includes('noStrict') || raw
      ? ['']
      : ['', '"use strict";'];
  for (const mode of modes) {
    const { error } = run(raw ? source : mode + helpers + convert(source));
    if (error === null) continue;
    if (error.name === 'Unsupported')
      return { verdict: 'skip', reason: `${error.code} ${error.message}` };
    return { verdict: 'fail', reason: `${mode} ${error.line} ${error.name} ${error.message}` };
  }
  return { verdict: 'pass', reason: '' };
}

function* files(folder: string): Iterable<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* files(path);
    else if (entry.name.endsWith('.js') && !entry.name.includes('_FIXTURE')) yield path;
  }
}

function main(): void {
  const [root, ...rest] = process.argv.slice(2);
  if (root === undefined) throw new Error('usage: tsx tools/test262.ts PATH [--list] [FILTER]');
  const list = rest.includes('--list');
  const skips = rest.includes('--skips');
  const filter = rest.find((one) => !one.startsWith('--')) ?? '';
  const skipReasons = new Map<string, number>();
  for (const [group, paths] of Object.entries(folders)) {
    const counts = { pass: 0, fail: 0, skip: 0 };
    const negatives = { pass: 0, fail: 0, skip: 0 };
    for (const path of paths) {
      for (const file of files(join(root, 'test', path))) {
        if (!file.includes(filter)) continue;
        const source = readFileSync(file, 'utf8');
        const meta = readMeta(source);
        let result: Result;
        try {
          result = judge(source, meta);
        } catch (error) {
          result = { verdict: 'fail', reason: `CRASH ${String(error)}` };
        }
        (meta.negative === null ? counts : negatives)[result.verdict]++;
        if (list && result.verdict === 'fail') console.log(`${file} ${result.reason}`);
        if (result.verdict === 'skip') {
          skipReasons.set(result.reason, (skipReasons.get(result.reason) ?? 0) + 1);
        }
      }
    }
    for (const [name, { pass, fail, skip }] of Object.entries({
      [group]: counts,
      [`${group} must-be-SyntaxError`]: negatives,
    })) {
      const share = ((100 * pass) / Math.max(1, pass + fail)).toFixed(2);
      console.log(`${name}: ${pass} of ${pass + fail} (${share} %), ${skip} outside the subset`);
    }
  }
  if (skips) {
    for (const [reason, count] of [...skipReasons].sort((a, b) => b[1] - a[1]).slice(0, 60)) {
      console.log(count, reason);
    }
  }
}

main();
