import type * as acorn from 'acorn';
import { isSmall, type Label } from './emitter.ts';
import { binaryOps, immediateOps, unaryOps } from './operators.ts';
import { childrenOf, type AnyNode } from './scope.ts';
import { VariableCompiler } from './variables.ts';

/** Functions that get their name from where they stand, as in `const f = () => 1`. */
type Nameless = acorn.FunctionExpression | acorn.ArrowFunctionExpression;

/** Expressions without calls, assignments and literals of objects. */
export abstract class ExpressionCompiler extends VariableCompiler {
  protected abstract functionValue(node: Nameless, d: number, name: string): void;
  protected abstract callExpression(node: acorn.CallExpression, d: number, end: Label | null): void;
  protected abstract newExpression(node: acorn.NewExpression, d: number): void;
  protected abstract assignment(node: acorn.AssignmentExpression, d: number): void;
  protected abstract update(node: acorn.UpdateExpression, d: number, used: boolean): void;
  protected abstract arrayLiteral(node: acorn.ArrayExpression, d: number): void;
  protected abstract objectLiteral(node: acorn.ObjectExpression, d: number): void;
  protected abstract branch(node: acorn.Expression, target: Label, when: boolean): void;

  /** Puts the value of an expression into register `d`. */
  protected expr(node: acorn.Expression, d: number): void {
    switch (node.type as string) {
      case 'Literal':
        return this.literal(node as acorn.Literal, d);
      case 'Identifier':
        return this.readName(node as acorn.Identifier, d);
      case 'BinaryExpression':
        return this.binary(node as acorn.BinaryExpression, d);
      case 'LogicalExpression':
        return this.logical(node as acorn.LogicalExpression, d);
      case 'UnaryExpression':
        return this.unary(node as acorn.UnaryExpression, d);
      case 'UpdateExpression':
        return this.update(node as acorn.UpdateExpression, d, true);
      case 'AssignmentExpression':
        return this.assignment(node as acorn.AssignmentExpression, d);
      case 'ConditionalExpression':
        return this.conditional(node as acorn.ConditionalExpression, d);
      case 'CallExpression':
        return this.callExpression(node as acorn.CallExpression, d, null);
      case 'NewExpression':
        return this.newExpression(node as acorn.NewExpression, d);
      case 'MemberExpression':
        return this.member(node as acorn.MemberExpression, d, null);
      case 'ChainExpression':
        return this.chain(node as acorn.ChainExpression, d);
      case 'SequenceExpression':
        return this.sequence(node as acorn.SequenceExpression, d);
      case 'TemplateLiteral':
        return this.template(node as acorn.TemplateLiteral, d);
      case 'ArrayExpression':
        return this.arrayLiteral(node as acorn.ArrayExpression, d);
      case 'ObjectExpression':
        return this.objectLiteral(node as acorn.ObjectExpression, d);
      case 'FunctionExpression':
      case 'ArrowFunctionExpression':
        return this.functionValue(node as Nameless, d, '');
      case 'ThisExpression':
        return this.thisValue(node as acorn.ThisExpression, d);
      default:
        throw new Error(`no code for ${node.type}`);
    }
  }

  /** Like `expr`; an anonymous function takes `name`. */
  protected namedExpr(node: acorn.Expression, d: number, name: string): void {
    const nameless =
      node.type === 'ArrowFunctionExpression' || (node.type === 'FunctionExpression' && !node.id);
    if (nameless) this.functionValue(node, d, name);
    else this.expr(node, d);
  }

  /** Evaluates for the effect alone. */
  protected effect(node: acorn.Expression): void {
    const mark = this.next;
    if (node.type === 'UpdateExpression') this.update(node, this.alloc(), false);
    else this.expr(node, this.alloc());
    this.next = mark;
  }

  /** A register that holds the value: the variable's own where that is safe, or a new one. */
  protected operand(node: acorn.Expression, later: acorn.Expression | null = null): number {
    if (node.type === 'Identifier') {
      const register = this.directRegister(node);
      if (register >= 0 && !(later !== null && assigns(later))) return register;
    }
    const d = this.alloc();
    this.expr(node, d);
    return d;
  }

  private literal(node: acorn.Literal, d: number): void {
    this.load(d, node.value as string | number | boolean | null);
  }

  private thisValue(node: acorn.ThisExpression, d: number): void {
    this.at(node);
    const variable = this.variableOf(node);
    if (variable === null) this.emit('This', d);
    else this.readVariable(variable, node, d);
  }

  private binary(node: acorn.BinaryExpression, d: number): void {
    const spine: acorn.BinaryExpression[] = [];
    let left = node as acorn.Expression;
    while (left.type === 'BinaryExpression') {
      spine.push(left);
      left = left.left as acorn.Expression;
    }
    const mark = this.next;
    const first = spine.at(-1) as acorn.BinaryExpression;
    let a = this.operand(left, first.right);
    const sum = spine.length > 1 ? this.alloc() : d;
    for (let i = spine.length - 1; i >= 0; i--) {
      const one = spine[i] as acorn.BinaryExpression;
      const target = i === 0 ? d : sum;
      this.binaryStep(one, target, a);
      a = target;
    }
    this.next = mark;
  }

  private binaryStep(node: acorn.BinaryExpression, d: number, a: number): void {
    const mark = this.next;
    const small = smallLiteral(node.right);
    const immediate = immediateOps[node.operator];
    if (small !== null && immediate !== undefined) {
      this.at(node);
      this.emit(immediate, d, a, small);
    } else {
      const b = this.operand(node.right);
      this.at(node);
      this.emit(binaryOps[node.operator] as 'Add', d, a, b);
    }
    this.next = mark;
  }

  private logical(node: acorn.LogicalExpression, d: number): void {
    const end = this.label();
    const mark = this.next;
    // The target may be a variable that the right side still reads.
    const value = this.alloc();
    this.expr(node.left, value);
    const op = { '&&': 'JFalse', '||': 'JTrue', '??': 'JNotNullish' } as const;
    this.jump(op[node.operator], end, 1, value);
    this.expr(node.right, value);
    this.mark(end);
    this.move(d, value);
    this.next = mark;
  }

  private conditional(node: acorn.ConditionalExpression, d: number): void {
    const otherwise = this.label();
    const end = this.label();
    this.branch(node.test, otherwise, false);
    this.expr(node.consequent, d);
    this.jump('Jmp', end, 0);
    this.mark(otherwise);
    this.expr(node.alternate, d);
    this.mark(end);
  }

  private sequence(node: acorn.SequenceExpression, d: number): void {
    const last = node.expressions.at(-1) as acorn.Expression;
    for (const one of node.expressions) {
      if (one === last) this.expr(one, d);
      else this.effect(one);
    }
  }

  private unary(node: acorn.UnaryExpression, d: number): void {
    const { operator, argument } = node;
    if (operator === 'delete') return this.deletion(argument, d);
    if (operator === 'void') {
      this.effect(argument);
      this.emit('LoadUndefined', d);
      return;
    }
    if (operator === 'typeof' && argument.type === 'Identifier') {
      if (this.variableOf(argument) === null && argument.name !== 'undefined') {
        this.at(argument);
        this.chunk.tested.add(argument.name);
        this.emit('TypeofGlobal', d, this.globalOf(argument.name, argument));
        return;
      }
    }
    if (operator === '-' && argument.type === 'Literal' && typeof argument.value === 'number') {
      this.load(d, -argument.value);
      return;
    }
    const mark = this.next;
    const a = this.operand(argument);
    this.at(node);
    this.emit(unaryOps[operator] as 'Neg', d, a);
    this.next = mark;
  }

  private deletion(target: acorn.Expression, d: number): void {
    const mark = this.next;
    if (target.type === 'ChainExpression') {
      const end = this.label();
      const value = this.alloc();
      this.load(value, true);
      this.deleteMember(target.expression as acorn.MemberExpression, value, end);
      this.mark(end);
      this.move(d, value);
    } else if (target.type === 'MemberExpression') {
      this.deleteMember(target, d, null);
    } else if (target.type === 'Identifier') {
      this.at(target);
      if (this.variableOf(target) !== null) this.load(d, false);
      else this.emit('DeleteGlobal', d, this.globalOf(target.name, target));
    } else {
      this.effect(target);
      this.load(d, true);
    }
    this.next = mark;
  }

  private deleteMember(node: acorn.MemberExpression, d: number, end: Label | null): void {
    if (node.type !== 'MemberExpression') {
      // `delete a?.b()` deletes nothing.
      this.chainPart(node, this.alloc(), end);
      return;
    }
    const object = this.alloc();
    this.chainPart(node.object as acorn.Expression, object, end);
    if (node.optional && end !== null) this.jump('JNullish', end, 1, object);
    if (node.computed) {
      const key = this.operand(node.property as acorn.Expression);
      this.at(node);
      this.emit('DeleteKeyed', d, object, key);
    } else {
      this.at(node);
      this.emit('DeleteProp', d, object, this.constant((node.property as acorn.Identifier).name));
    }
  }

  /** `a?.b.c`: the whole chain is undefined when a link marked `?.` finds nothing. */
  private chain(node: acorn.ChainExpression, d: number): void {
    const nothing = this.label();
    const end = this.label();
    const mark = this.next;
    const value = this.alloc();
    this.chainPart(node.expression, value, nothing);
    this.jump('Jmp', end, 0);
    this.mark(nothing);
    this.emit('LoadUndefined', value);
    this.mark(end);
    this.move(d, value);
    this.next = mark;
  }

  protected chainPart(node: acorn.Expression, d: number, nothing: Label | null): void {
    if (nothing !== null && node.type === 'MemberExpression') this.member(node, d, nothing);
    else if (nothing !== null && node.type === 'CallExpression') {
      this.callExpression(node, d, nothing);
    } else this.expr(node, d);
  }

  protected member(node: acorn.MemberExpression, d: number, nothing: Label | null): void {
    const mark = this.next;
    let object: number;
    if (node.object.type === 'Identifier') {
      object = this.operand(
        node.object,
        node.computed ? (node.property as acorn.Expression) : null,
      );
    } else {
      object = this.alloc();
      this.chainPart(node.object as acorn.Expression, object, nothing);
    }
    if (node.optional && nothing !== null) this.jump('JNullish', nothing, 1, object);
    this.getMember(node, object, d);
    this.next = mark;
  }

  /** Reads the member of the object in a register. */
  protected getMember(node: acorn.MemberExpression, object: number, d: number): void {
    const { property } = node;
    if (!node.computed) {
      const { name } = property as acorn.Identifier;
      this.at(property);
      if (name === 'length') this.emit('GetLength', d, object);
      else this.emit('GetProp', d, object, this.constant(name));
      return;
    }
    const mark = this.next;
    const key = this.operand(property as acorn.Expression);
    this.at(property);
    this.emit('GetKeyed', d, object, key);
    this.next = mark;
  }

  private template(node: acorn.TemplateLiteral, d: number): void {
    const mark = this.next;
    const text = this.alloc();
    const part = this.alloc();
    this.load(text, node.quasis[0]?.value.cooked ?? '');
    node.expressions.forEach((expression, i) => {
      this.expr(expression, part);
      this.at(expression);
      this.emit('ToText', part, part);
      this.emit('Add', text, text, part);
      const { cooked } = (node.quasis[i + 1] as acorn.TemplateElement).value;
      if (cooked !== '') {
        this.load(part, cooked ?? '');
        this.emit('Add', text, text, part);
      }
    });
    this.move(d, text);
    this.next = mark;
  }
}

/** A small integer literal, also negative; null for everything else. */
export function smallLiteral(node: AnyNode): number | null {
  if (node.type === 'Literal') return isSmall(node.value) ? node.value : null;
  if (node.type !== 'UnaryExpression' || node.operator !== '-') return null;
  const { argument } = node;
  if (argument.type !== 'Literal' || typeof argument.value !== 'number') return null;
  return isSmall(-argument.value) ? -argument.value : null;
}

/** True when evaluating a node may assign to a local variable of the same function. */
export function assigns(node: AnyNode): boolean {
  // oxlint-disable-next-line typescript/switch-exhaustiveness-check -- All other nodes are alike.
  switch (node.type) {
    case 'Identifier':
    case 'Literal':
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
      return false;
    case 'AssignmentExpression':
    case 'UpdateExpression':
      return true;
    default:
      return childrenOf(node).some(assigns);
  }
}
