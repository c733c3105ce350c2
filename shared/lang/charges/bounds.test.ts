import { describe, expect, it, test } from 'vitest';
import { createMachine, defaultLimits, type HostNames, type HostValue } from '../index.ts';

const names: HostNames = {
  p: { kind: 'group', members: { x: { kind: 'value', read: () => 3 } } },
  keep: { kind: 'function', call: { kind: 'answer', answer: () => ({ value: 1 }) } },
};

function machine(steps = defaultLimits.steps) {
  return createMachine(names, 'bounds', { ...defaultLimits, steps });
}

function valuesIn(value: HostValue): number {
  if (typeof value !== 'object' || value === null) return 1;
  return Object.values(value).reduce<number>((sum, one) => sum + valuesIn(one), 1);
}

const nested = {
  lists: 'const b = Array(2000).fill(1), a = Array(2000).fill(b);',
  objects: `const b = {}; for (let i = 0; i < 900; i++) b["k" + i] = 1;
    const a = Array(2000).fill(b);`,
};

describe('L6 what crosses to the host is bounded with all that is in it', () => {
  test.each(Object.entries(nested))('the value of a chunk: %s', (_name, making) => {
    const m = machine();
    m.run(making, 1);
    const outcome = m.run('a', 1);
    if (outcome.kind !== 'finished') throw new Error(outcome.kind);
    expect(valuesIn(outcome.value)).toBeLessThan(4100);
    expect(m.stepsUsed).toBeGreaterThan(400);
  });

  test.each(Object.entries(nested))('no steps left, no value: %s', (_name, making) => {
    const m = machine(10_000);
    m.run(making, 1);
    for (let i = 0; i < 100; i++) m.run('a', 1, 'shared');
    expect(m.run('a', 1, 'shared')).toEqual({ kind: 'finished', value: undefined });
  });

  test.each(Object.entries(nested))('arguments: %s', (_name, making) => {
    const m = machine();
    m.run(making, 1);
    expect(m.run('keep(a)', 1)).toMatchObject({ error: { code: 'memory-limit' } });
  });
});

describe('L6 names that a chunk declares', () => {
  const many = Array.from({ length: 40 }, (_, i) => `a${i}`);

  it('are found among many', () => {
    const text = (last: string) => `{ let ${many.join()}; let ${last} }`;
    expect(machine().run(text('b'), 1)).toMatchObject({ kind: 'finished' });
    expect(machine().run(text('a39'), 1)).toMatchObject({ error: { code: 'already-declared' } });
    const inner = `{ let ${many.join()}; { { var a3 } } }`;
    expect(machine().run(inner, 1)).toMatchObject({ error: { code: 'already-declared' } });
  });

  it('are not compared with the names of any number of scopes', () => {
    const variables = Array.from({ length: 2000 }, (_, i) => `var b${i};`).join('');
    const inside = (depth: number) => '{'.repeat(depth) + variables + '}'.repeat(depth);
    expect(machine().run(inside(10), 1)).toMatchObject({ kind: 'finished' });
    expect(machine().run(inside(90), 1)).toMatchObject({ error: { code: 'nesting-too-deep' } });
  });
});

describe('L6 what always takes as long is charged more the longer it takes', () => {
  function stepsOf(statement: string): number {
    const m = machine();
    const outcome = m.run(`const a = [1]; for (let i = 0; i < 1000; i++) { ${statement} }`, 1);
    expect(outcome.kind).toBe('finished');
    return m.stepsUsed;
  }

  test.each([
    ['Math.sin(1)', 'Math.abs(1)', 250],
    ['Math.exp(1)', 'Math.abs(1)', 80],
    ['p.x', 'a', 150],
    ['a.keys()', 'a.pop()', 100],
  ])('%s takes more than %s', (dear, cheap, atLeast) => {
    expect(stepsOf(dear) - stepsOf(cheap)).toBeGreaterThan(atLeast);
  });
});

describe('L6 keys that the host may find in one place are charged by their number', () => {
  /** Keys of which each hundred more cost more than the hundred before. */
  const crowded = ['i * 65536', '-i', 'i / 3'];
  const spread = ['i', '"k" + i', 'String(i)', '`${i},${i}`'];

  function stepsFor(key: string, count: number): number {
    const m = machine(1e9);
    const program = `const m = new Map(), s = new Set();
      for (let i = 0; i < ${count}; i++) { const k = ${key}; m.set(k, m.get(k)); s.add(k) }`;
    expect(m.run(program, 1).kind).toBe('finished');
    return m.stepsUsed;
  }

  test.each(crowded)('%s', (key) => {
    expect(stepsFor(key, 1600)).toBeGreaterThan(3 * stepsFor(key, 800));
  });

  test.each(spread)('but not %s', (key) => {
    expect(stepsFor(key, 1600)).toBeLessThan(2.5 * stepsFor(key, 800));
  });
});

describe('L6 reading a chunk takes steps from the chunks behind it in the same turn', () => {
  it('but ends none by itself', () => {
    const m = machine(2048);
    for (let i = 0; i < 3000; i++) expect(m.run('0', 1, 'shared').kind).toBe('finished');
    expect(m.stepsUsed).toBe(2048);
    expect(m.run('for (;;);', 1, 'shared')).toMatchObject({ error: { code: 'step-limit' } });
    expect(m.run('for (let i = 0; i < 2000; i++);', 1).kind).toBe('finished');
  });
});

describe('L6 what the host needs the square of for is charged by the square', () => {
  test.each([
    '\\u0301\\u0316',
    '\\u0f73',
    '\\u05b0\\u05bc',
    '\\u0301\\u0316\\uff9e',
    '\\u0301\\uff9f',
  ])('marks in a row: %s', (marks) => {
    const many = `"${marks}".repeat(8000).normalize("NFKD")`;
    expect(machine().run(many, 1)).toMatchObject({ error: { code: 'step-limit' } });
    const few = machine();
    few.run(`"${marks}".repeat(66).normalize("NFKD")`, 1);
    expect(few.stepsUsed).toBeLessThan(100);
  });

  it('and nothing else becomes one that is to be put in order', () => {
    const isOrdered = (mark: string): boolean =>
      ['\u0334', '\u0345'].some((other) =>
        [`a${mark}${other}`, `a${other}${mark}`].some((pair) => pair.normalize('NFD') !== pair),
      );
    const others = /[^\p{M}\uff9e\uff9f]/u;
    for (let code = 0xa0; code < 0x11_0000; code++) {
      const letter = String.fromCodePoint(code);
      if (!others.test(letter) || (code >= 0xd800 && code < 0xe000)) continue;
      const [first = ''] = letter.normalize('NFKD');
      if (/^\p{M}/u.test(first)) expect(isOrdered(first), code.toString(16)).toBe(false);
    }
  });
});

describe('L6 what the host does out of sight is charged', () => {
  const calls = (setUp: string, line: string): number => {
    let count = 0;
    const m = createMachine(
      { count: { kind: 'function', call: { kind: 'answer', answer: () => ({ value: ++count }) } } },
      'sight',
      defaultLimits,
    );
    expect(m.run(setUp, 1).kind).toBe('finished');
    m.run(`for (;;) { ${line}; count() }`, 1);
    return count;
  };

  test.each([
    [
      'names of properties that are very long',
      'const o = {}, s = "a".repeat(16384); let i = 10',
      'o["a" + i++]',
      'o[s + i++]',
    ],
    [
      'lists that are looked through for objects',
      'const a = Array(60000).fill(1), b = [1]; a.push({ toString: () => "" })',
      'b.join()',
      'try { a.join() } catch {}',
    ],
  ])('%s', (_what, setUp, cheap, dear) => {
    expect(calls(setUp, dear)).toBeLessThan(calls(setUp, cheap));
  });

  it.each(['new Map([[1, 1]])', 'new Set([1])'])(
    'tables that an old iterator goes through: %s',
    (made) => {
      const m = machine();
      m.run(`const m = ${made}, it = m.keys();`, 1);
      m.run('for (let i = 0; i < 3000; i++) m.clear()', 1);
      expect(m.run('it.next().done', 1)).toMatchObject({ value: true });
      expect(m.stepsUsed).toBeGreaterThan(90);
    },
  );

  it('and a length that is an object is refused, and nothing fails on our side', () => {
    for (const length of ['{}', '[2]']) {
      expect(machine().run(`Object.assign([], { length: ${length} })`, 1)).toMatchObject({
        kind: 'failed',
        error: { code: 'unsupported-member' },
      });
    }
  });
});
