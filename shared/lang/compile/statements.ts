import type * as acorn from 'acorn';
import { ConditionCompiler } from './conditions.ts';
import type { Label } from './emitter.ts';
import type { AnyNode, Scope, Variable } from './scope.ts';

/** Something `break` and `continue` may leave, or a `finally` that has to run on the way. */
export interface Exit {
  readonly labels: readonly string[];
  readonly breakTo: Label | null;
  readonly continueTo: Label | null;
  /** True for loops and `switch`, the targets of a `break` without a label. */
  readonly plain: boolean;
  readonly finalizer: Finalizer | null;
}

/** A `finally` block: ways through it are numbered and kept in a register while it runs. */
export interface Finalizer {
  readonly way: number;
  readonly value: number;
  readonly entry: Label;
  /** Where each way goes on after the block; 0 goes on behind it, 1 throws again. */
  readonly ways: (Label | 'return')[];
}

/** Statements without loops and `try`. */
export abstract class StatementCompiler extends ConditionCompiler {
  protected exits: Exit[] = [];

  protected abstract loop(node: acorn.Statement, labels: readonly string[]): void;
  protected abstract tryStatement(node: acorn.TryStatement): void;
  protected abstract functionDeclaration(node: acorn.FunctionDeclaration, d: number): void;

  protected statements(body: readonly AnyNode[]): void {
    for (const one of body) this.statement(one as acorn.Statement);
  }

  protected statement(node: acorn.Statement, labels: readonly string[] = []): void {
    switch (node.type as string) {
      case 'ExpressionStatement':
        return this.expressionStatement(node as acorn.ExpressionStatement);
      case 'VariableDeclaration':
        return this.variables(node as acorn.VariableDeclaration);
      case 'FunctionDeclaration':
        return this.hoistToFunction(node as acorn.FunctionDeclaration);
      case 'EmptyStatement':
        return;
      case 'BlockStatement':
        return this.block(node as acorn.BlockStatement);
      case 'IfStatement':
        return this.ifStatement(node as acorn.IfStatement);
      case 'ReturnStatement':
        return this.returnStatement(node as acorn.ReturnStatement);
      case 'ThrowStatement':
        return this.throwStatement(node as acorn.ThrowStatement);
      case 'BreakStatement':
      case 'ContinueStatement':
        return this.leave(node as acorn.BreakStatement | acorn.ContinueStatement);
      case 'LabeledStatement':
        return this.labelled(node as acorn.LabeledStatement, labels);
      case 'SwitchStatement':
        return this.switchStatement(node as acorn.SwitchStatement, labels);
      case 'TryStatement':
        return this.tryStatement(node as acorn.TryStatement);
      default:
        return this.loop(node, labels);
    }
  }

  /** Statements whose value is undefined unless something inside gives one. */
  protected resetCompletion(): void {
    if (this.completion >= 0) this.emit('LoadUndefined', this.completion);
  }

  private expressionStatement(node: acorn.ExpressionStatement): void {
    if (this.completion >= 0) this.expr(node.expression, this.completion);
    else this.effect(node.expression);
  }

  protected variables(node: acorn.VariableDeclaration): void {
    for (const one of node.declarations) {
      const mark = this.next;
      if (one.id.type === 'Identifier') this.variable(node.kind, one.id, one.init ?? null);
      else {
        const value = this.alloc();
        this.expr(one.init as acorn.Expression, value);
        this.pattern(one.id, value, node.kind === 'var' ? 'assign' : 'initialise');
      }
      this.next = mark;
    }
  }

  private variable(kind: string, id: acorn.Identifier, init: acorn.Expression | null): void {
    if (kind === 'var') {
      if (init === null) return;
      const register = this.assignableRegister(id);
      const value = register >= 0 ? register : this.alloc();
      this.namedExpr(init, value, id.name);
      if (register < 0) this.assignName(id, value);
      return;
    }
    const variable = this.variableOf(id);
    const inPlace = variable !== null && !variable.captured && !variable.early;
    const value = inPlace ? variable.register : this.alloc();
    if (init === null) this.emit('LoadUndefined', value);
    else this.namedExpr(init, value, id.name);
    if (inPlace) this.noteValue(variable);
    else this.initialise(id, value);
  }

  /** Runs `work` with the variables and functions of a scope. */
  protected scoped(node: AnyNode, work: () => void): void {
    const scope = this.chunk.analysis.scopes.get(node);
    const mark = this.next;
    if (scope !== undefined) this.enterScope(scope);
    work();
    if (scope !== undefined) this.leaveScope(scope);
    this.next = mark;
  }

  protected enterScope(scope: Scope): void {
    this.enterVariables(scope);
    this.createFunctions(scope);
  }

  protected createFunctions(scope: Scope): void {
    for (const fn of scope.functions) {
      const mark = this.next;
      const value = this.alloc();
      this.functionDeclaration(fn, value);
      const variable = scope.variables.get(fn.id.name);
      if (scope.kind === 'global' || variable === undefined) {
        this.at(fn.id);
        this.emit('InitGlobal', this.globalOf(fn.id.name, fn.id), value);
      } else this.initialiseVariable(variable, value);
      this.next = mark;
    }
  }

  /** In sloppy mode a function of a block is also a `var` once its declaration is reached. */
  private hoistToFunction(node: acorn.FunctionDeclaration): void {
    const target = this.chunk.analysis.hoisted.get(node);
    if (target === undefined) return;
    const own = this.variableOf(node) as Variable;
    const mark = this.next;
    const value = this.alloc();
    this.readVariable(own, node, value);
    if (target === 'global') {
      this.at(node.id);
      this.emit('HoistGlobal', this.globalOf(node.id.name, node.id), value);
    } else if (target.captured) this.emit('InitCell', target.register, value);
    else this.move(target.register, value);
    this.next = mark;
  }

  private block(node: acorn.BlockStatement): void {
    this.scoped(node, () => this.statements(node.body));
  }

  private ifStatement(node: acorn.IfStatement): void {
    this.resetCompletion();
    let rest: acorn.Statement | null = node;
    const end = this.label();
    while (rest?.type === 'IfStatement') {
      const otherwise = this.label();
      this.branch(rest.test, otherwise, false);
      this.statement(rest.consequent);
      if (rest.alternate) this.jump('Jmp', end, 0);
      this.mark(otherwise);
      rest = rest.alternate ?? null;
    }
    if (rest !== null) this.statement(rest);
    this.mark(end);
  }

  private returnStatement(node: acorn.ReturnStatement): void {
    const mark = this.next;
    const { argument } = node;
    const finalizer = this.exits.findLast((exit) => exit.finalizer !== null)?.finalizer;
    if (finalizer) {
      if (argument) this.expr(argument, finalizer.value);
      else this.emit('LoadUndefined', finalizer.value);
      this.through(finalizer, 'return');
    } else if (argument) {
      const value = this.operand(argument);
      this.at(node);
      this.emit('Return', value);
    } else this.emit('ReturnUndefined');
    this.next = mark;
  }

  /** Enters a `finally` block that goes on at `target` afterwards. */
  protected through(finalizer: Finalizer, target: Label | 'return'): void {
    let way = finalizer.ways.indexOf(target);
    if (way < 0) way = finalizer.ways.push(target) - 1;
    this.emit('LoadInt', finalizer.way, way + 2);
    this.jump('Jmp', finalizer.entry, 0);
  }

  private throwStatement(node: acorn.ThrowStatement): void {
    const mark = this.next;
    const value = this.operand(node.argument);
    this.at(node);
    this.emit('Throw', value);
    this.next = mark;
  }

  private leave(node: acorn.BreakStatement | acorn.ContinueStatement): void {
    const name = node.label?.name ?? null;
    const breaks = node.type === 'BreakStatement';
    const index = this.exits.findLastIndex((exit) => {
      if (exit.finalizer !== null) return false;
      if (name !== null) return exit.labels.includes(name) && (breaks || exit.continueTo !== null);
      return breaks ? exit.plain : exit.continueTo !== null;
    });
    const exit = this.exits[index] as Exit;
    const target = (breaks ? exit.breakTo : exit.continueTo) as Label;
    const finalizer = this.exits.findLast((one, i) => i > index && one.finalizer)?.finalizer;
    if (finalizer) this.through(finalizer, target);
    else this.jump('Jmp', target, 0);
  }

  private labelled(node: acorn.LabeledStatement, outer: readonly string[]): void {
    const labels = [...outer, node.label.name];
    const { body } = node;
    if (/^(?:For|While|DoWhile|Switch|Labeled)/.test(body.type)) {
      this.statement(body, labels);
      return;
    }
    const end = this.label();
    this.exits.push({ labels, breakTo: end, continueTo: null, plain: false, finalizer: null });
    this.statement(body);
    this.exits.pop();
    this.mark(end);
  }

  private switchStatement(node: acorn.SwitchStatement, labels: readonly string[]): void {
    this.resetCompletion();
    const mark = this.next;
    const value = this.alloc();
    this.expr(node.discriminant, value);
    const end = this.label();
    this.scoped(node, () => {
      const starts = node.cases.map(() => this.label());
      node.cases.forEach((one, i) => {
        if (!one.test) return;
        const inner = this.next;
        const test = this.operand(one.test);
        const truth = this.alloc();
        this.at(one.test);
        this.jump('JSEq', starts[i] as Label, 2, value, test, truth);
        this.jump('JTrue', starts[i] as Label, 1, truth);
        this.next = inner;
      });
      const fallback = node.cases.findIndex((one) => !one.test);
      this.jump('Jmp', fallback < 0 ? end : (starts[fallback] as Label), 0);
      this.exits.push({ labels, breakTo: end, continueTo: null, plain: true, finalizer: null });
      node.cases.forEach((one, i) => {
        this.mark(starts[i] as Label);
        this.statements(one.consequent);
      });
      this.exits.pop();
    });
    this.mark(end);
    this.next = mark;
  }
}
