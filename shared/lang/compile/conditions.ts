import type * as acorn from 'acorn';
import { AssignmentCompiler } from './assignments.ts';
import type { Label } from './emitter.ts';
import { smallLiteral } from './expressions.ts';
import { fusedImmediateOps, fusedOps } from './operators.ts';

/** Conditions of `if`, loops and `?:`, compiled to jumps without a truth value between. */
export abstract class ConditionCompiler extends AssignmentCompiler {
  /** Jumps to `target` if the truth of the expression is `when`; goes on otherwise. */
  protected branch(node: acorn.Expression, target: Label, when: boolean): void {
    if (node.type === 'UnaryExpression' && node.operator === '!') {
      this.branch(node.argument, target, !when);
    } else if (node.type === 'LogicalExpression' && node.operator !== '??') {
      this.logicalBranch(node, target, when);
    } else if (node.type === 'BinaryExpression' && node.operator in fusedOps) {
      this.compare(node, target, when);
    } else {
      const mark = this.next;
      const value = this.operand(node);
      this.at(node);
      this.jump(when ? 'JTrue' : 'JFalse', target, 1, value);
      this.next = mark;
    }
  }

  private logicalBranch(node: acorn.LogicalExpression, target: Label, when: boolean): void {
    if ((node.operator === '||') === when) {
      this.branch(node.left, target, when);
      this.branch(node.right, target, when);
    } else {
      const past = this.label();
      this.branch(node.left, past, !when);
      this.branch(node.right, target, when);
      this.mark(past);
    }
  }

  private compare(node: acorn.BinaryExpression, target: Label, when: boolean): void {
    const mark = this.next;
    const { operator, right } = node;
    const a = this.operand(node.left as acorn.Expression, right);
    const small = smallLiteral(right);
    const b = small ?? this.operand(right);
    const ops = small === null ? fusedOps[operator] : fusedImmediateOps[operator];
    if (ops === undefined) throw new Error(`no comparison ${operator}`);
    const truth = this.alloc();
    this.at(node);
    this.jump(when ? ops.yes : ops.no, target, 2, a, b, truth);
    // Reached only when an operand is an object: the comparison has been called like a function.
    this.jump(when ? 'JTrue' : 'JFalse', target, 1, truth);
    this.next = mark;
  }
}
