import { randomStream, type Random } from '../../base/random.ts';
import type { HostFunction, HostValue, Limits, NamesOfAny } from '../types.ts';
import { overLimit } from './errors.ts';
import { GlobalTable } from './global-table.ts';
import type { Closure } from './closure.ts';
import { newBag, pending, type Bag, type Obj, type Value } from './values.ts';

/** A place in a chunk, as offsets; the closure's unit knows the chunk. */
export interface Place {
  readonly closure: Closure;
  readonly start: number;
  readonly end: number;
}

/** A function of the library written in the host's language. Never sees objects to convert. */
export interface Native {
  readonly name: string;
  /** What `length` answers, and how many missing arguments are filled with undefined. */
  readonly length: number;
  readonly params: number;
  /**
   * How arguments that are objects become primitives before the call: `v` not at all, `n` and `s`
   * by the hint number or string. A final `*` repeats the last letter.
   */
  readonly kinds: string;
  readonly fn: NativeFunction;
  /** For `new`; absent when the function is no constructor. */
  readonly make?: NativeFunction;
}

/** `args` are the registers from `at`; `count` were given, missing ones are undefined. */
export type NativeFunction = (
  state: State,
  self: Value,
  args: Value[],
  at: number,
  count: number,
) => Value;

/** Data of a host function as the program holds it. */
export interface HostFunctionData {
  readonly name: string;
  readonly call: HostFunction<never>;
}

/** Data of a group of host names. Functions and groups in it are made when first read. */
export interface GroupData {
  readonly name: string;
  readonly members: NamesOfAny;
  /** Also the bag of the group, so that what is made is found at once. */
  readonly made: Bag;
}

/** The library all machines share. Nothing in it can be changed by a program. */
export interface Library {
  readonly globals: ReadonlyMap<string, Value>;
  /** Methods by kind of value. */
  readonly methods: Readonly<Record<MethodTable, Bag>>;
  /**
   * The same for the dispatch loop: methods of arrays, maps and sets by the number of their kind,
   * nothing for other kinds.
   */
  readonly byKind: readonly Bag[];
  /** Functions of the prelude that slow paths call. */
  readonly prelude: Readonly<Record<string, Obj>>;
  readonly intrinsics: readonly NativeFunction[];
}

export type MethodTable =
  | 'object'
  | 'string'
  | 'number'
  | 'boolean'
  | 'array'
  | 'function'
  | 'error'
  | 'map'
  | 'set'
  | 'iterator';

/** What the state needs of parts that themselves need the state; one for all machines. */
export interface Services {
  /** Counts live bytes, or ends the chunk when `wanted` more do not fit. */
  readonly collect: (state: State, wanted: number) => void;
  /** Compiles a host function written in the language. */
  readonly makeProgram: (source: string) => Obj;
}

/** All that changes while programs run. Plain data, so an idle program is small. */
export class State {
  readonly library: Library;
  readonly services: Services;
  readonly limits: Limits;
  readonly names: NamesOfAny;
  /** What the names read; its type is theirs, and nothing here looks into it. */
  readonly host: never;
  /** Functions and groups of the host already made. */
  readonly made = newBag();
  private readonly seed: string;
  private chance: Random | null = null;
  readonly registers: Value[] = [];
  /**
   * Where callers go on: three numbers for each nested call, the next instruction, the first register
   * and the absolute register that receives the answer. The function is two registers below the
   * first. Only numbers, so that calls allocate nothing; they are kept and used again.
   */
  readonly stack: number[] = [];
  readonly globals = new GlobalTable();
  fuel = 0;
  /** Bytes that may be made before live values are counted again. */
  budget: number;
  /** Set by a slow path that answered `pending`. */
  callee: Obj | null = null;
  args: Value[] = [];
  self: Value = undefined;
  /** Arrays that are being joined, so that cyclic ones end. */
  joining: Set<Obj> | null = null;
  /** The host call that has stopped the program. */
  call: { readonly name: string; readonly args: readonly HostValue[] } | null = null;
  /** Where an error was thrown, while it is on its way. */
  thrownAt: Place | null = null;
  /** Arguments given to a function with a rest parameter. */
  argc = 0;
  /** Offset from the instruction to the place shown for an error. */
  shift = 0;
  // Where execution stands between two runs of the loop.
  closure: Closure | null = null;
  pc = 0;
  base = 0;
  target = 0;
  back = 0;
  depth = 0;
  /** The closure of the chunk's own code while it runs. */
  main: Closure | null = null;
  nested = 0;

  constructor(
    library: Library,
    services: Services,
    names: NamesOfAny,
    host: unknown,
    seed: string,
    limits: Limits,
  ) {
    this.library = library;
    this.services = services;
    this.names = names;
    this.host = host as never;
    this.seed = seed;
    this.limits = shared(limits);
    this.budget = limits.memory;
  }

  /** The next random fraction (L2). */
  random(): number {
    this.chance ??= randomStream(this.seed, 'lang');
    return this.chance.fraction();
  }

  /** Charges bytes before they are made (L6). */
  charge(bytes: number): void {
    this.budget -= bytes;
    if (this.budget < 0) this.services.collect(this, bytes);
  }

  /** Charges steps for work inside of the library (L6). */
  work(steps: number): void {
    this.fuel -= steps;
    if (this.fuel < 0) overLimit('step-limit', this.limits.steps);
  }

  /** Parts of a step that work inside of the library has taken and that are not charged yet. */
  private owed = 0;

  /** Charges work in parts of a step, 1,024 to one; what is less than a step adds up (L6). */
  spend(parts: number): void {
    const owed = this.owed + parts;
    if (owed < 1024) {
      this.owed = owed;
      return;
    }
    const steps = Math.floor(owed / 1024);
    this.owed = owed - 1024 * steps;
    this.work(steps);
  }

  /** All the steps of a turn are there again. */
  refuel(): void {
    this.fuel = this.limits.steps;
    this.owed = 0;
  }

  /** Charges the characters of a text that is about to be made, and the work of making it. */
  chargeText(length: number): void {
    if (length > 0x1fffffe0) overLimit('memory-limit', this.limits.memory);
    this.charge(24 + 2 * length);
    this.spend(length);
  }

  /** Charges an array of some length that is about to be made, and the work of making it. */
  chargeItems(count: number): void {
    if (count > 0x7ffffff) overLimit('memory-limit', this.limits.memory);
    this.charge(64 + 8 * count);
    if (count > 8) this.work(count >> 3);
  }

  /** The first register that no running function uses. */
  get top(): number {
    if (this.main === null) return 0;
    const callee = this.depth === 0 ? null : this.registers[this.base - 2];
    const closure = callee ? ((callee as Obj).data as Closure) : this.main;
    return Math.min(this.registers.length, this.base + closure.code.registers + 10);
  }

  /** Names that a program may use now, for suggestions. */
  *knownNames(): Iterable<string> {
    for (const { name, kind } of this.globals.all) if (kind !== 'none') yield name;
    yield* this.library.globals.keys();
    yield* Object.keys(this.names);
  }

  /** Asks the loop to call a prelude function whose answer is that of the slow path. */
  request(name: string, ...args: Value[]): Obj {
    const callee = this.library.prelude[name];
    if (callee === undefined) throw new Error(`no prelude function ${name}`);
    this.callee = callee;
    this.args = args;
    return pending;
  }
}

/** The limits in an object of one shape, whatever the host hands in; equal ones share it. */
function shared(limits: Limits): Limits {
  const { steps, depth, memory, source, nesting } = limits;
  const same =
    steps === last.steps &&
    depth === last.depth &&
    memory === last.memory &&
    source === last.source &&
    nesting === last.nesting;
  if (!same) last = { steps, depth, memory, source, nesting };
  return last;
}

let last: Limits = { steps: 0, depth: 0, memory: 0, source: 0, nesting: 0 };
