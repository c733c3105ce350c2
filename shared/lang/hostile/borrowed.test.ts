import { expect, it } from 'vitest';
import { createMachine, defaultLimits, type HostNames } from '../index.ts';
import { library } from '../library/library.ts';

const names: HostNames = {
  log: { kind: 'function', call: { kind: 'answer', answer: () => ({ value: undefined }) } },
  p: {
    kind: 'group',
    members: {
      up: { kind: 'function', call: { kind: 'suspend' } },
      x: { kind: 'value', read: () => 1 },
    },
  },
};

/** One thing of every kind a program can hold. */
const things = `[], [1, , "b"], {}, { length: 2, 0: 1 }, () => 1, Math.max, [].map, Math, JSON,
  new Error("x"), new Map([[1, 2]]), new Set([1]), [1].values(), new Map().keys(), new String("xy"),
  new Number(1), Object(true), "text", 1, true, null, undefined, log, p, p.up, Object, NaN`;

it(
  'L7 a method borrowed for any object with any argument ends in a value, an error or a refusal',
  {
    timeout: 60_000,
  },
  () => {
    const { methods } = library();
    const owners = {
      object: '({})',
      string: '""',
      number: '(1)',
      boolean: 'true',
      array: '[]',
      function: '(() => 1)',
      error: 'new Error()',
      map: 'new Map()',
      set: 'new Set()',
      iterator: '[].values()',
    };
    const borrowed = Object.entries(owners).flatMap(([table, owner]) =>
      Object.keys(methods[table as keyof typeof methods]).map((name) => `${owner}.${name}`),
    );
    const fixed = ['Object', 'Array', 'String', 'Number', 'Math', 'JSON'].flatMap((owner) => {
      const { bag } = library().globals.get(owner) as { bag: Record<string, unknown> };
      return Object.keys(bag).map((name) => `${owner}.${name}`);
    });
    const globals = [...library().globals.keys()];
    const limits = { ...defaultLimits, steps: 2000, memory: 200_000 };
    const count = things.replaceAll(/\[[^\]]*\]|\{[^}]*\}|\([^)]*\)/g, '').split(',').length;
    for (const method of [...borrowed, ...fixed, ...globals]) {
      const machine = createMachine(names, 'borrowed', limits);
      machine.run(`const things = [${things}], method = ${method};`, 1);
      for (let self = 0; self < count; self++) {
        for (let arg = 0; arg < count; arg += 6) {
          let outcome = machine.run(`[things[${arg}]].map(method, things[${self}])`, 1);
          while (outcome.kind === 'suspended') outcome = machine.resume(1);
          expect(['finished', 'failed']).toContain(outcome.kind);
        }
      }
    }
    expect(borrowed.length).toBeGreaterThan(90);
  },
);
