import { createMachine, defaultLimits, type HostNames, type HostValue } from '../index.ts';

/** What a program did, as far as two engines must agree (L1): its value, error type and log. */
export interface Behaviour {
  readonly value: string;
  readonly error: string | null;
  readonly log: readonly string[];
}

/** A value as text. Functions, maps, sets and errors are told by kind only, since they are not copied. */
export function tell(value: unknown, depth = 0): string {
  if (typeof value === 'function' || typeof value === 'undefined') return 'undefined';
  if (typeof value === 'string') return JSON.stringify(value);
  if (Object.is(value, -0)) return '-0';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value !== 'object' || value === null) return 'null';
  if (depth > 8) return '…';
  if (Array.isArray(value)) {
    return `[${Array.from(value, (item: unknown) => tell(item, depth + 1)).join(', ')}]`;
  }
  const tag = Object.prototype.toString.call(value);
  if (tag === '[object Error]' || tag === '[object Map]' || tag === '[object Set]')
    return 'undefined';
  const parts = Object.entries(value).map(([key, item]) => `${key}: ${tell(item, depth + 1)}`);
  return `{${parts.join(', ')}}`;
}

const limits = { ...defaultLimits, steps: 200_000, memory: 8_000_000, depth: 400 };

/** Runs a program here. Null when a governor limit or L3 ended it, which other engines have not. */
export function behaviourHere(source: string): Behaviour | null {
  const log: string[] = [];
  const answer = (args: readonly HostValue[]) => {
    log.push(args.map((value) => tell(value)).join(' '));
    return { value: undefined };
  };
  const names: HostNames = { log: { kind: 'function', call: { kind: 'answer', answer } } };
  const outcome = createMachine(names, 'fuzz', limits).run(source, 1);
  if (outcome.kind === 'suspended') throw new Error('nothing suspends here');
  if (outcome.kind === 'finished') return { value: tell(outcome.value), error: null, log };
  const { name, code } = outcome.error;
  if (name === 'GovernorLimit' || name === 'Unsupported') return null;
  return { value: '', error: code === 'uncaught-value' ? 'value' : name, log };
}
