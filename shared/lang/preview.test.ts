import { expect, it, test } from 'vitest';
import { createMachine, defaultLimits, Shown, type HostNames, type HostValue } from './index.ts';

const names: HostNames = {
  p: { kind: 'group', members: { up: { kind: 'function', call: { kind: 'suspend' } } } },
};

function previewOf(expression: string): string | undefined {
  const machine = createMachine(names, 'seed', defaultLimits);
  expect(machine.run(`const v = ${expression}`, 1)).toMatchObject({ kind: 'finished' });
  return machine.variables()['v'];
}

test.each([
  ['-0', '-0'],
  ['undefined', 'undefined'],
  ['"a\\n"', '"a\\n"'],
  ['[]', '[]'],
  ['[1, , "b"]', '[1, , "b"]'],
  ['{}', '{}'],
  ['{ a: { b: [null, true] } }', '{a: {b: [null, true]}}'],
  ['new Map()', 'Map(0) {}'],
  ['new Map([["3,4", 1], [{ x: 1 }, [2]]])', 'Map(2) {"3,4" => 1, {x: 1} => [2]}'],
  ['new Set([1, "a", new Set([2])])', 'Set(3) {1, "a", Set(1) {2}}'],
  ['[new Map([[1, new Map()]])]', '[Map(1) {1 => Map(0) {}}]'],
  ['function walk() {}', 'function walk'],
  ['[(x) => x, Math.max, p.up]', '[function, function max, function p.up]'],
  ['[p, Math]', '[p, Math]'],
  ['new TypeError("no")', 'TypeError: no'],
  ['new Error()', 'Error'],
  ['[[[[1]]]]', '[[[…]]]'],
])('L10 %s is shown as %s', (expression, text) => {
  expect(previewOf(expression)).toBe(text);
});

test.each([
  ['an array', '(() => { const a = [1]; a.push(a); return a })()', '[1, [circular]]'],
  ['an object', '(() => { const o = { n: 1 }; o.o = [o]; return o })()', '{n: 1, o: [[circular]]}'],
  [
    'a map',
    '(() => { const m = new Map(); m.set(m, m); return m })()',
    'Map(1) {[circular] => [circular]}',
  ],
  ['a value met twice is not cyclic', '(() => { const o = {}; return [o, o] })()', '[{}, {}]'],
])('L10 what holds itself ends: %s', (_title, expression, text) => {
  expect(previewOf(expression)).toBe(text);
});

it('L10 of long lists the first members are shown, and how many more there are', () => {
  const ten = '0, 1, 2, 3, 4, 5, 6, 7, 8, 9';
  const list = 'Array.from({ length: 500 }, (_, i) => i)';
  expect(previewOf(list)).toBe(`[${ten}, … 490 more]`);
  expect(previewOf(`new Set(${list})`)).toBe(`Set(500) {${ten}, … 490 more}`);
  expect(previewOf(`Object.fromEntries(${list}.map((i) => ["k" + i, i]))`)).toMatch(
    /^\{k0: 0, .*k9: 9, … 490 more\}$/,
  );
});

test.each([
  ['a text', '"x".repeat(9000)'],
  ['a message', 'new Error("x".repeat(9000))'],
  ['many long texts', 'Array.from({ length: 99 }, (_, i) => "x".repeat(99) + i)'],
  [
    'lists in lists',
    '(() => { let a = []; for (let i = 0; i < 9; i++) a = Array.from({ length: 30 }, () => a); return a })()',
  ],
  [
    'a map of maps with long keys',
    'new Map([..."abcdefghij"].map((k) => [k.repeat(50), new Map([[k.repeat(50), k.repeat(50)]])]))',
  ],
])('L6 however large, it is shown in a short text: %s', (_title, expression) => {
  expect(previewOf(expression)?.length).toBeLessThan(300);
});

/** What a host function that shows hears of a program. */
function heardOf(source: string, shows?: true): HostValue[] {
  const heard: HostValue[] = [];
  const answer = (args: readonly HostValue[]) => {
    heard.push(...args);
    return { value: undefined };
  };
  const call = shows
    ? ({ kind: 'answer', answer, shows } as const)
    : ({ kind: 'answer', answer } as const);
  createMachine({ tell: { kind: 'function', call } }, 'seed', defaultLimits).run(source, 1);
  return heard;
}

it('L7 only a function that shows hears texts of what is no data', () => {
  const source = 'tell(new Map([[1, 2]]), [tell], { a: new Set() }, "Map")';
  expect(heardOf(source)).toEqual([undefined, [undefined], { a: undefined }, 'Map']);
  expect(heardOf(source, true)).toEqual([
    new Shown('Map(1) {1 => 2}'),
    [new Shown('function tell')],
    { a: new Shown('Set(0) {}') },
    'Map',
  ]);
});

it('L6 showing costs steps by what is looked at', () => {
  const told = (value: string) => heardOf(`const v = ${value}; for (;;) tell(v)`, true).length;
  const large = 'Object.fromEntries(Array.from({ length: 3000 }, (_, i) => ["k" + i, i]))';
  expect(told('1')).toBeGreaterThan(5000);
  expect(told('new Map([[1, 2]])')).toBeGreaterThan(1000);
  expect(told(`new Map([[1, ${large}]])`)).toBeLessThan(40);
});

it('L6 of very many things in one call only the first are told in full', () => {
  const [list] = heardOf(
    'const m = new Map([[1, 2]]); tell(Array.from({ length: 60 }, () => m))',
    true,
  );
  const texts = (list as readonly Shown[]).map(({ text }) => text);
  expect(new Set(texts.slice(0, 40))).toEqual(new Set(['Map(1) {1 => 2}']));
  expect(new Set(texts.slice(40))).toEqual(new Set(['Map']));
});
