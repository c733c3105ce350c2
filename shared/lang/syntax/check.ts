import type * as acorn from 'acorn';
import { childrenOf, type AnyNode } from '../compile/scope.ts';

/** A piece of JavaScript that this language leaves out (L3). */
export interface Unsupported {
  readonly code: string;
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** The first piece of a program, in order of the source, that the language leaves out. */
export function findUnsupported(program: acorn.Program): Unsupported | null {
  const checker = new Checker();
  checker.visit(program, false);
  return checker.found.toSorted((a, b) => a.start - b.start)[0] ?? null;
}

class Checker {
  readonly found: Unsupported[] = [];

  private refuse(code: string, node: AnyNode, name = ''): void {
    this.found.push({ code, name, start: node.start, end: node.end });
  }

  /** `method` says whether `this` means the object of a method here. */
  visit(node: AnyNode, method: boolean): void {
    const code = refusedNodes[node.type];
    if (code !== undefined) {
      this.refuse(code, headOf(node));
      return;
    }
    let inside = method;
    // oxlint-disable-next-line typescript/switch-exhaustiveness-check -- All other nodes are alike.
    switch (node.type) {
      case 'ThisExpression':
        if (!method) this.refuse('unsupported-this', node);
        break;
      case 'Literal':
        if ('regex' in node && node.regex) this.refuse('unsupported-regexp', node);
        if ('bigint' in node && node.bigint) this.refuse('unsupported-bigint', node);
        break;
      case 'FunctionDeclaration':
      case 'FunctionExpression':
      case 'ArrowFunctionExpression':
        if (node.generator) this.refuse('unsupported-generator', headOf(node));
        if (node.async) this.refuse('unsupported-async', headOf(node));
        if (node.type !== 'ArrowFunctionExpression') {
          inside = this.methods.has(node);
          this.functions++;
          for (const child of childrenOf(node)) this.visit(child, inside);
          this.functions--;
          return;
        }
        break;
      case 'Identifier':
        if (node.name === 'arguments' && this.functions > 0) {
          this.refuse('unsupported-global', node, 'arguments');
        }
        break;
      case 'Property':
        this.property(node);
        if (node.computed) this.visit(node.key, method);
        this.visit(node.value, method);
        return;
      case 'ObjectExpression':
        for (const property of node.properties) {
          if (property.type === 'Property' && isProto(property)) {
            this.refuse('unsupported-proto', property.key);
          }
        }
        break;
      case 'AssignmentExpression':
        if (node.left.type === 'MemberExpression') this.methods.add(node.right);
        break;
      case 'MemberExpression':
        if (!node.computed && node.property.type === 'Identifier') {
          if (node.property.name === '__proto__') this.refuse('unsupported-proto', node.property);
          this.visit(node.object, method);
          return;
        }
        break;
      case 'ForOfStatement':
        if (node.await) this.refuse('unsupported-async', headOf(node));
        break;
    }
    for (const child of childrenOf(node)) this.visit(child, inside);
  }

  /** How many functions other than arrows are around. */
  private functions = 0;

  /** Function expressions that are methods of plain objects. */
  private readonly methods = new Set<AnyNode>();

  private property(node: acorn.Property | acorn.AssignmentProperty): void {
    if (node.kind !== 'init') this.refuse('unsupported-accessor', node.key);
    this.methods.add(node.value);
  }
}

const refusedNodes: Readonly<Partial<Record<AnyNode['type'], string>>> = {
  ClassDeclaration: 'unsupported-class',
  ClassExpression: 'unsupported-class',
  MetaProperty: 'unsupported-meta',
  Super: 'unsupported-super',
  AwaitExpression: 'unsupported-async',
  YieldExpression: 'unsupported-generator',
  ImportDeclaration: 'unsupported-module',
  ImportExpression: 'unsupported-module',
  ExportNamedDeclaration: 'unsupported-module',
  ExportDefaultDeclaration: 'unsupported-module',
  ExportAllDeclaration: 'unsupported-module',
  WithStatement: 'unsupported-with',
  DebuggerStatement: 'unsupported-debugger',
  TaggedTemplateExpression: 'unsupported-tagged-template',
};

/** The keyword of a long construct, for a short mark. */
function headOf(node: AnyNode): AnyNode {
  const lengths: Partial<Record<AnyNode['type'], number>> = {
    ClassDeclaration: 5,
    ClassExpression: 5,
    WithStatement: 4,
    FunctionDeclaration: 8,
    FunctionExpression: 8,
    ForOfStatement: 3,
  };
  const isAsync = 'async' in node && node.async;
  const length = isAsync ? 'async'.length : lengths[node.type];
  return length === undefined ? node : { ...node, end: Math.min(node.end, node.start + length) };
}

function isProto(property: acorn.Property): boolean {
  if (property.computed || property.shorthand || property.method) return false;
  const { key } = property;
  return key.type === 'Identifier' ? key.name === '__proto__' : literalText(key) === '__proto__';
}

function literalText(key: acorn.Expression | acorn.PrivateIdentifier): unknown {
  return key.type === 'Literal' ? key.value : null;
}
