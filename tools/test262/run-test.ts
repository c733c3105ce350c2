import { createMachine, defaultLimits, type LangError } from '../../shared/lang/index.ts';
import { commandLineNames } from '../lang-names.ts';
import type { Head } from './selection.ts';

/** How a test came out; one that meets something L3 refuses is left out with what was refused. */
export type Verdict =
  | { readonly kind: 'pass' }
  | { readonly kind: 'fail'; readonly reason: string }
  | { readonly kind: 'out'; readonly reason: string };

/** Some tests loop long or hold much; what is tested here is not the limits. */
const limits = { ...defaultLimits, steps: 5_000_000, memory: 32_000_000, source: 2_000_000 };

/** The helpers of test262 that need more than `assert` and `same`, on one line. */
const helpers = `
function $throws(type, f, m) { let e; try { f() } catch (x) { e = [x] }
if (e === undefined) throw new Error('nothing thrown: ' + m);
if (!(e[0] instanceof type) || e[0].name !== type.name) throw new Error('wrong error: ' + e[0] + ' ' + m) }
function $notSame(a, b, m) { try { same(a, b) } catch (e) { return } throw new Error('same ' + m) }
function $compare(a, b, m) { same(a.length, b.length, m); for (let i = 0; i < a.length; i++) same(a[i], b[i], m) }
`.replaceAll('\n', ' ');

/** The test in our terms: its assertions become the names of L11 and small functions. */
function convert(source: string): string {
  return source
    .replaceAll(/assert\.sameValue\b/g, 'same')
    .replaceAll(/assert\.notSameValue\b/g, '$notSame')
    .replaceAll(/assert\.throws\b/g, '$throws')
    .replaceAll(/assert\.compareArray\b|\bcompareArray\b/g, '$compare')
    .replaceAll('Test262Error', 'EvalError')
    .replaceAll('$DONOTEVALUATE();', '');
}

function errorOf(source: string): LangError | null {
  const outcome = createMachine(
    commandLineNames(() => {}),
    'test262',
    limits,
  ).run(source, 1);
  return outcome.kind === 'failed' ? outcome.error : null;
}

/** Runs a test in each mode it is meant for. */
export function runTest(head: Head, source: string): Verdict {
  for (const mode of modesOf(head)) {
    const raw = head.flags.includes('raw');
    const prefix = head.negative === null ? mode + helpers : mode;
    const error = errorOf(raw ? source : prefix + convert(source));
    if (error?.name === 'Unsupported') return { kind: 'out', reason: refusal(error) };
    const wanted = head.negative?.type.replace('Test262Error', 'EvalError') ?? null;
    if ((error?.name ?? null) !== wanted)
      return { kind: 'fail', reason: told(error, mode, wanted) };
  }
  return { kind: 'pass' };
}

function modesOf({ flags }: Head): string[] {
  const strict = '"use strict";';
  if (flags.includes('onlyStrict')) return [strict];
  return flags.includes('noStrict') || flags.includes('raw') ? [''] : ['', strict];
}

function refusal({ code, details }: LangError): string {
  const { name } = details;
  return name === undefined ? `refused ${code}` : `refused ${code} ${name}`;
}

function told(error: LangError | null, mode: string, wanted: string | null): string {
  const strict = mode === '' ? '' : ' (strict)';
  if (error === null) return `no error instead of ${wanted}${strict}`;
  return `${error.name} in line ${error.line}${strict}: ${error.message}`;
}
