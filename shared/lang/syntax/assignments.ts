import { analyse } from '../compile/analyse.ts';
import { childrenOf, type AnyNode } from '../compile/scope.ts';
import type { Limits } from '../types.ts';
import { parseSource } from './parser.ts';
import { pathOf, type MemberUse } from './uses.ts';

/** Something a program assigns to: a name, or a dotted path from a name such as `p.x`. */
export interface Assignment {
  readonly path: MemberUse['path'];
  /** What the first name means: a variable of a function or block, a constant of one, or a global. */
  readonly first: 'local' | 'local-constant' | 'global';
}

/** All assignments of a source but those of declarations, in order. */
export function assignmentsOf(source: string, limits: Limits): readonly Assignment[] {
  const parsed = parseSource(source, limits.nesting, true);
  if (!parsed.ok || parsed.longChain !== null) return [];
  const { names } = analyse(parsed.program);
  const found: Assignment[] = [];
  const add = (target: AnyNode): void => {
    const path = pathOf(target);
    if (path === null) return;
    let first = target;
    while (first.type === 'MemberExpression') first = first.object;
    const kind = names.get(first)?.kind;
    const constant = kind === 'const' ? 'local-constant' : 'local';
    found.push({ path, first: kind === undefined ? 'global' : constant });
  };
  const visit = (node: AnyNode): void => {
    const target = assignedBy(node);
    if (target !== null) for (const one of targetsOf(target)) add(one);
    for (const child of childrenOf(node)) visit(child);
  };
  visit(parsed.program);
  return found;
}

function assignedBy(node: AnyNode): AnyNode | null {
  if (node.type === 'AssignmentExpression') return node.left;
  if (node.type === 'UpdateExpression') return node.argument;
  const inLoop = node.type === 'ForInStatement' || node.type === 'ForOfStatement';
  return inLoop && node.left.type !== 'VariableDeclaration' ? node.left : null;
}

/** The names and members a pattern sets. */
function targetsOf(pattern: AnyNode | null): AnyNode[] {
  if (pattern === null) return [];
  if (pattern.type === 'Identifier' || pattern.type === 'MemberExpression') return [pattern];
  if (pattern.type === 'AssignmentPattern') return targetsOf(pattern.left);
  if (pattern.type === 'RestElement') return targetsOf(pattern.argument);
  if (pattern.type === 'ArrayPattern') return pattern.elements.flatMap(targetsOf);
  if (pattern.type !== 'ObjectPattern') return [];
  return pattern.properties.flatMap((property) =>
    targetsOf(property.type === 'RestElement' ? property : property.value),
  );
}
