import type * as acorn from 'acorn';
import { childrenOf, type AnyNode } from '../compile/scope.ts';
import type { HostValue, Limits } from '../types.ts';
import { parseSource } from './parser.ts';

/** A dotted path from a name, as `p.up`, and the call of it when its arguments are literals. */
export interface MemberUse {
  readonly path: readonly { readonly name: string; readonly start: number; readonly end: number }[];
  readonly called: {
    readonly args: readonly HostValue[];
    readonly start: number;
    readonly end: number;
  } | null;
}

/** All dotted paths of a source that begin with a name no function of it declares. */
export function memberUses(source: string, limits: Limits): readonly MemberUse[] {
  const parsed = parseSource(source, limits.nesting, true);
  if (!parsed.ok || parsed.longChain !== null) return [];
  const uses: MemberUse[] = [];
  const local = new Set<string>();
  collectParameters(parsed.program, local);
  const visit = (node: AnyNode): void => {
    const call = node.type === 'CallExpression' ? node : null;
    const target = call === null ? node : call.callee;
    const path = call !== null || target.type === 'MemberExpression' ? pathOf(target) : null;
    if (path !== null && !local.has(path[0]?.name ?? '')) {
      const args = call === null ? null : literals(call.arguments);
      const called =
        call !== null && args !== null ? { args, start: call.start, end: call.end } : null;
      uses.push({ path, called });
      for (const argument of call?.arguments ?? []) visit(argument);
      return;
    }
    for (const child of childrenOf(node)) visit(child);
  };
  visit(parsed.program);
  return uses;
}

/** The names of a dotted path; null for anything else. */
export function pathOf(node: AnyNode): MemberUse['path'] | null {
  const path: MemberUse['path'][number][] = [];
  let rest: AnyNode = node;
  while (rest.type === 'MemberExpression') {
    const { property } = rest;
    if (rest.computed || property.type !== 'Identifier') return null;
    path.push({ name: property.name, start: property.start, end: property.end });
    rest = rest.object;
  }
  if (rest.type !== 'Identifier') return null;
  path.push({ name: rest.name, start: rest.start, end: rest.end });
  return path.toReversed();
}

/** Names that functions and blocks of the program use for themselves. */
function collectParameters(node: AnyNode, into: Set<string>): void {
  if (/Function|Arrow/.test(node.type)) {
    for (const param of (node as acorn.FunctionExpression).params) collectNames(param, into);
  }
  if (node.type === 'VariableDeclarator') collectNames(node.id, into);
  if (node.type === 'CatchClause' && node.param) collectNames(node.param, into);
  if (node.type === 'FunctionDeclaration' && node.id) into.add(node.id.name);
  for (const child of childrenOf(node)) collectParameters(child, into);
}

function collectNames(node: AnyNode, into: Set<string>): void {
  if (node.type === 'Identifier') into.add(node.name);
  else for (const child of childrenOf(node)) collectNames(child, into);
}

/** The values of literal arguments; null when one is anything else. */
function literals(args: readonly AnyNode[]): HostValue[] | null {
  const values: HostValue[] = [];
  for (const node of args) {
    const negative = node.type === 'UnaryExpression' && node.operator === '-';
    const literal = negative ? node.argument : node;
    if (literal.type !== 'Literal') return null;
    const { value } = literal;
    if (typeof value === 'number') values.push(negative ? -value : value);
    else if (
      !negative &&
      (typeof value === 'string' || typeof value === 'boolean' || value === null)
    ) {
      values.push(value);
    } else return null;
  }
  return values;
}
