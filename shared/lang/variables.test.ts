import { describe, expect, it, test } from 'vitest';
import { createMachine, defaultLimits, type HostNames, type Machine } from './index.ts';

const names: HostNames = {
  p: {
    kind: 'group',
    members: { up: { kind: 'function', call: { kind: 'suspend' } } },
  },
  each: {
    kind: 'program',
    source: 'function each(list, work) { for (let i = 0; i < list.length; i++) work(list[i]) }',
  },
};

/** What is shown each time the program stands in a command, and once more at its end. */
function views(source: string): Readonly<Record<string, string>>[] {
  const machine = createMachine(names, 'seed', defaultLimits);
  const seen = [];
  let outcome = machine.run(source, 1);
  while (outcome.kind === 'suspended') {
    seen.push(shown(machine));
    outcome = machine.resume(1);
  }
  expect(outcome).toMatchObject({ kind: 'finished' });
  return [...seen, shown(machine)];
}

/** Without functions, which the tests need and do not look at. */
function shown(machine: Machine): Readonly<Record<string, string>> {
  const own = Object.entries(machine.variables());
  return Object.fromEntries(own.filter(([, value]) => !value.startsWith('function')));
}

describe('L10 the variables of a suspended program', () => {
  test.each<[string, string, readonly Readonly<Record<string, string>>[]]>([
    [
      'of a loop, until it ends',
      'let n = 5; for (let i = 0; i < 2; i++) p.up()',
      [{ i: '0', n: '5' }, { i: '1', n: '5' }, { n: '5' }],
    ],
    ['of for…of', 'for (const [k, v] of [["a", 1]]) p.up()', [{ k: '"a"', v: '1' }, {}]],
    ['of for…in', 'for (const k in { a: 1 }) p.up()', [{ k: '"a"' }, {}]],
    [
      'parameters, rest, patterns and defaults',
      'function f(a, { b, c = b + 1 }, [d] = [9], ...e) { p.up() } f(1, { b: 2 }, undefined, 3, 4)',
      [{ a: '1', b: '2', c: '3', d: '9', e: '[3, 4]' }, {}],
    ],
    ['a missing argument', 'function f(a) { p.up() } f()', [{ a: 'undefined' }, {}]],
    [
      'var from the start of its function',
      'function f() { p.up(); if (false) { var v = 1 } } f()',
      [{ v: 'undefined' }, {}],
    ],
    [
      'let and const only once they have a value',
      'function f() { const a = p.up(); p.up(); let b = 2; p.up() } f()',
      [{}, { a: '1' }, { a: '1', b: '2' }, {}],
    ],
    [
      'nothing of the turn before while a block of a loop begins anew',
      'for (const k of [1, 2]) { p.up(); const late = k; p.up() }',
      [{ k: '1' }, { k: '1', late: '1' }, { k: '2' }, { k: '2', late: '2' }, {}],
    ],
    [
      'the inner one of two names, the outer one again behind its block',
      'let x = 1; { let x = 2; { let x = 3; p.up() } p.up() } p.up()',
      [{ x: '3' }, { x: '2' }, { x: '1' }, { x: '1' }],
    ],
    ['of catch', 'try { throw 7 } catch (e) { p.up() }', [{ e: '7' }, {}]],
    [
      'none of a case that was jumped over',
      'function f(k) { [1, [2, 3]].join(); switch (k) { case 0: let a = 1; default: p.up() } } f(1)',
      [{ k: '1' }, {}],
    ],
    [
      'captured by the running function, and captured from it',
      'function f(a) { let b = a + 1; const g = (c) => { b++; p.up() }; g(a); p.up(); return g } f(1)(5)',
      [{ c: '1', b: '3', a: '1' }, { a: '1', b: '3' }, { c: '5', b: '4' }, {}],
    ],
    [
      'captured ones before they have a value are left out',
      'function f() { const g = () => { p.up(); return b }; if (p.up() === 0) g(); let b = 2; g() } f()',
      [{}, { b: '2' }, {}],
    ],
    [
      'of every caller, and of equal names that of the innermost',
      'const f = (n, a) => { if (n > 0) f(n - 1, "in"); else p.up() }; for (let i = 0; i < 1; i++) f(2, "out")',
      [{ n: '0', a: '"in"', i: '0' }, {}],
    ],
    [
      'a global that the running function means, not one of its caller',
      'let n = 1; function g() { p.up(n) } function f(n) { g(); p.up() } f(5)',
      [{ n: '1' }, { n: '5' }, { n: '1' }],
    ],
    [
      'nothing of the library or the host between caller and callee',
      'function f(ways) { ways.map((w) => p.up()); each(ways, (z) => p.up()) } f([4])',
      [{ w: '4', ways: '[4]' }, { z: '4', ways: '[4]' }, {}],
    ],
    [
      'in a function the library calls for a conversion',
      'function f(a) { return 1 + { valueOf() { const b = a; return p.up() } } } f(3)',
      [{ a: '3', b: '3' }, {}],
    ],
  ])('L10 %s', (_title, source, expected) => {
    expect(views(source)).toEqual(expected);
  });

  it('L10 inner scopes come first, then callers, then global variables', () => {
    const source =
      'let z = 0; function f(a) { let b = 1; for (let c = 2; ;) p.up() } { let y = 3; f(0) }';
    const machine = createMachine(names, 'seed', defaultLimits);
    machine.run(source, 1);
    expect(Object.keys(machine.variables())).toEqual(['c', 'a', 'b', 'y', 'z', 'f']);
  });

  it('L10 after an error only global variables are left', () => {
    const machine = createMachine(names, 'seed', defaultLimits);
    machine.run('let a = 1; function f(b) { p.up(); null.x } f(2)', 1);
    expect(shown(machine)).toEqual({ b: '2', a: '1' });
    expect(machine.resume(0)).toMatchObject({ kind: 'failed' });
    expect(shown(machine)).toEqual({ a: '1' });
  });

  it('L5 L6 looking changes neither outcomes nor steps', () => {
    const run = (look: boolean) => {
      const machine = createMachine(names, 'seed', defaultLimits);
      const told = [
        machine.run(
          'let m = new Map(); for (let i = 0; i < 9; i++) { m.set(i, [m]); p.up(Math.random()) } m.size',
          1,
        ),
      ];
      while (machine.suspended) {
        if (look) machine.variables();
        told.push(machine.resume(0));
      }
      return JSON.stringify([told, machine.stepsUsed]);
    };
    expect(run(true)).toBe(run(false));
  });
});
