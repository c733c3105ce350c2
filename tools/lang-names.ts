import { Shown, type HostNames, type HostValue } from '../shared/lang/index.ts';

/** What a program logs, one line a call, as `npm run lang` gives it. */
export function logLine(values: readonly HostValue[]): string {
  return values.map((value) => (typeof value === 'string' ? value : code(value, 0))).join(' ');
}

/** A value as code; deep ones are cut. */
function code(value: HostValue, depth: number): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (Object.is(value, -0)) return '-0';
  if (typeof value !== 'object' || value === null) return String(value);
  if (value instanceof Shown) return value.text;
  if (depth > 20) return '…';
  if (isList(value)) return `[${value.map((item) => code(item, depth + 1)).join(',')}]`;
  const members = Object.entries(value).map(
    ([key, item]) => `${JSON.stringify(key)}:${code(item, depth + 1)}`,
  );
  return `{${members.join(',')}}`;
}

function isList(value: object): value is readonly HostValue[] {
  return Array.isArray(value);
}

/** The names L11 gives a program: `log`, `assert` and `same`, the last two in its own language. */
export function commandLineNames(log: (line: string) => void): HostNames {
  return {
    log: {
      kind: 'function',
      call: {
        kind: 'answer',
        shows: true,
        answer: (args) => {
          log(logLine(args));
          return { value: undefined };
        },
      },
    },
    assert: {
      kind: 'program',
      source: `function assert(condition, message) {
        if (condition) return;
        throw new Error(message === undefined ? 'assertion failed' : message);
      }`,
    },
    same: {
      kind: 'program',
      source: `function same(a, b, message) {
        if (a === b ? a !== 0 || 1 / a === 1 / b : a !== a && b !== b) return;
        throw new Error(message === undefined ? 'values differ' : message);
      }`,
    },
  };
}
