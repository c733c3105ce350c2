import { compileSource } from './source.ts';
import type { ChunkCode, FunctionCode, Unit } from './compile/code.ts';
import type { Details } from '../base/result.ts';
import { faultError, reportFault } from './faults.ts';
import { langError } from './lang-error.ts';
import { library, programFunction } from './library/library.ts';
import { link } from './link.ts';
import { grow } from './run/calls.ts';
import { errorData, describe, shorten } from './run/convert.ts';
import { GuestThrow, Stop } from './run/errors.ts';
import { fromHost, resultForHost } from './run/host.ts';
import { execute } from './run/loop.ts';
import { collect } from './run/memory.ts';
import { State, type Services } from './run/state.ts';
import { currentPlace } from './run/unwind.ts';
import { variablesOf } from './run/variables.ts';
import { Closure, noCells } from './run/closure.ts';
import { isObj, Kind, Obj, suspension, type Value } from './run/values.ts';
import { rangeOf } from './syntax/places.ts';
import type {
  HostNames,
  HostValue,
  LangError,
  Limits,
  Machine,
  NamesOfAny,
  Outcome,
  SourceRange,
} from './types.ts';

/**
 * A machine that sees `names` and keeps to `limits`. `seed` is all the chance a program has (L2), so
 * that the same seed, chunks and answers repeat the same outcomes. `host` is what the names read.
 */
export function createMachine(names: HostNames, seed: string, limits: Limits): Machine;
export function createMachine<Host>(
  names: HostNames<Host>,
  seed: string,
  limits: Limits,
  host: Host,
): Machine;
export function createMachine(
  names: NamesOfAny,
  seed: string,
  limits: Limits,
  host?: unknown,
): Machine {
  return new LangMachine(names, seed, limits, host);
}

const services: Services = { collect, makeProgram: programFunction };

/**
 * A chunk takes a 2,048th of a turn's steps from those behind it for having been read; it never ends
 * a chunk by itself.
 */
const shareOfChunk = 11;

/** Registers before a chunk's own: its function and `this`. */
const bottom = 2;

class LangMachine implements Machine {
  private readonly state: State;
  private waiting = false;

  constructor(names: NamesOfAny, seed: string, limits: Limits, host: unknown) {
    this.state = new State(library(), services, names, host, seed, limits);
  }

  get suspended(): boolean {
    return this.waiting;
  }

  get stepsUsed(): number {
    const { limits, fuel } = this.state;
    return Math.min(limits.steps, limits.steps - fuel);
  }

  get position(): SourceRange | null {
    return this.waiting ? this.here() : null;
  }

  run(chunk: string, firstLine: number, budget: 'fresh' | 'shared' = 'fresh'): Outcome {
    if (this.waiting) throw new Error('a suspended machine takes no chunk');
    const { state } = this;
    if (budget === 'fresh') state.refuel();
    else state.fuel -= Math.min(state.limits.steps >> shareOfChunk, Math.max(0, state.fuel));
    const compiled = compileSource(chunk, state.limits);
    if (!compiled.ok) return { kind: 'failed', error: refusalError(compiled, chunk, firstLine) };
    try {
      const unit = link(state, compiled.chunk, firstLine);
      if ('code' in unit) return { kind: 'failed', error: refusalError(unit, chunk, firstLine) };
      this.start(compiled.chunk, unit);
    } catch (fault) {
      return this.faulted(fault, { line: firstLine, column: 1, length: 1 });
    }
    return this.proceed();
  }

  private start(chunk: ChunkCode, unit: Unit): void {
    const { state } = this;
    const { registers } = state;
    const top = bottom + chunk.main.registers + 10;
    grow(registers, top);
    state.closure = new Closure(chunk.main, noCells, unit);
    state.main = state.closure;
    registers[0] = new Obj(Kind.Closure, null, state.closure);
    state.pc = 0;
    state.base = bottom;
    state.depth = 0;
    state.nested = 0;
  }

  resume(answer: HostValue): Outcome {
    if (!this.waiting) throw new Error('only a suspended machine can be resumed');
    this.waiting = false;
    const { state } = this;
    state.refuel();
    return this.proceed(answer);
  }

  private proceed(answer?: HostValue): Outcome {
    const { state } = this;
    try {
      if (state.call !== null) {
        state.registers[state.target] = fromHost(state, answer);
        state.pc = state.back;
        state.call = null;
      }
      const value = execute(state);
      if (value === suspension) {
        this.waiting = true;
        const { name, args } = state.call ?? { name: '', args: [] };
        return { kind: 'suspended', call: { name, args, at: this.here() } };
      }
      this.rest();
      return { kind: 'finished', value: resultForHost(state, value) };
    } catch (error) {
      const outcome = this.failure(error);
      this.rest();
      return outcome;
    }
  }

  /** The end of a chunk at something that the machine itself has thrown. */
  private faulted(fault: unknown, at: SourceRange): Outcome {
    reportFault(fault);
    this.rest();
    return { kind: 'failed', error: faultError(at) };
  }

  abandon(): void {
    this.waiting = false;
    this.rest();
  }

  /** Forgets all of a chunk but its global variables. */
  private rest(): void {
    const { state } = this;
    state.registers.length = 0;
    state.stack.length = 0;
    state.args = [];
    state.self = undefined;
    state.joining = null;
    state.callee = null;
    state.closure = null;
    state.main = null;
    state.call = null;
    state.thrownAt = null;
    state.shift = 0;
    state.depth = 0;
    state.nested = 0;
  }

  /** The last place of a suspended call; a call in a loop is found there again and again. */
  private last: {
    readonly code: FunctionCode;
    readonly unit: Unit;
    readonly pc: number;
    readonly range: SourceRange;
  } | null = null;

  private here(): SourceRange {
    const { state, last } = this;
    const { code, unit } = state.closure as Closure;
    if (last !== null && last.code === code && last.pc === state.pc && last.unit === unit) {
      return last.range;
    }
    const range = this.place();
    if (!unit.prelude) this.last = { code, unit, pc: state.pc, range };
    return range;
  }

  private place(): SourceRange {
    const { closure, start, end } = currentPlace(this.state);
    const { unit } = closure;
    return rangeOf(unit.chunk.source, start, end, unit.firstLine);
  }

  private failure(error: unknown): Outcome {
    try {
      const isExpected = error instanceof GuestThrow || error instanceof Stop;
      return isExpected ? this.expected(error) : this.faulted(error, this.place());
    } catch (fault) {
      // Not even the place can be told; the chunk's own code knows its first line.
      const { firstLine } = this.state.main?.unit ?? { firstLine: 1 };
      return this.faulted(fault, { line: firstLine, column: 1, length: 1 });
    }
  }

  private expected(error: GuestThrow | Stop): Outcome {
    const { closure, start, end } = this.state.thrownAt ?? currentPlace(this.state);
    const { unit } = closure;
    const at = rangeOf(unit.chunk.source, start, end, unit.firstLine);
    if (error instanceof Stop) {
      return { kind: 'failed', error: langError(at, error.name, error.code, error.details) };
    }
    return { kind: 'failed', error: uncaught(error.value, at) };
  }

  variables(): Readonly<Record<string, string>> {
    try {
      return variablesOf(this.state);
    } catch (fault) {
      reportFault(fault);
      return {};
    }
  }
}

function refusalError(
  refusal: {
    readonly name: string;
    readonly code: string;
    readonly details: Details;
    readonly start: number;
    readonly end: number;
  },
  source: string,
  firstLine: number,
): LangError {
  const { name, code, details, start, end } = refusal;
  return langError(rangeOf(source, start, end, firstLine), name, code, details);
}

/** The error of a thrown value that nobody caught. */
function uncaught(value: Value, at: SourceRange): LangError {
  if (!isObj(value) || value.kind !== Kind.Error) {
    return langError(at, 'Error', 'uncaught-value', { value: describe(value) });
  }
  const { type, code, details, hidden } = errorData(value);
  if (code !== 'thrown') return langError(at, type, code, details);
  const own = value.bag?.['message'] ?? hidden['message'];
  const message = isObj(own) ? describe(own) : String(own ?? '');
  return langError(at, type, 'uncaught-error', { name: type, message: shorten(message) });
}
