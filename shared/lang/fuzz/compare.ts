import {
  createMachine,
  defaultLimits,
  type HostFunction,
  type HostNames,
  type HostValue,
} from '../index.ts';

/** What a program did, as far as two engines must agree (L1): its value, error type and log. */
export interface Behaviour {
  readonly value: string;
  /** The type of the error that ended it, `value` for a thrown value that is no error. */
  readonly error: string | null;
  readonly log: readonly string[];
}

/** A value as text. What is not data is told alike whatever it is, since it is not copied. */
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
  if (tag === '[object Number]') return tell(Number.prototype.valueOf.call(value));
  if (tag === '[object String]') return tell(String.prototype.valueOf.call(value));
  if (tag === '[object Boolean]') return tell(Boolean.prototype.valueOf.call(value));
  if (tag !== '[object Object]') return 'undefined';
  const parts = Object.entries(value).map(([key, item]) => `${key}: ${tell(item, depth + 1)}`);
  return `{${parts.join(', ')}}`;
}

/** The two functions every program of the fuzzer may call, and what they have heard. */
export class Listener {
  readonly log: string[] = [];
  private asked = 0;

  hear(args: readonly unknown[]): void {
    this.log.push(args.map((value) => tell(value)).join(' '));
  }

  answer(args: readonly unknown[]): number {
    this.hear(args);
    return (this.asked++ % 5) - 1;
  }
}

const limits = { ...defaultLimits, steps: 200_000, memory: 8_000_000, depth: 400 };

/**
 * Runs a program here. Null when a governor limit or L3 ended it, which other engines have not.
 * With `suspends` every call of the host stops the program and resumes it.
 */
export function behaviourHere(source: string, suspends = false): Behaviour | null {
  const listener = new Listener();
  const call = (work: (args: readonly HostValue[]) => HostValue): HostFunction =>
    suspends ? { kind: 'suspend' } : { kind: 'answer', answer: (args) => ({ value: work(args) }) };
  const work: Record<string, (args: readonly HostValue[]) => HostValue> = {
    log: (args) => {
      listener.hear(args);
      return undefined;
    },
    ask: (args) => listener.answer(args),
  };
  const names: HostNames = Object.fromEntries(
    Object.entries(work).map(([name, fn]) => [name, { kind: 'function', call: call(fn) }]),
  );
  const machine = createMachine(names, 'fuzz', limits);
  let outcome = machine.run(source, 1);
  while (outcome.kind === 'suspended') {
    const { name, args } = outcome.call;
    outcome = machine.resume(work[name]?.(args));
  }
  const { log } = listener;
  if (outcome.kind === 'finished') return { value: tell(outcome.value), error: null, log };
  const { name, code } = outcome.error;
  if (code === 'machine-fault') throw new Error('the machine has failed');
  if (name === 'GovernorLimit' || name === 'Unsupported') return null;
  return { value: '', error: code === 'uncaught-value' ? 'value' : name, log };
}
