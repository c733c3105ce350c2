import type * as acorn from 'acorn';
import type { Place } from './emitter.ts';

/** Any syntax node, walked without knowing its type. */
export type AnyNode = acorn.AnyNode;

/** How a variable was declared. `self` is the name of a function expression inside itself. */
export type VariableKind = 'let' | 'const' | 'var' | 'function' | 'parameter' | 'self' | 'this';

/** One variable of one scope, filled in by the analysis and placed by the compiler. */
export class Variable {
  readonly name: string;
  readonly kind: VariableKind;
  readonly scope: Scope;
  /** Offset after which the variable is initialised for code of the same function. */
  readonly ready: number;
  /** Used by an inner function: lives in a cell. */
  captured = false;
  /** Some use may come before the declaration: starts as `tdz`. */
  early = false;
  register = -1;
  /** Nothing declares it but functions in blocks; a lexical name of an earlier chunk forbids it. */
  byBlocksOnly = false;
  /** The declaring name. */
  readonly place: Place;
  constructor(name: string, kind: VariableKind, scope: Scope, ready: number, place: Place) {
    this.place = place;
    this.name = name;
    this.kind = kind;
    this.scope = scope;
    this.ready = ready;
  }
}

/** A region of names. Global names are kept by the machine, not by registers. */
export class Scope {
  readonly parent: Scope | null;
  readonly fn: FunctionScope;
  readonly kind: 'global' | 'function' | 'body' | 'block' | 'switch';
  readonly variables = new Map<string, Variable>();
  /** Functions declared directly in this scope, created on entry. */
  readonly functions: acorn.FunctionDeclaration[] = [];
  constructor(parent: Scope | null, fn: FunctionScope | null, kind: Scope['kind']) {
    this.parent = parent;
    this.fn = fn ?? new FunctionScope(parent?.fn ?? null, this);
    this.kind = kind;
  }
  declare(name: string, kind: VariableKind, ready: number, place: Place): Variable {
    const old = this.variables.get(name);
    if (old !== undefined && (old.kind !== 'var' || kind !== 'function')) return old;
    const variable = new Variable(name, kind, this, ready, place);
    this.variables.set(name, variable);
    return variable;
  }
}

/** What the compiler must know of one function. */
export class FunctionScope {
  readonly parent: FunctionScope | null;
  /** Holds parameters; also the body's variables unless a default value needs them apart. */
  readonly scope: Scope;
  strict = false;
  arrow = false;
  /** Set when an arrow inside uses `this`. */
  thisVariable: Variable | null = null;
  constructor(parent: FunctionScope | null, scope: Scope) {
    this.parent = parent;
    this.scope = scope;
  }
}

/** Result of the analysis: scopes by node and the variable each name means. */
export interface Analysis {
  readonly scopes: ReadonlyMap<AnyNode, Scope>;
  /** Absent for global names. */
  readonly names: ReadonlyMap<AnyNode, Variable>;
  /** Function declarations in blocks that also set a `var` of the function (sloppy mode). */
  readonly hoisted: ReadonlyMap<AnyNode, Variable | 'global'>;
  readonly global: Scope;
  readonly strict: boolean;
}

/** The names a pattern binds, in order. */
export function boundNames(pattern: acorn.Pattern | null, into: acorn.Identifier[] = []) {
  if (pattern === null) return into;
  switch (pattern.type) {
    case 'Identifier':
      into.push(pattern);
      break;
    case 'ObjectPattern':
      for (const property of pattern.properties) {
        boundNames(property.type === 'RestElement' ? property.argument : property.value, into);
      }
      break;
    case 'ArrayPattern':
      for (const element of pattern.elements) boundNames(element, into);
      break;
    case 'AssignmentPattern':
      boundNames(pattern.left, into);
      break;
    case 'RestElement':
      boundNames(pattern.argument, into);
      break;
    case 'MemberExpression':
      break;
  }
  return into;
}

/** True when a body starts with the directive. */
export function hasUseStrict(body: readonly acorn.AnyNode[]): boolean {
  for (const statement of body) {
    if (statement.type !== 'ExpressionStatement' || statement.directive === undefined) return false;
    if (statement.directive === 'use strict') return true;
  }
  return false;
}

/** The child nodes of a node in source order as acorn stores them. */
export function childrenOf(node: AnyNode): AnyNode[] {
  const children: AnyNode[] = [];
  for (const value of Object.values(node) as unknown[]) {
    if (Array.isArray(value)) {
      for (const item of value as unknown[]) if (isNode(item)) children.push(item);
    } else if (isNode(value)) children.push(value);
  }
  return children;
}

function isNode(value: unknown): value is AnyNode {
  return typeof value === 'object' && value !== null && typeof (value as AnyNode).type === 'string';
}
