import type { Global, Value } from '../run/values.ts';

/**
 * Where a variable of the player stands while some instructions run: for a debugger's view only, the
 * dispatch loop never looks here.
 */
export interface Local {
  readonly name: string;
  /** A register of the function, or `~index` into its captures. */
  readonly register: number;
  /** The first instruction at which it has a value, and the first at which it is out of scope. */
  readonly from: number;
  readonly to: number;
}

/** What a function is compiled to. */
export interface FunctionParts {
  readonly name: string;
  /** What `length` of the function answers. */
  readonly length: number;
  /** Small integers in a plain array, which takes less room than a typed one and is read as fast. */
  readonly code: readonly number[];
  readonly consts: readonly Value[];
  readonly functions: readonly FunctionCode[];
  /** Captured variables: a register of the parent, or `~index` into the parent's captures. */
  readonly captures: readonly number[];
  /** Registers filled with `undefined` when the caller gives fewer arguments. */
  readonly params: number;
  readonly rest: boolean;
  readonly registers: number;
  /** Places in the source by instruction, packed (`spansOf`). */
  readonly spans: string;
  /** Quads (from, to, target, register), inner ranges first. */
  readonly handlers: readonly number[];
  readonly start: number;
  readonly end: number;
  readonly strict: boolean;
  /** Steps a call costs: one, more for very long bodies. */
  readonly cost: number;
  /** What a call adds to the nested calls: nothing for the prelude. */
  readonly weight: number;
  /** The variables a debugger shows, packed (`localsOf`). */
  readonly locals: string;
}

/**
 * The compiled form of one function. Immutable, shared by all machines. A class, so that all have
 * one shape, which keeps the dispatch loop fast.
 */
export class FunctionCode implements FunctionParts {
  readonly name: string;
  readonly length: number;
  readonly code: readonly number[];
  readonly consts: readonly Value[];
  readonly functions: readonly FunctionCode[];
  readonly captures: readonly number[];
  readonly params: number;
  readonly rest: boolean;
  readonly registers: number;
  readonly spans: string;
  readonly handlers: readonly number[];
  readonly start: number;
  readonly end: number;
  readonly strict: boolean;
  readonly cost: number;
  readonly weight: number;
  readonly locals: string;

  constructor(parts: FunctionParts) {
    this.name = parts.name;
    this.length = parts.length;
    this.code = parts.code;
    this.consts = parts.consts;
    this.functions = parts.functions;
    this.captures = parts.captures;
    this.params = parts.params;
    this.rest = parts.rest;
    this.registers = parts.registers;
    this.spans = parts.spans;
    this.handlers = parts.handlers;
    this.start = parts.start;
    this.end = parts.end;
    this.strict = parts.strict;
    this.cost = parts.cost;
    this.weight = parts.weight;
    this.locals = parts.locals;
  }

  /** The same code with some parts replaced. */
  with(parts: Partial<FunctionParts>): FunctionCode {
    // oxlint-disable-next-line typescript/no-misused-spread -- The parts are what is copied here.
    return new FunctionCode({ ...this, ...parts });
  }
}

/**
 * A copy as long as its contents, since a list that has grown keeps room for more; all empty lists
 * are one.
 */
export function exactly<T>(list: readonly T[]): readonly T[] {
  return list.length === 0 ? noItems : list.slice();
}

const noItems: readonly never[] = [];

/** A global name used by a chunk and where it is first used. */
export interface GlobalReference {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** A global name declared by a chunk. */
export interface GlobalDeclaration {
  /** A `block function` makes a variable where no lexical name of an earlier chunk forbids it. */
  readonly kind: 'let' | 'const' | 'var' | 'function' | 'block function';
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** The compiled form of a chunk. Immutable, shared by all machines. */
export interface ChunkCode {
  readonly source: string;
  readonly main: FunctionCode;
  /** Global names that are used, in the order of first use, and where, packed (`referencesOf`). */
  readonly globals: readonly string[];
  readonly places: string;
  /** The declared ones among them with kind and place, packed (`declarationsOf`). */
  readonly declarations: string;
  /** Global names that are assigned without a declaration (sloppy mode makes variables of them). */
  readonly assigned: readonly string[];
  /** Global names under `typeof`, which need not exist. */
  readonly tested: readonly string[];
}

/** A chunk linked to the global variables of one machine. */
export interface Unit {
  readonly chunk: ChunkCode;
  readonly globals: readonly Global[];
  readonly firstLine: number;
  /** True for the library's own program: positions are those of its caller. */
  readonly prelude: boolean;
}
