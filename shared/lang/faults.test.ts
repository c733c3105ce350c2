import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { onMachineFault } from './faults.ts';
import { Parser } from 'acorn';
import { FunctionCompiler } from './compile/functions.ts';
import { GlobalTable } from './run/global-table.ts';
import { createMachine } from './machine.ts';
import { defaultLimits } from './limits.ts';
import { completeness, problemsOf } from './parse.ts';
import type { HostNames, Machine, Outcome } from './types.ts';

const fail = (where: string): never => {
  throw new TypeError(`a defect in ${where}`);
};

/** A part of the machine throws from now on where a text is `name`, as a defect of ours would. */
function breaks(name: string): void {
  // oxlint-disable-next-line typescript/unbound-method -- It is called with its own object below.
  const parse = Parser.prototype.parse;
  vi.spyOn(Parser.prototype, 'parse').mockImplementation(function (this: Parser) {
    return this.input.includes('parserFails') ? fail(name) : parse.call(this);
  });
  // oxlint-disable-next-line typescript/unbound-method -- It is called with its own object below.
  const main = FunctionCompiler.prototype.main;
  vi.spyOn(FunctionCompiler.prototype, 'main').mockImplementation(function (
    this: FunctionCompiler,
    program,
  ) {
    const code = main.call(this, program);
    return code.consts.includes('compilerFails') ? fail(name) : code;
  });
  // oxlint-disable-next-line typescript/unbound-method -- It is called with its own object below.
  const get = GlobalTable.prototype.get;
  vi.spyOn(GlobalTable.prototype, 'get').mockImplementation(function (this: GlobalTable, wanted) {
    return wanted === 'linkerFails' ? fail(name) : get.call(this, wanted);
  });
}

const names: HostNames = {
  answers: { kind: 'function', call: { kind: 'answer', answer: () => fail('an answer') } },
  checks: { kind: 'function', call: { kind: 'suspend', check: () => fail('a check') } },
  value: { kind: 'value', read: () => fail('a value') },
  pause: { kind: 'function', call: { kind: 'suspend' } },
};

let faults: unknown[] = [];
beforeEach(() => {
  faults = [];
  onMachineFault((fault) => faults.push(fault));
});
afterEach(() => vi.restoreAllMocks());

function machine(): Machine {
  return createMachine(names, 'faults', defaultLimits);
}

function expectFault(outcome: Outcome, line: number): void {
  expect(outcome).toMatchObject({
    kind: 'failed',
    error: { name: 'InternalError', code: 'machine-fault', line },
  });
}

describe('L5 L8 whatever the machine throws ends the chunk with an error of its own', () => {
  it.each([
    ['an answer', 'let a = 1;\ntry { answers() } catch (e) {}'],
    ['a check', '[1].map(\n() => checks());'],
    ['a value', '(() => {\nreturn value })();'],
  ])('%s: at its place, not caught by the program, logged once', (where, source) => {
    const one = machine();
    expectFault(one.run(source, 5), 6);
    expectFault(one.run(source.replace('let a', 'var b'), 5), 6);
    expect(faults.map(String)).toEqual([`TypeError: a defect in ${where}`]);
    expect(one.suspended).toBe(false);
    expect(one.run('var c = 1; c', 1)).toEqual({ kind: 'finished', value: 1 });
  });

  it.each(['parserFails', 'compilerFails', 'linkerFails'])('%s', (name) => {
    const one = machine();
    breaks(name);
    expectFault(one.run(`let ${name} = '${name}';`, 3), 3);
    expect(faults).toHaveLength(1);
    expect(one.run('2', 1)).toEqual({ kind: 'finished', value: 2 });
  });

  it('when it goes on after a command', () => {
    const one = machine();
    expect(one.run('let x = pause();\nanswers();', 1).kind).toBe('suspended');
    expectFault(one.resume(4), 2);
    expect(one.run('x', 1)).toEqual({ kind: 'finished', value: 4 });
  });

  it('what reads a text and what shows variables answer all the same', () => {
    breaks('reading');
    expect(completeness('parserFails', defaultLimits)).toMatchObject({
      kind: 'wrong',
      error: { code: 'machine-fault' },
    });
    const chunks = [{ source: "'compilerFails'", firstLine: 2 }];
    expect(problemsOf(chunks, {}, defaultLimits)).toMatchObject([
      { code: 'machine-fault', line: 2 },
    ]);
    const one = machine();
    one.run('let a = 1', 1);
    vi.spyOn(GlobalTable.prototype, 'all', 'get').mockImplementation(() => fail('the view'));
    expect(one.variables()).toEqual({});
    expect(faults.map(String)).toContain('TypeError: a defect in the view');
  });

  it('a chunk that waits may be given up', () => {
    const one = machine();
    one.run('let kept = 3; pause(); kept = 4', 1);
    one.abandon();
    expect(one.suspended).toBe(false);
    expect(one.run('kept', 1)).toEqual({ kind: 'finished', value: 3 });
  });
});
