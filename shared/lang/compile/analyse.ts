import type * as acorn from 'acorn';
import {
  boundNames,
  childrenOf,
  hasUseStrict,
  Scope,
  type Analysis,
  type AnyNode,
  type FunctionScope,
  type Variable,
} from './scope.ts';

type FunctionNode =
  | acorn.FunctionDeclaration
  | acorn.FunctionExpression
  | acorn.ArrowFunctionExpression;

/** Finds the scopes of a program, what each name means, and which variables functions capture. */
export function analyse(program: acorn.Program): Analysis {
  return new Analyser().run(program);
}

class Analyser {
  private readonly scopes = new Map<AnyNode, Scope>();
  private readonly names = new Map<AnyNode, Variable>();
  private readonly hoisted = new Map<AnyNode, Variable | 'global'>();
  private scope: Scope = new Scope(null, null, 'global');
  /** Where `var` declarations of the current function go. */
  private varScope: Scope = this.scope;

  run(program: acorn.Program): Analysis {
    const global = this.scope;
    global.fn.strict = hasUseStrict(program.body);
    this.scopes.set(program, global);
    this.declareLexical(program.body, global);
    this.hoistVars(program.body);
    for (const statement of program.body) this.visit(statement);
    const { scopes, names, hoisted } = this;
    return { scopes, names, hoisted, global, strict: global.fn.strict };
  }

  private visit(node: AnyNode): void {
    switch (node.type as string) {
      case 'Identifier':
        this.use(node as acorn.Identifier);
        return;
      case 'ThisExpression':
        this.useThis(node);
        return;
      case 'FunctionDeclaration':
      case 'FunctionExpression':
      case 'ArrowFunctionExpression':
        this.visitFunction(node as FunctionNode);
        return;
      case 'MemberExpression': {
        const member = node as acorn.MemberExpression;
        this.visit(member.object);
        if (member.computed) this.visit(member.property);
        return;
      }
      case 'Property': {
        const property = node as acorn.Property;
        if (property.computed) this.visit(property.key);
        this.visit(property.value);
        return;
      }
      case 'VariableDeclarator': {
        const one = node as acorn.VariableDeclarator;
        this.bind(one.id);
        if (one.init) this.visit(one.init);
        return;
      }
      case 'LabeledStatement':
        this.visit((node as acorn.LabeledStatement).body);
        return;
      case 'BreakStatement':
      case 'ContinueStatement':
        return;
      case 'BlockStatement':
        this.inScope(node, 'block', (scope) => {
          const { body } = node as acorn.BlockStatement;
          this.declareLexical(body, scope);
          for (const statement of body) this.visit(statement);
        });
        return;
      case 'SwitchStatement':
        this.visitSwitch(node as acorn.SwitchStatement);
        return;
      case 'ForStatement':
      case 'ForInStatement':
      case 'ForOfStatement':
        this.visitFor(node as acorn.ForStatement | acorn.ForInStatement | acorn.ForOfStatement);
        return;
      case 'CatchClause':
        this.visitCatch(node as acorn.CatchClause);
        return;
      default:
        for (const child of childrenOf(node)) this.visit(child);
    }
  }

  /** Notes the variables a declaring pattern sets; only its keys and defaults are uses. */
  private bind(node: AnyNode): void {
    switch (node.type as string) {
      case 'Identifier': {
        const variable = this.find((node as acorn.Identifier).name);
        if (variable !== null && variable.scope.kind !== 'global') this.names.set(node, variable);
        return;
      }
      case 'AssignmentPattern':
        this.bind((node as acorn.AssignmentPattern).left);
        this.visit((node as acorn.AssignmentPattern).right);
        return;
      case 'Property': {
        const property = node as acorn.AssignmentProperty;
        if (property.computed) this.visit(property.key);
        this.bind(property.value);
        return;
      }
      default:
        for (const child of childrenOf(node)) this.bind(child);
    }
  }

  private inScope(node: AnyNode, kind: Scope['kind'], work: (scope: Scope) => void): void {
    const outer = this.scope;
    this.scope = new Scope(outer, outer.fn, kind);
    this.scopes.set(node, this.scope);
    work(this.scope);
    this.scope = outer;
  }

  private visitSwitch(node: acorn.SwitchStatement): void {
    this.visit(node.discriminant);
    this.inScope(node, 'switch', (scope) => {
      this.declareLexical(
        node.cases.flatMap((one) => one.consequent),
        scope,
      );
      for (const one of node.cases) this.visit(one);
    });
  }

  private visitFor(node: acorn.ForStatement | acorn.ForInStatement | acorn.ForOfStatement): void {
    const head = node.type === 'ForStatement' ? node.init : node.left;
    this.inScope(node, 'block', (scope) => {
      if (head?.type === 'VariableDeclaration' && head.kind !== 'var') {
        const ready = node.type === 'ForStatement' ? null : node.right.end;
        this.declareVariables(head, scope, ready);
      }
      for (const child of childrenOf(node)) this.visit(child);
    });
  }

  private visitCatch(node: acorn.CatchClause): void {
    this.inScope(node, 'block', (scope) => {
      for (const id of boundNames(node.param ?? null)) scope.declare(id.name, 'let', id.end, id);
      if (node.param) this.bind(node.param);
      this.visit(node.body);
    });
  }

  private visitFunction(node: FunctionNode): void {
    const outer = this.scope;
    const outerVars = this.varScope;
    if (isFunction(node) && outer.kind !== 'global') {
      const own = outer.variables.get(node.id.name);
      if (own !== undefined) this.names.set(node, own);
    }
    if (node.type === 'FunctionExpression' && node.id) {
      // The name lives outside of the function's own scope but belongs to its frame.
      this.scope = new Scope(outer, null, 'function');
      this.scope.declare(node.id.name, 'self', -1, node.id);
    }
    const named = this.scope !== outer;
    const scope = new Scope(this.scope, named ? this.scope.fn : null, 'function');
    scope.fn.arrow = node.type === 'ArrowFunctionExpression';
    scope.fn.strict =
      outer.fn.strict || (node.body.type === 'BlockStatement' && hasUseStrict(node.body.body));
    this.scopes.set(node, scope);
    this.scope = scope;
    this.varScope = scope;
    const simple = node.params.every((param) => param.type === 'Identifier');
    for (const param of node.params) {
      for (const id of boundNames(param)) {
        scope.declare(id.name, 'parameter', simple ? -1 : param.end, id);
      }
    }
    for (const param of node.params) this.bind(param);
    this.visitBody(node, scope, !simple && node.params.some(hasExpression));
    this.scope = outer;
    this.varScope = outerVars;
  }

  private visitBody(node: FunctionNode, scope: Scope, apart: boolean): void {
    if (node.body.type !== 'BlockStatement') {
      this.visit(node.body);
      return;
    }
    const body = apart ? new Scope(scope, scope.fn, 'body') : scope;
    this.scopes.set(node.body, body);
    this.scope = body;
    this.varScope = body;
    this.declareLexical(node.body.body, body);
    this.hoistVars(node.body.body);
    for (const statement of node.body.body) this.visit(statement);
  }

  /** Declares `let`, `const` and functions that stand directly among the statements. */
  private declareLexical(statements: readonly AnyNode[], scope: Scope): void {
    for (let statement of statements) {
      while (statement.type === 'LabeledStatement') statement = statement.body;
      if (statement.type === 'VariableDeclaration' && statement.kind !== 'var') {
        this.declareVariables(statement, scope, null);
      } else if (isFunction(statement)) {
        scope.declare(statement.id.name, 'function', -1, statement.id);
        scope.functions.push(statement);
      }
    }
  }

  private declareVariables(
    node: acorn.VariableDeclaration,
    scope: Scope,
    ready: number | null,
  ): void {
    const kind = node.kind === 'const' ? 'const' : 'let';
    for (const one of node.declarations) {
      for (const id of boundNames(one.id)) scope.declare(id.name, kind, ready ?? one.end, id);
    }
  }

  /** Declares the `var`s of a function, and in sloppy mode the functions of its blocks. */
  private hoistVars(body: readonly AnyNode[]): void {
    const target = this.varScope;
    const walk = (node: AnyNode, blocks: readonly ReadonlySet<string>[]): void => {
      if (node.type === 'VariableDeclaration') {
        if (node.kind !== 'var') return;
        for (const one of node.declarations) {
          for (const id of boundNames(one.id)) {
            target.declare(id.name, 'var', -1, id).byBlocksOnly = false;
          }
        }
        return;
      }
      if (isFunction(node)) {
        if (blocks.length > 0) this.hoistFunction(node, target, blocks);
        return;
      }
      if (!isStatement(node)) return;
      const inner = lexicalNames(node);
      const next = inner === null ? blocks : [...blocks, inner];
      for (const child of childrenOf(node)) walk(child, next);
    };
    for (const statement of body) walk(statement, []);
  }

  private hoistFunction(
    node: acorn.FunctionDeclaration,
    target: Scope,
    blocks: readonly ReadonlySet<string>[],
  ): void {
    const { name } = node.id;
    if (target.fn.strict) return;
    if (blocks.slice(0, -1).some((names) => names.has(name))) return;
    for (let scope: Scope | null = target; scope?.fn === target.fn; scope = scope.parent) {
      const old = scope.variables.get(name);
      if (old === undefined || old.kind === 'self') continue;
      // A parameter of that name keeps its value; a lexical name forbids the var.
      if (old.kind !== 'var' && old.kind !== 'function') return;
      break;
    }
    const isNew = !target.variables.has(name);
    const variable = target.declare(name, 'var', -1, node.id);
    variable.byBlocksOnly ||= isNew;
    this.hoisted.set(node, target.kind === 'global' ? 'global' : variable);
  }

  private use(node: acorn.Identifier): void {
    const variable = this.find(node.name);
    if (variable === null || variable.scope.kind === 'global') return;
    this.names.set(node, variable);
    if (variable.scope.fn !== this.scope.fn) {
      variable.captured = true;
      if (node.start < variable.ready || variable.kind === 'let' || variable.kind === 'const') {
        variable.early = true;
      }
    } else if (node.start < variable.ready || variable.scope.kind === 'switch') {
      variable.early = true;
    }
  }

  private find(name: string): Variable | null {
    for (let scope: Scope | null = this.scope; scope !== null; scope = scope.parent) {
      const variable = scope.variables.get(name);
      if (variable !== undefined) return variable;
    }
    return null;
  }

  private useThis(node: AnyNode): void {
    let fn: FunctionScope | null = this.scope.fn;
    if (!fn.arrow) return;
    while (fn !== null && fn.arrow) fn = fn.parent;
    if (fn === null) return;
    fn.thisVariable ??= fn.scope.declare('%this', 'this', -1, node);
    fn.thisVariable.captured = true;
    this.names.set(node, fn.thisVariable);
  }
}

function hasExpression(pattern: AnyNode): boolean {
  if (pattern.type === 'AssignmentPattern') return true;
  if (pattern.type === 'Property') return pattern.computed || hasExpression(pattern.value);
  return pattern.type !== 'Identifier' && childrenOf(pattern).some(hasExpression);
}

/** Declarations without a name stand in modules only. */
function isFunction(node: AnyNode): node is acorn.FunctionDeclaration {
  return node.type === 'FunctionDeclaration' && node.id !== null;
}

function isStatement(node: AnyNode): boolean {
  return (
    node.type.endsWith('Statement') || node.type === 'SwitchCase' || node.type === 'CatchClause'
  );
}

/** Names declared lexically by a block-like node; null when it opens no scope. */
function lexicalNames(node: AnyNode): ReadonlySet<string> | null {
  const names = new Set<string>();
  const add = (statements: readonly AnyNode[]): ReadonlySet<string> => {
    for (let one of statements) {
      while (one.type === 'LabeledStatement') one = one.body;
      if (isFunction(one)) names.add(one.id.name);
      if (one.type === 'VariableDeclaration' && one.kind !== 'var') {
        for (const each of one.declarations)
          for (const id of boundNames(each.id)) names.add(id.name);
      }
    }
    return names;
  };
  // oxlint-disable-next-line typescript/switch-exhaustiveness-check -- All other nodes are alike.
  switch (node.type) {
    case 'BlockStatement':
      return add(node.body);
    case 'SwitchStatement':
      return add(node.cases.flatMap((one) => one.consequent));
    case 'ForStatement':
      return add(node.init?.type === 'VariableDeclaration' ? [node.init] : []);
    case 'ForInStatement':
    case 'ForOfStatement':
      return add(node.left.type === 'VariableDeclaration' ? [node.left] : []);
    case 'CatchClause':
      for (const id of boundNames(
        node.param?.type === 'Identifier' ? null : (node.param ?? null),
      )) {
        names.add(id.name);
      }
      return names;
    default:
      return null;
  }
}
