import { describe, expect, it, test } from 'vitest';
import {
  createMachine,
  defaultLimits,
  problemsOf,
  type HostNames,
  type HostValue,
  type Machine,
  type Outcome,
} from './index.ts';

function host(heard: HostValue[][]): HostNames {
  const check = ([count]: readonly HostValue[]) =>
    count === 0 ? { name: 'RangeError', code: 'no-zero', details: { given: 0 } } : null;
  return {
    p: {
      kind: 'group',
      members: {
        up: { kind: 'function', call: { kind: 'suspend', check } },
        right: { kind: 'function', call: { kind: 'suspend' } },
        x: { kind: 'value', read: () => 3 },
      },
    },
    log: {
      kind: 'function',
      call: {
        kind: 'answer',
        answer: (args) => {
          heard.push([...args]);
          return { value: undefined };
        },
      },
    },
  };
}

function machine(limits = defaultLimits): { machine: Machine; heard: HostValue[][] } {
  const heard: HostValue[][] = [];
  return { machine: createMachine(host(heard), 'seed', limits), heard };
}

function failure(outcome: Outcome): string {
  if (outcome.kind !== 'failed') return outcome.kind;
  const { name, code, line, column, length } = outcome.error;
  return `${name} ${code} ${line}:${column}+${length}`;
}

function byPlace(a: string, b: string): number {
  const place = (text: string) => (text.split(' ')[1] ?? '').padStart(8);
  return place(a) < place(b) ? -1 : 1;
}

describe('L10 a machine', () => {
  it('L10 suspends at a command and goes on with the answer', () => {
    const { machine: m, heard } = machine();
    expect(m.run('p.up(2); log("a", -1, null, true, undefined)\np.right()', 7)).toEqual({
      kind: 'suspended',
      call: { name: 'p.up', args: [2], at: { line: 7, column: 1, length: 7 } },
    });
    expect(m.suspended).toBe(true);
    expect(m.resume(2)).toMatchObject({ call: { name: 'p.right', args: [], at: { line: 8 } } });
    expect(heard).toEqual([['a', -1, null, true, undefined]]);
    expect(m.resume(1)).toEqual({ kind: 'finished', value: 1 });
    expect(m.suspended).toBe(false);
  });

  test.each([
    ['p.up(0)', 'RangeError no-zero 5:1+7'],
    ['1;\n  p.up(1, p.up(0))', 'RangeError no-zero 6:11+7'],
    ['p.upp()', 'TypeError unknown-command 5:3+3'],
    ['if (p.upp) p.up()', 'TypeError unknown-command 5:7+3'],
    ['q.up()', 'ReferenceError unknown-name 5:1+1'],
    ['let a = 1;\n\n  a + bb', 'ReferenceError unknown-name 7:7+2'],
    ['ｐ.up()', 'ReferenceError full-width-character 5:1+1'],
    ['p\u200d.up()', 'ReferenceError invisible-character 5:2+1'],
    ['p.x()', 'TypeError not-a-function 5:3+1'],
    ['p()', 'TypeError not-a-command 5:1+1'],
    ['const o = {};\no.foo()', 'TypeError unknown-method 6:3+3'],
    ['const o = {};\no\n  .a\n  .b', 'TypeError nullish-read 8:4+1'],
    ['null[1]', 'TypeError nullish-read 5:6+1'],
    ['const { a } = null', 'TypeError nullish-destructure 5:7+5'],
    ['const c = 1; c = 2', 'TypeError constant-assign 5:14+1'],
    ['b + 1; let b', 'ReferenceError used-before-declared 5:1+1'],
    ['f(); let b; function f() { return b }', 'ReferenceError used-before-declared 5:35+1'],
    ['throw new Error("x")', 'Error uncaught-error 5:1+20'],
    ['function f() {\n  throw 5 }\nf()', 'Error uncaught-value 6:3+7'],
    ['try { null.x } finally { 1 }', 'TypeError nullish-read 5:12+1'],
    ['try { null.x } catch (e) {\n throw e }', 'TypeError nullish-read 6:2+7'],
    ['"x".repeat(-1)', 'RangeError bad-repeat-count 5:5+10'],
    ['[1].map(5)', 'TypeError callback-not-function 5:5+6'],
    ['[1].map((x) => x.y.z)', 'TypeError nullish-read 5:20+1'],
    ['[3, 1].sort((a, b) => nope)', 'ReferenceError unknown-name 5:23+4'],
    ['for (const x of 5);', 'TypeError not-iterable 5:17+1'],
    ['new Map(5)', 'TypeError not-iterable 5:1+10'],
    ['JSON.parse("{")', 'SyntaxError bad-json 5:6+10'],
    ['1 + { valueOf: 1, toString: 2 }', 'TypeError no-primitive 5:1+31'],
    ['for (;;);', 'GovernorLimit step-limit 5:1+9'],
    ['const f = () => f();\nf()', 'GovernorLimit depth-limit 5:17+3'],
    ['"x".repeat(1e9)', 'GovernorLimit memory-limit 5:5+11'],
    ['log(/a/)', 'Unsupported unsupported-regexp 5:5+3'],
    ['log(1n)', 'Unsupported unsupported-bigint 5:5+2'],
    ['log(`a`, log`a`)', 'Unsupported unsupported-tagged-template 5:10+6'],
    ['1;\nclass A {}', 'Unsupported unsupported-class 6:1+5'],
    ['async () => 1', 'Unsupported unsupported-async 5:1+5'],
    ['function* f() {}', 'Unsupported unsupported-generator 5:1+8'],
    ['({ get a() { return 1 } })', 'Unsupported unsupported-accessor 5:8+1'],
    ['import "a"', 'Unsupported unsupported-module 5:1+6'],
    ['with (p) up()', 'Unsupported unsupported-with 5:1+4'],
    ['this.x', 'Unsupported unsupported-this 5:1+4'],
    ['new Date()', 'Unsupported unsupported-global 5:5+4'],
    ['eval("1")', 'Unsupported unsupported-eval 5:1+4'],
    ['function F() {} new F()', 'Unsupported unsupported-new 5:17+7'],
    ['const k = "constructor"; ({})[k]', 'Unsupported unsupported-member 5:31+1'],
    ['p.__proto__()', 'Unsupported unsupported-proto 5:3+9'],
    ['let a = 1; let a = 2', 'SyntaxError already-declared 5:16+1'],
    ['p.up(', 'SyntaxError missing-bracket 5:5+1'],
    ['p.up（1）', 'SyntaxError full-width-character 5:5+1'],
    ['1 +', 'SyntaxError unexpected-end 5:3+1'],
    ['foo bar', 'SyntaxError unexpected-token 5:5+3'],
  ])('L8 %s', (source, expected) => {
    expect(failure(machine().machine.run(source, 5))).toBe(expected);
  });

  it('L8 names the nearest known command', () => {
    const nearest = (source: string) => {
      const outcome = machine().machine.run(source, 1);
      return outcome.kind === 'failed' ? outcome.error.details['nearest'] : outcome.kind;
    };
    expect(nearest('p.rihgt()')).toBe('p.right');
    expect(nearest('p.UP()')).toBe('p.up');
    expect(nearest('lgo()')).toBe('log');
    expect(nearest('p.somethingElse()')).toBeUndefined();
  });

  it('R20 an error ends the chunk and the machine takes the next one', () => {
    const { machine: m, heard } = machine();
    expect(m.run('log(1); p.up(0); log(2)', 1).kind).toBe('failed');
    expect(m.run('log(3)', 2).kind).toBe('finished');
    expect(heard).toEqual([[1], [3]]);
  });

  it('L3 nothing of a chunk runs when a part of it is refused', () => {
    const { machine: m, heard } = machine();
    expect(failure(m.run('log(1); class A {}', 1))).toBe('Unsupported unsupported-class 1:9+5');
    expect(heard).toEqual([]);
  });

  it('R16 chunks share one scope as the lines of one script', () => {
    const { machine: m } = machine();
    const value = (source: string) => {
      const outcome = m.run(source, 1);
      return outcome.kind === 'finished' ? outcome.value : failure(outcome);
    };
    value('let a = 1; const b = 2; var c = 3; function f() { return a + later }');
    expect(value('a + b + c')).toBe(6);
    expect(value('f()')).toBe('ReferenceError unknown-name 1:62+5');
    expect(value('let later = 10; f()')).toBe(11);
    expect(value('a = 5; f()')).toBe(15);
    expect(value('let a = 1')).toBe('SyntaxError already-declared 1:5+1');
    expect(value('var a')).toBe('SyntaxError already-declared 1:5+1');
    expect(value('b = 1')).toBe('TypeError constant-assign 1:1+1');
    expect(value('var c; c')).toBe(3);
    expect(value('function f() { return "new" } f()')).toBe('new');
    expect(value('let broken = nope')).toBe('ReferenceError unknown-name 1:14+4');
    expect(value('broken')).toBe('ReferenceError used-before-declared 1:1+6');
    expect(value('let broken = 7; broken')).toBe(7);
    expect(value('typeof nothing')).toBe('undefined');
    expect(value('let log = 1; log')).toBe(1);
    expect(m.variables()).toEqual({
      a: '5',
      b: '2',
      c: '3',
      f: 'function f',
      later: '10',
      broken: '7',
      log: '1',
    });
  });

  it('L5 suspends anywhere: loops, callbacks, conversions, at any depth', () => {
    const { machine: m } = machine();
    let outcome = m.run(
      `const out = [];
       for (let i = 0; i < 2; i++) out.push(p.up(i + 1));
       out.push([3, 4].map(p.up), [2, 1].sort((a, b) => p.up(5) - 5 || a - b));
       out.push('x'.replace('x', () => p.up(6)), JSON.parse('7', (k, v) => p.up(v)));
       out.push({ valueOf: () => p.up(8) } + 1, \`\${{ toString: () => p.up(9) + '' }}\`);
       const deep = (n) => n === 0 ? p.up(10) : deep(n - 1) + 1;
       out.push(deep(100), JSON.stringify({ toJSON: () => p.up(11) }));
       try { throw p.up(12) } catch (e) { out.push(e) } finally { out.push(p.up(13)) }
       out`,
      1,
    );
    const asked: unknown[] = [];
    while (outcome.kind === 'suspended') {
      const [n] = outcome.call.args;
      asked.push(n);
      outcome = m.resume((n as number) * 10);
    }
    expect(asked).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]);
    expect(outcome).toEqual({
      kind: 'finished',
      value: [10, 20, [30, 40], [2, 1], '60', 70, 81, '90', 200, '110', 120, 130],
    });
  });

  it('L5 the same seed and answers give the same steps', () => {
    const run = (seed: string) => {
      const m = createMachine(host([]), seed, defaultLimits);
      const outcome = m.run('[1, 2, 3].map(() => Math.random())', 1);
      return JSON.stringify([outcome, m.stepsUsed]);
    };
    expect(run('a')).toBe(run('a'));
    expect(run('a')).not.toBe(run('b'));
  });

  it('L6 more steps than the limit end the chunk', () => {
    const { machine: m, heard } = machine({ ...defaultLimits, steps: 3 });
    expect(failure(m.run('log(1);log(2);log(3);\nlog(4)', 1))).toBe(
      'GovernorLimit step-limit 2:1+6',
    );
    expect(heard).toHaveLength(3);
    expect(m.run('log(5)', 3).kind).toBe('finished');
    expect(m.run('log(6);log(7)', 4, 'shared').kind).toBe('finished');
    expect(failure(m.run('log(8)', 5, 'shared'))).toBe('GovernorLimit step-limit 5:1+6');
  });

  it('L6 a line of thousands of names does not exhaust the stack', () => {
    expect(failure(machine().machine.run(`p${'.a'.repeat(9_000)}()`, 1))).toMatch(
      /^GovernorLimit nesting-too-deep 1:/,
    );
  });

  it('L6 live values are counted, not all that was ever made', () => {
    const { machine: m } = machine({ ...defaultLimits, steps: 1_000_000 });
    const churn =
      'let t = ""; for (let i = 0; i < 2000; i++) { t = "x".repeat(50000) + i } t.length';
    expect(m.run(churn, 1)).toEqual({ kind: 'finished', value: 50_004 });
    expect(
      failure(m.run('const all = []; for (;;) all.push("x".repeat(50000) + all.length)', 2)),
    ).toBe('GovernorLimit memory-limit 2:39+13');
  });
});

describe('L9 problems seen without running', () => {
  it('L9 gives the codes that running gives', () => {
    const chunks = [
      { source: 'p.up(0)\n', firstLine: 2 },
      { source: 'p.right(1); p.upp()\n', firstLine: 4 },
      { source: 'if (a) b()\n', firstLine: 5 },
    ];
    const found = problemsOf(chunks, host([]), defaultLimits);
    expect(
      found.map(({ code, line, column }) => `${code} ${line}:${column}`).toSorted(byPlace),
    ).toEqual(
      ['unknown-name 5:5', 'unknown-name 5:8', 'no-zero 2:1', 'unknown-command 4:15'].toSorted(
        byPlace,
      ),
    );
  });

  it('L9 knows what earlier chunks and functions declare', () => {
    const chunks = [
      { source: 'let a = 1; function f(p) { return p.anything(x) } later = 1\n', firstLine: 1 },
      { source: 'const x = a; f(later); typeof nobody; let a\n', firstLine: 2 },
    ];
    const found = problemsOf(chunks, host([]), defaultLimits);
    expect(found.map(({ code, line, column }) => `${code} ${line}:${column}`)).toEqual([
      'already-declared 2:43',
    ]);
  });
});
