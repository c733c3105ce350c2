import { describe, expect, it, test } from 'vitest';
import { opNames } from '../compile/ops.ts';
import { createMachine } from '../machine.ts';
import { library } from '../library/library.ts';
import type { Machine } from '../types.ts';
import { ofInstructions, ofLibrary, type Charge } from './operations.ts';

const limits = { steps: 1e9, depth: 400, memory: 1e9, source: 1e6, nesting: 200 };

/** What the programs of the table find, made for a size. */
function values(size: number): string {
  const names = Array.from({ length: size }, (_, i) => `a${i}`);
  return `
    let one = 1, object = {};
    const text = '1'.repeat(${size}), other = '1'.repeat(${size - 1}) + '1';
    const items = Array(${size}).fill(1), pairs = items.map((_, i) => ['k' + i, i]);
    const map = new Map(), set = new Set(), quoted = '"' + text + '"';
    const nothing = () => {}, rest = (...all) => all.length;
    const large = Object.fromEntries(pairs), largeMap = new Map(pairs), largeSet = new Set(pairs);
    const emptied = new Map(pairs), emptiedSet = new Set(items.map((_, i) => i));
    for (const [key] of pairs) if (key !== 'k0') emptied.delete(key);
    for (let i = 1; i < ${size}; i++) emptiedSet.delete(i);
    for (let i = 0; i < ${size >> 2}; i++) { emptied.set('l' + i, 1); emptiedSet.add('l' + i); }
    function manyParameters(${names.join()}) {}
    const manyCaptures = ((${names.join()}) => () => () => [${names.join()}])();
    function written() { '${'x'.repeat(size)}' }
  `;
}

const repeats = 16;

/** A machine that has made the values of a size. */
function machineFor(size: number): Machine {
  const machine = createMachine({}, 'charges', limits);
  const made = machine.run(values(size), 1);
  if (made.kind !== 'finished') throw new Error(JSON.stringify(made));
  return machine;
}

/** Steps for doing it some times. */
function stepsFor(machine: Machine, program: string): number {
  const outcome = machine.run(`for (let i = 0; i < ${repeats}; i++) { ${program} }`, 1);
  if (outcome.kind !== 'finished') throw new Error(JSON.stringify(outcome));
  return machine.stepsUsed;
}

const [small, big] = [100, 1500];
const [withFew, withMany] = [machineFor(small), machineFor(big)];

function expectCharged(program: string, perStep: number): void {
  const more = stepsFor(withMany, program) - stepsFor(withFew, program);
  expect(more).toBeGreaterThanOrEqual((repeats * (big - small)) / perStep - 2);
}

function programs(table: Readonly<Record<string, Charge>>): [string, string, number][] {
  return Object.entries(table).flatMap(([name, charge]) =>
    typeof charge === 'string' ? [] : [[name, charge[0], charge[1]]],
  );
}

/** All functions of the library, by the names programs have for them. */
function libraryNames(): string[] {
  const { globals, methods } = library();
  const owners: Readonly<Record<string, string>> = {
    object: 'Object.prototype',
    string: 'String.prototype',
    number: 'Number.prototype',
    boolean: 'Boolean.prototype',
    array: 'Array.prototype',
    map: 'Map.prototype',
    set: 'Set.prototype',
  };
  const names = Object.entries(methods).flatMap(([table, members]) =>
    Object.keys(members).map((name) => `${owners[table] ?? table}.${name}`),
  );
  for (const [name, value] of globals) {
    if (typeof value !== 'object' || value === null) continue;
    if (name !== 'Math' && name !== 'JSON') names.push(name);
    for (const [member, one] of Object.entries(value.bag ?? {})) {
      if (typeof one === 'object') names.push(`${name}.${member}`);
    }
  }
  return names;
}

describe('L6 every piece of work is charged by its size', () => {
  it('the tables tell of every instruction and of every function of the library', () => {
    expect(Object.keys(ofInstructions).toSorted()).toEqual([...opNames].toSorted());
    expect(Object.keys(ofLibrary).toSorted()).toEqual(libraryNames().toSorted());
  });

  test.each(programs(ofInstructions))('%s: %s', (_name, program, perStep) => {
    expectCharged(program, perStep);
  });

  test.each(programs(ofLibrary))('%s: %s', (_name, program, perStep) => {
    expectCharged(program, perStep);
  });
});
