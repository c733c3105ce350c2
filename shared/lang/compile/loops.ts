import type * as acorn from 'acorn';
import type { Label } from './emitter.ts';
import { StatementCompiler, type Finalizer } from './statements.ts';
import type { Scope } from './scope.ts';

type ForEach = acorn.ForOfStatement | acorn.ForInStatement;

/** Loops, and the ways out of `try` blocks. */
export abstract class LoopCompiler extends StatementCompiler {
  protected loop(node: acorn.Statement, labels: readonly string[]): void {
    this.resetCompletion();
    const mark = this.next;
    switch (node.type as string) {
      case 'WhileStatement':
        this.whileLoop(node as acorn.WhileStatement, labels);
        break;
      case 'DoWhileStatement':
        this.doLoop(node as acorn.DoWhileStatement, labels);
        break;
      case 'ForStatement':
        this.scoped(node, () => this.forLoop(node as acorn.ForStatement, labels));
        break;
      case 'ForOfStatement':
      case 'ForInStatement':
        this.scoped(node, () => this.forEachLoop(node as ForEach, labels));
        break;
      default:
        throw new Error(`no code for ${node.type}`);
    }
    this.next = mark;
  }

  /** The body of a loop, which `break` and `continue` may leave. */
  private body(
    node: acorn.Statement,
    labels: readonly string[],
    breakTo: Label,
    continueTo: Label,
  ): void {
    this.exits.push({ labels, breakTo, continueTo, plain: true, finalizer: null });
    this.statement(node);
    this.exits.pop();
  }

  /** The jump back to the start, which costs steps as every jump back does. */
  private back(node: acorn.Statement, top: Label): void {
    this.at(node);
    this.jump('Loop', top, 0);
  }

  private whileLoop(node: acorn.WhileStatement, labels: readonly string[]): void {
    const top = this.label();
    const test = this.label();
    const end = this.label();
    this.jump('Jmp', test, 0);
    this.mark(top);
    this.body(node.body, labels, end, test);
    this.mark(test);
    this.branch(node.test, top, true);
    this.mark(end);
  }

  private doLoop(node: acorn.DoWhileStatement, labels: readonly string[]): void {
    const top = this.label();
    const test = this.label();
    const end = this.label();
    this.mark(top);
    this.body(node.body, labels, end, test);
    this.mark(test);
    this.branch(node.test, top, true);
    this.mark(end);
  }

  private forLoop(node: acorn.ForStatement, labels: readonly string[]): void {
    const top = this.label();
    const next = this.label();
    const end = this.label();
    const scope = this.chunk.analysis.scopes.get(node);
    if (node.init?.type === 'VariableDeclaration') this.variables(node.init);
    else if (node.init) this.effect(node.init);
    this.freshCells(scope, 'CopyCell');
    const test = this.label();
    if (node.test) this.jump('Jmp', test, 0);
    this.mark(top);
    this.body(node.body, labels, end, next);
    this.mark(next);
    this.freshCells(scope, 'CopyCell');
    if (node.update) this.effect(node.update);
    this.mark(test);
    if (node.test) this.branch(node.test, top, true);
    else this.back(node, top);
    this.mark(end);
  }

  /** Every iteration has variables of its own for the functions made in it. */
  private freshCells(scope: Scope | undefined, op: 'CopyCell' | 'MakeCell'): void {
    for (const variable of scope?.variables.values() ?? []) {
      if (variable.captured && (variable.kind === 'let' || op === 'MakeCell')) {
        this.emit(op, variable.register);
      } else if (variable.early && op === 'MakeCell') this.emit('LoadTdz', variable.register);
    }
  }

  private forEachLoop(node: ForEach, labels: readonly string[]): void {
    const top = this.label();
    const end = this.label();
    const iterator = this.alloc();
    const value = this.alloc();
    const { left } = node;
    if (left.type === 'VariableDeclaration' && left.declarations[0]?.init) this.variables(left);
    this.expr(node.right, value);
    this.at(node.right);
    this.emit(node.type === 'ForOfStatement' ? 'GetIterator' : 'ForInKeys', iterator, value);
    this.mark(top);
    this.at(node.right);
    this.jump('IterNext', end, 2, iterator, value);
    this.freshCells(this.chunk.analysis.scopes.get(node), 'MakeCell');
    if (left.type !== 'VariableDeclaration') this.pattern(left, value, 'assign');
    else {
      const target = (left.declarations[0] as acorn.VariableDeclarator).id;
      this.pattern(target, value, left.kind === 'var' ? 'assign' : 'initialise');
    }
    this.body(node.body, labels, end, top);
    this.back(node, top);
    this.mark(end);
  }

  protected tryStatement(node: acorn.TryStatement): void {
    this.resetCompletion();
    const mark = this.next;
    if (node.finalizer) this.tryFinally(node, node.finalizer);
    else this.tryCatch(node);
    this.next = mark;
  }

  private tryCatch(node: acorn.TryStatement): void {
    const { handler } = node;
    if (!handler) {
      this.statement(node.block);
      return;
    }
    const end = this.label();
    const mark = this.next;
    const error = this.alloc();
    const from = this.code.length;
    this.statement(node.block);
    this.handlers.push(from, this.code.length, this.code.length + 2, error);
    this.jump('Jmp', end, 0);
    this.resetCompletion();
    this.scoped(handler, () => {
      if (handler.param) this.pattern(handler.param, error, 'initialise');
      this.statement(handler.body);
    });
    this.mark(end);
    this.next = mark;
  }

  private tryFinally(node: acorn.TryStatement, block: acorn.BlockStatement): void {
    const way = this.alloc();
    const value = this.alloc();
    this.alloc();
    const finalizer: Finalizer = { way, value, entry: this.label(), ways: [] };
    const from = this.code.length;
    this.exits.push({ labels: [], breakTo: null, continueTo: null, plain: false, finalizer });
    this.tryCatch(node);
    this.exits.pop();
    const to = this.code.length;
    this.emit('LoadInt', way, 0);
    this.jump('Jmp', finalizer.entry, 0);
    // The register after the value receives the place of the error, kept for throwing it again.
    this.handlers.push(from, to, this.code.length, ~value);
    this.emit('LoadInt', way, 1);
    this.mark(finalizer.entry);
    this.finallyBlock(block);
    this.goOn(finalizer);
  }

  private finallyBlock(block: acorn.BlockStatement): void {
    const kept = this.alloc();
    if (this.completion >= 0) {
      this.emit('Move', kept, this.completion);
      this.resetCompletion();
    }
    this.statement(block);
    if (this.completion >= 0) this.emit('Move', this.completion, kept);
  }

  /** After a `finally` block: goes on where it was entered from. */
  private goOn({ way, value, ways }: Finalizer): void {
    const mark = this.next;
    const truth = this.alloc();
    const when = (number: number, then: () => void): void => {
      const other = this.label();
      this.jump('JSNeI', other, 2, way, number, truth);
      this.jump('JFalse', other, 1, truth);
      then();
      this.mark(other);
    };
    when(1, () => this.emit('Rethrow', value));
    ways.forEach((target, i) => {
      when(i + 2, () => {
        if (target === 'return') this.returnThrough(value);
        else this.jumpThrough(target);
      });
    });
    this.next = mark;
  }

  private returnThrough(value: number): void {
    const outer = this.exits.findLast((exit) => exit.finalizer !== null)?.finalizer;
    if (!outer) this.emit('Return', value);
    else {
      this.move(outer.value, value);
      this.through(outer, 'return');
    }
  }

  private jumpThrough(target: Label): void {
    const index = this.exits.findIndex(
      (exit) => exit.breakTo === target || exit.continueTo === target,
    );
    const outer = this.exits.findLast((exit, i) => i > index && exit.finalizer)?.finalizer;
    if (outer) this.through(outer, target);
    else this.jump('Jmp', target, 0);
  }
}
