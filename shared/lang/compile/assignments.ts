import type * as acorn from 'acorn';
import { CallCompiler, keyName } from './calls.ts';
import { assigns, smallLiteral } from './expressions.ts';
import { binaryOps, immediateOps } from './operators.ts';

/** A member whose object and key are in registers; `name` is the constant of a plain key. */
interface MemberTarget {
  readonly node: acorn.MemberExpression;
  readonly object: number;
  readonly key: number;
  readonly name: number;
}

type Target = acorn.Identifier | MemberTarget | acorn.ObjectPattern | acorn.ArrayPattern;

/** How the names of a pattern are written: declared now, or assigned. */
export type Writing = 'initialise' | 'assign';

/** Assignments, `++`, and destructuring. */
export abstract class AssignmentCompiler extends CallCompiler {
  protected assignment(node: acorn.AssignmentExpression, d: number): void {
    if (node.operator !== '=') {
      const logical = /^(?:&&|\|\||\?\?)=$/.test(node.operator);
      return logical ? this.logicalAssignment(node, d) : this.compoundAssignment(node, d);
    }
    const mark = this.next;
    const { left, right } = node;
    if (left.type === 'Identifier') {
      const register = this.assignableRegister(left);
      if (register >= 0) {
        this.namedExpr(right, register, left.name);
        this.move(d, register);
      } else {
        const value = d === this.completion ? d : this.alloc();
        this.namedExpr(right, value, left.name);
        this.assignName(left, value);
        this.move(d, value);
      }
    } else if (left.type === 'MemberExpression') {
      const target = this.memberTarget(left, right);
      const value = this.operand(right);
      this.setMember(target, value);
      this.move(d, value);
    } else {
      const value = this.alloc();
      this.expr(right, value);
      this.pattern(left, value, 'assign');
      this.move(d, value);
    }
    this.next = mark;
  }

  /** The register of a variable that may be written in place; −1 if an instruction is needed. */
  protected assignableRegister(node: acorn.Identifier): number {
    const variable = this.variableOf(node);
    if (variable === null || variable.kind === 'const' || variable.kind === 'self') return -1;
    return this.directRegister(node);
  }

  private compoundAssignment(node: acorn.AssignmentExpression, d: number): void {
    const mark = this.next;
    const operator = node.operator.slice(0, -1);
    const { right } = node;
    const left = node.left as acorn.Identifier | acorn.MemberExpression;
    if (left.type === 'Identifier') {
      const register = this.assignableRegister(left);
      if (register >= 0 && !assigns(right)) {
        this.combine(node, operator, register, register, right);
        this.move(d, register);
      } else {
        const value = d === this.completion ? d : this.alloc();
        this.readName(left, value);
        this.combine(node, operator, value, value, right);
        this.assignName(left, value);
        this.move(d, value);
      }
    } else {
      const target = this.memberTarget(left, right, true);
      const value = this.alloc();
      this.getTarget(target, value);
      this.combine(node, operator, value, value, right);
      this.setMember(target, value);
      this.move(d, value);
    }
    this.next = mark;
  }

  private combine(
    node: acorn.AssignmentExpression,
    operator: string,
    d: number,
    a: number,
    right: acorn.Expression,
  ): void {
    const small = smallLiteral(right);
    const immediate = immediateOps[operator];
    if (small !== null && immediate !== undefined) {
      this.at(node);
      this.emit(immediate, d, a, small);
      return;
    }
    const b = this.operand(right);
    this.at(node);
    this.emit(binaryOps[operator] as 'Add', d, a, b);
  }

  private logicalAssignment(node: acorn.AssignmentExpression, d: number): void {
    const mark = this.next;
    const end = this.label();
    const { right } = node;
    const left = node.left as acorn.Identifier | acorn.MemberExpression;
    const value = this.alloc();
    const op = { '&&=': 'JFalse', '||=': 'JTrue', '??=': 'JNotNullish' } as const;
    const jump = op[node.operator as '&&='];
    if (left.type === 'Identifier') {
      this.readName(left, value);
      this.jump(jump, end, 1, value);
      this.namedExpr(right, value, left.name);
      this.assignName(left, value);
    } else {
      const target = this.memberTarget(left, right, true);
      this.getTarget(target, value);
      this.jump(jump, end, 1, value);
      this.expr(right, value);
      this.setMember(target, value);
    }
    this.mark(end);
    this.move(d, value);
    this.next = mark;
  }

  protected update(node: acorn.UpdateExpression, d: number, used: boolean): void {
    const mark = this.next;
    const op = node.operator === '++' ? 'Inc' : 'Dec';
    const argument = node.argument as acorn.Identifier | acorn.MemberExpression;
    const register = argument.type === 'Identifier' ? this.assignableRegister(argument) : -1;
    const value = register >= 0 ? register : this.alloc();
    const target =
      argument.type === 'Identifier' ? argument : this.memberTarget(argument, null, true);
    if (register < 0) {
      if (target.type === 'Identifier') this.readName(target, value);
      else this.getTarget(target, value);
    }
    const old = used && !node.prefix ? this.alloc() : -1;
    this.at(node);
    if (old >= 0) {
      this.emit('Plus', old, value);
      this.move(value, old);
    }
    this.emit(op, value);
    if (register < 0) this.assign(target, value, 'assign');
    if (used) this.move(d, old >= 0 ? old : value);
    this.next = mark;
  }

  /** Evaluates object and key of a member that will be written; `later` is evaluated after it. */
  private memberTarget(
    node: acorn.MemberExpression,
    later: acorn.Expression | null,
    twice = false,
  ): MemberTarget & { type?: undefined } {
    const property = node.property as acorn.Expression;
    const object = this.alloc();
    this.expr(node.object as acorn.Expression, object);
    if (!node.computed) {
      return { node, object, key: -1, name: this.constant((property as acorn.Identifier).name) };
    }
    let key = this.operand(property, later);
    if (twice && property.type !== 'Literal') {
      const text = this.alloc();
      this.at(property);
      this.emit('RequireObject', object);
      this.emit('ToKey', text, key);
      key = text;
    }
    return { node, object, key, name: -1 };
  }

  private getTarget({ node, object, key, name }: MemberTarget, d: number): void {
    this.at(node.property);
    if (name >= 0) this.emit('GetProp', d, object, name);
    else this.emit('GetKeyed', d, object, key);
  }

  private setMember({ node, object, key, name }: MemberTarget, from: number): void {
    this.at(node.property);
    if (name >= 0) this.emit('SetProp', object, name, from);
    else this.emit('SetKeyed', object, key, from);
  }

  /** Prepares the target of one part of a pattern before its value is taken. */
  private prepare(node: acorn.Pattern): Target {
    if (node.type === 'MemberExpression') return this.memberTarget(node, null);
    return node as acorn.Identifier | acorn.ObjectPattern | acorn.ArrayPattern;
  }

  private assign(target: Target, from: number, writing: Writing): void {
    if ('object' in target) this.setMember(target, from);
    else if (target.type !== 'Identifier') this.pattern(target, from, writing);
    else if (writing === 'initialise') this.initialise(target, from);
    else this.assignName(target, from);
  }

  /** Takes the value in register `from` apart. */
  protected pattern(node: acorn.Pattern, from: number, writing: Writing): void {
    const mark = this.next;
    if (node.type === 'ArrayPattern') this.arrayPattern(node, from, writing);
    else if (node.type === 'ObjectPattern') this.objectPattern(node, from, writing);
    else this.assign(this.prepare(node), from, writing);
    this.next = mark;
  }

  private arrayPattern(node: acorn.ArrayPattern, from: number, writing: Writing): void {
    const iterator = this.alloc();
    this.at(node);
    this.emit('GetIterator', iterator, from);
    for (const element of node.elements) {
      const mark = this.next;
      if (element?.type === 'RestElement') {
        const target = this.prepare(element.argument);
        const value = this.alloc();
        this.emit('IterRest', value, iterator);
        this.assign(target, value, writing);
      } else {
        const { inner, initial } = split(element);
        const target = inner === null ? null : this.prepare(inner);
        const value = this.alloc();
        const done = this.label();
        this.emit('LoadUndefined', value);
        this.at(element ?? node);
        this.jump('IterNext', done, 2, iterator, value);
        this.mark(done);
        if (target !== null) {
          this.fallBack(initial, value, target);
          this.assign(target, value, writing);
        }
      }
      this.next = mark;
    }
  }

  private objectPattern(node: acorn.ObjectPattern, from: number, writing: Writing): void {
    this.at(node);
    this.emit('RequireObject', from);
    const rest = node.properties.at(-1)?.type === 'RestElement';
    const keys: number[] = [];
    // The keys are kept in neighbouring registers, for the rest to leave them out.
    const firstKey = this.next;
    if (rest) for (let i = 1; i < node.properties.length; i++) keys.push(this.alloc());
    node.properties.forEach((property, i) => {
      const mark = this.next;
      if (property.type === 'RestElement') {
        const target = this.prepare(property.argument);
        const value = this.alloc();
        this.at(property);
        this.emit('RestProps', value, from, firstKey, keys.length);
        this.assign(target, value, writing);
      } else this.patternProperty(property, from, keys[i] ?? -1, writing);
      this.next = mark;
    });
  }

  private patternProperty(
    property: acorn.AssignmentProperty,
    from: number,
    keyRegister: number,
    writing: Writing,
  ): void {
    const { inner, initial } = split(property.value);
    let key = keyRegister;
    if (property.computed) {
      if (key < 0) key = this.alloc();
      this.expr(property.key, key);
      this.at(property.key);
      this.emit('ToKey', key, key);
    } else if (key >= 0) this.load(key, keyName(property));
    const target = this.prepare(inner as acorn.Pattern);
    const value = this.alloc();
    this.at(property.key);
    if (property.computed) this.emit('GetKeyed', value, from, key);
    else this.emit('GetProp', value, from, this.constant(keyName(property)));
    this.fallBack(initial, value, target);
    this.assign(target, value, writing);
  }

  /** Replaces undefined by the default value. */
  private fallBack(initial: acorn.Expression | null, value: number, target: Target): void {
    if (initial === null) return;
    const given = this.label();
    this.jump('JNotUndefined', given, 1, value);
    const named = !('object' in target) && target.type === 'Identifier';
    this.namedExpr(initial, value, named ? target.name : '');
    this.mark(given);
  }
}

function split(node: acorn.Pattern | null) {
  if (node?.type !== 'AssignmentPattern') return { inner: node, initial: null };
  return { inner: node.left, initial: node.right };
}
