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
    expect(m.resume(1)).toEqual({ kind: 'finished', value: undefined });
    expect(m.suspended).toBe(false);
  });

  test.each([
    ['p.up(0)', 'RangeError no-zero 5:1+7'],
    ['p.upp()', 'TypeError unknown-command 5:3+3'],
    ['q.up()', 'ReferenceError unknown-name 5:1+1'],
    ['ｐ.up()', 'SyntaxError full-width-character 5:1+1'],
    ['p.x()', 'TypeError not-a-command 5:3+1'],
    ['p()', 'TypeError not-a-command 5:1+1'],
    ['constructor()', 'ReferenceError unknown-name 5:1+11'],
    ['p.__proto__()', 'TypeError unknown-command 5:3+9'],
    ['let a', 'Unsupported unsupported 5:1+5'],
    ['p.up(p.x)', 'Unsupported unsupported 5:6+3'],
    ['p?.up()', 'Unsupported unsupported 5:1+7'],
    ['p["up"]()', 'Unsupported unsupported 5:1+7'],
    ['log(/a/)', 'Unsupported unsupported 5:5+3'],
    ['log(1n)', 'Unsupported unsupported 5:5+2'],
    ['log(`a`)', 'Unsupported unsupported 5:5+3'],
    ['p.up(', 'SyntaxError missing-bracket 5:5+1'],
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

  it('L3 nothing of a chunk runs when a part of it is not understood', () => {
    const { machine: m, heard } = machine();
    expect(failure(m.run('log(1); if (a) b()', 1))).toBe('Unsupported unsupported 1:9+10');
    expect(heard).toEqual([]);
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
    expect(failure(machine().machine.run(`p${'.a'.repeat(9_000)}()`, 1))).toBe(
      'TypeError unknown-command 1:3+1',
    );
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
    expect(found.map(({ code, line, column }) => `${code} ${line}:${column}`)).toEqual([
      'no-zero 2:1',
      'unknown-command 4:15',
      'unsupported 5:1',
    ]);
  });
});
