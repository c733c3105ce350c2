import type * as acorn from 'acorn';
import type { GlobalReference, Local } from './code.ts';
import { Emitter, type Place } from './emitter.ts';
import type { Analysis, AnyNode, FunctionScope, Scope, Variable } from './scope.ts';

/** What all functions of a chunk share while they are compiled. */
export interface ChunkContext {
  readonly source: string;
  readonly analysis: Analysis;
  readonly globals: GlobalReference[];
  readonly globalIndex: Map<string, number>;
  readonly assigned: Set<string>;
  readonly tested: Set<string>;
  /** Numbers of the intrinsics by name; empty for programs, so that only the prelude has them. */
  readonly intrinsics: ReadonlyMap<string, number>;
}

/** Index of a global name in the chunk's list; it is added when it is new. */
export function globalIndexOf(chunk: ChunkContext, name: string, place: Place): number {
  let index = chunk.globalIndex.get(name);
  if (index === undefined) {
    index = chunk.globals.push({ name, start: place.start, end: place.end }) - 1;
    chunk.globalIndex.set(name, index);
  }
  return index;
}

/** Reads and writes variables wherever they live: register, cell, capture or global. */
export abstract class VariableCompiler extends Emitter {
  protected readonly chunk: ChunkContext;
  protected readonly parent: VariableCompiler | null;
  protected readonly fn: FunctionScope;
  protected readonly captures: number[] = [];
  private readonly captureIndex = new Map<Variable, number>();
  private readonly locals: Local[] = [];
  /** The instruction from which on a variable has a value. */
  private readonly valuedFrom = new Map<Variable, number>();

  constructor(chunk: ChunkContext, parent: VariableCompiler | null, fn: FunctionScope) {
    super();
    this.chunk = chunk;
    this.parent = parent;
    this.fn = fn;
  }

  /** The variable a name means; null for a global one. */
  protected variableOf(node: AnyNode): Variable | null {
    return this.chunk.analysis.names.get(node) ?? null;
  }

  /** Index of a global name in the chunk's list. */
  protected globalOf(name: string, place: Place): number {
    return globalIndexOf(this.chunk, name, place);
  }

  protected captureOf(variable: Variable): number {
    let index = this.captureIndex.get(variable);
    if (index === undefined) {
      const parent = this.parent as VariableCompiler;
      const source =
        variable.scope.fn === parent.fn ? variable.register : ~parent.captureOf(variable);
      index = this.captures.push(source) - 1;
      this.captureIndex.set(variable, index);
    }
    return index;
  }

  /** The register of a variable that can be read in place; −1 when it needs an instruction. */
  protected directRegister(node: acorn.Identifier): number {
    const variable = this.variableOf(node);
    if (variable === null || variable.captured || variable.scope.fn !== this.fn) return -1;
    return mayBeEarly(variable, node) ? -1 : variable.register;
  }

  protected readName(node: acorn.Identifier, d: number): void {
    this.at(node);
    const variable = this.variableOf(node);
    if (variable === null) {
      if (node.name === 'undefined') this.emit('LoadUndefined', d);
      else this.emit('GetGlobal', d, this.globalOf(node.name, node));
    } else this.readVariable(variable, node, d);
  }

  protected readVariable(variable: Variable, node: AnyNode, d: number): void {
    if (variable.scope.fn !== this.fn) this.emit('GetCapture', d, this.captureOf(variable));
    else if (variable.captured) this.emit('GetCell', d, variable.register);
    else {
      if (mayBeEarly(variable, node)) this.emit('CheckTdz', variable.register);
      this.move(d, variable.register);
    }
  }

  /** Assigns to a name that was declared elsewhere, as `=` does. */
  protected assignName(node: acorn.Identifier, from: number): void {
    this.at(node);
    const variable = this.variableOf(node);
    if (variable === null) {
      this.chunk.assigned.add(node.name);
      this.emit('SetGlobal', this.globalOf(node.name, node), from);
      return;
    }
    if (variable.kind === 'const' || variable.kind === 'self') {
      this.assignConstant(variable, node);
    } else if (variable.scope.fn !== this.fn) {
      this.emit('SetCapture', this.captureOf(variable), from);
    } else if (variable.captured) this.emit('SetCell', variable.register, from);
    else {
      if (mayBeEarly(variable, node)) this.emit('CheckTdz', variable.register);
      this.move(variable.register, from);
    }
  }

  private assignConstant(variable: Variable, node: acorn.Identifier): void {
    if (variable.kind === 'self' && !this.fn.strict) return;
    if (variable.kind === 'const') {
      const mark = this.next;
      this.readVariable(variable, node, this.alloc());
      this.next = mark;
    }
    this.emit('ThrowConst', this.constant(node.name));
  }

  /** Gives a variable its first value at its declaration. */
  protected initialise(node: acorn.Identifier, from: number): void {
    this.at(node);
    const variable = this.variableOf(node);
    if (variable === null) this.emit('InitGlobal', this.globalOf(node.name, node), from);
    else this.initialiseVariable(variable, from);
  }

  protected initialiseVariable(variable: Variable, from: number): void {
    if (variable.captured) this.emit('InitCell', variable.register, from);
    else this.move(variable.register, from);
    this.noteValue(variable);
  }

  /** Tells the debugger's view that a variable has a value from here on. */
  protected noteValue(variable: Variable): void {
    if (!this.valuedFrom.has(variable)) this.valuedFrom.set(variable, this.code.length);
  }

  /** Tells the debugger's view that the variables of a scope end here; inner scopes end first. */
  protected leaveScope(scope: Scope): void {
    const to = this.code.length;
    for (const variable of scope.variables.values()) {
      const from = this.valuedFrom.get(variable);
      if (from === undefined || variable.kind === 'this' || isSkipped(variable)) continue;
      this.locals.push({ name: variable.name, register: variable.register, from, to });
    }
  }

  /** What a debugger's view may tell of the function once all of it is compiled. */
  protected knownLocals(): readonly Local[] {
    const to = this.code.length + 1;
    for (const [{ name, kind }, index] of this.captureIndex) {
      if (kind !== 'this') this.locals.push({ name, register: ~index, from: 0, to });
    }
    return this.locals;
  }

  /** Gives the variables of a scope their registers. */
  protected enterVariables(scope: Scope): void {
    for (const variable of scope.variables.values()) this.enterVariable(variable);
  }

  protected enterVariable(variable: Variable): void {
    if (variable.register < 0 || variable.kind !== 'parameter') variable.register = this.alloc();
    const lexical = variable.kind === 'let' || variable.kind === 'const';
    if (variable.captured) {
      this.emit('MakeCell', variable.register);
      if (!lexical && variable.kind !== 'parameter') this.initialiseUndefined(variable);
    } else if (lexical || variable.kind === 'parameter') {
      if (variable.early) this.emit('LoadTdz', variable.register);
    } else this.emit('LoadUndefined', variable.register);
    if (!lexical && variable.kind !== 'parameter') this.noteValue(variable);
  }

  private initialiseUndefined(variable: Variable): void {
    const mark = this.next;
    const none = this.alloc();
    this.emit('LoadUndefined', none);
    this.emit('InitCell', variable.register, none);
    this.next = mark;
  }
}

/** True when a `case` may be reached without the declaration, and nothing marks the register then. */
function isSkipped({ scope, kind, captured, early }: Variable): boolean {
  const lexical = kind === 'let' || kind === 'const';
  return scope.kind === 'switch' && lexical && !captured && !early;
}

function mayBeEarly(variable: Variable, node: AnyNode): boolean {
  if (!variable.early) return false;
  return node.start < variable.ready || variable.scope.kind === 'switch';
}
