import { describe, expect, it, test } from 'vitest';
import {
  completeness,
  createMachine,
  defaultLimits,
  problemsOf,
  type HostNames,
  type HostValue,
  type Outcome,
} from '../index.ts';
import { hostilePrograms, type Hostile } from './programs.ts';

/** What a program did, for comparing two runs. */
interface Deeds {
  readonly outcomes: readonly Outcome[];
  readonly log: readonly string[];
  readonly steps: number;
}

/** Runs a program to its end, answering its first five commands. */
function deedsOf(source: string): Deeds {
  const log: string[] = [];
  const seen = new Set<unknown>();
  const look = (args: readonly HostValue[]): void => {
    for (const value of args) {
      if (typeof value === 'function') throw new Error('a function has crossed the border');
      if (typeof value === 'object' && value !== null) {
        const proto: unknown = Object.getPrototypeOf(value);
        if (proto !== Object.prototype && proto !== Array.prototype) throw new Error('odd object');
        if (seen.has(value)) throw new Error('the same object twice');
        seen.add(value);
      }
    }
    log.push(String(args.length));
  };
  const names: HostNames = {
    log: {
      kind: 'function',
      call: {
        kind: 'answer',
        answer: (args) => {
          look(args);
          return { value: undefined };
        },
      },
    },
    p: {
      kind: 'group',
      members: {
        up: { kind: 'function', call: { kind: 'suspend' } },
        x: { kind: 'value', read: () => 3 },
      },
    },
  };
  const machine = createMachine(names, 'hostile', defaultLimits);
  const outcomes = [machine.run(source, 1)];
  for (let i = 0; i < 5 && machine.suspended; i++) outcomes.push(machine.resume(1));
  const steps = machine.stepsUsed;
  if (!machine.suspended) {
    const after = machine.run('1 + 1', 1);
    expect(after).toEqual({ kind: 'finished', value: 2 });
  }
  return { outcomes, log, steps };
}

const families = new Map<string, Hostile[]>();
for (const program of hostilePrograms) {
  families.set(program.family, [...(families.get(program.family) ?? []), program]);
}

const globalsBefore = Object.getOwnPropertyNames(globalThis).length;

describe.each([...families])('L7 L6 hostile programs: %s', (_family, programs) => {
  test.each(programs.map(({ source }) => [source.slice(0, 90), source]))('%s', (_title, source) => {
    const first = deedsOf(source);
    const second = deedsOf(source);
    expect(JSON.stringify(second)).toBe(JSON.stringify(first));
    expect(Object.getOwnPropertyNames(globalThis).length).toBe(globalsBefore);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
    expect(({} as { x?: unknown }).x).toBeUndefined();
  });
});

describe('L6 limits are not caught and not outlasted', () => {
  test.each(
    hostilePrograms.filter(({ family }) => family === 'time').map(({ source }) => [source]),
  )('%s', (source) => {
    const last = deedsOf(source).outcomes.at(-1);
    expect(last).toMatchObject({ kind: 'failed', error: { name: 'GovernorLimit' } });
  });
  test.each(
    hostilePrograms.filter(({ family }) => family === 'catch').map(({ source }) => [source]),
  )('%s', (source) => {
    const { log, outcomes } = deedsOf(source);
    expect(log).toEqual([]);
    expect(outcomes.at(-1)?.kind).toBe('failed');
  });
});

it('L9 A17 no text makes the reader or the editor fail', () => {
  for (const { source } of hostilePrograms) {
    completeness(source, defaultLimits);
    problemsOf([{ source, firstLine: 1 }], {}, defaultLimits);
  }
});
