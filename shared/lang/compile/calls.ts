import type * as acorn from 'acorn';
import type { Label } from './emitter.ts';
import { ExpressionCompiler } from './expressions.ts';

type Argument = acorn.Expression | acorn.SpreadElement;

/** Calls, `new`, and the literals of arrays and objects. */
export abstract class CallCompiler extends ExpressionCompiler {
  /** Where the text of the next function begins when it is a method, name included; else −1. */
  protected methodStart = -1;

  /**
   * A call puts function, `this` and arguments into neighbouring registers above all others, where
   * they become the first registers of the called function.
   */
  protected callExpression(node: acorn.CallExpression, d: number, nothing: Label | null): void {
    if (this.chunk.intrinsics.size > 0 && this.intrinsicCall(node, d)) return;
    const mark = this.next;
    const fn = this.alloc();
    const self = this.alloc();
    const { callee } = node;
    let plain = false;
    if (callee.type === 'MemberExpression') {
      this.chainPart(callee.object as acorn.Expression, self, nothing);
      if (callee.optional && nothing !== null) this.jump('JNullish', nothing, 1, self);
      this.getMember(callee, self, fn);
    } else {
      if (callee.type === 'ChainExpression') this.parenthesisedChain(callee, fn, self);
      else {
        this.chainPart(callee as acorn.Expression, fn, nothing);
        plain = node.arguments.every((one) => one.type !== 'SpreadElement');
        if (!plain) this.emit('LoadUndefined', self);
      }
    }
    if (node.optional && nothing !== null) this.jump('JNullish', nothing, 1, fn);
    this.finishCall(node, plain ? 'CallPlain' : 'Call', 'CallList', d, fn);
    this.next = mark;
  }

  /** `(a?.b)()` keeps `a` as `this`. */
  private parenthesisedChain(node: acorn.ChainExpression, fn: number, self: number): void {
    const { expression } = node;
    if (expression.type !== 'MemberExpression') {
      this.expr(node, fn);
      this.emit('LoadUndefined', self);
      return;
    }
    const nothing = this.label();
    const end = this.label();
    this.chainPart(expression.object as acorn.Expression, self, nothing);
    if (expression.optional) this.jump('JNullish', nothing, 1, self);
    this.getMember(expression, self, fn);
    this.jump('Jmp', end, 0);
    this.mark(nothing);
    this.emit('LoadUndefined', fn);
    this.mark(end);
  }

  protected newExpression(node: acorn.NewExpression, d: number): void {
    const mark = this.next;
    const fn = this.alloc();
    this.alloc();
    this.expr(node.callee, fn);
    this.finishCall(node, 'New', 'NewList', d, fn);
    this.next = mark;
  }

  private finishCall(
    node: acorn.CallExpression | acorn.NewExpression,
    op: 'Call' | 'CallPlain' | 'New',
    listOp: 'CallList' | 'NewList',
    d: number,
    fn: number,
  ): void {
    const args = node.arguments as Argument[];
    const spread = args.some((one) => one.type === 'SpreadElement');
    if (spread) this.list(args, this.alloc());
    else for (const one of args) this.expr(one as acorn.Expression, this.alloc());
    this.at(node);
    const pc = spread ? this.emit(listOp, d, fn) : this.emit(op, d, fn, args.length);
    const { callee } = node;
    const place = callee.type === 'MemberExpression' ? callee.property : callee;
    // Errors of the callee as such are shown there, errors inside of library functions from there.
    this.note(pc + 1, place.start, place.end);
    this.note(pc + 2, place.start, node.end);
  }

  /** `$name(…)` in the prelude. */
  private intrinsicCall(node: acorn.CallExpression, d: number): boolean {
    if (node.callee.type !== 'Identifier' || !node.callee.name.startsWith('$')) return false;
    const mark = this.next;
    const args = node.arguments as acorn.Expression[];
    if (node.callee.name === '$call') {
      const first = this.next;
      for (const one of args) this.expr(one, this.alloc());
      this.at(node);
      this.emit('Call', d, first, args.length - 2);
    } else if (node.callee.name === '$apply') {
      const first = this.next;
      for (const one of args) this.expr(one, this.alloc());
      this.at(node);
      this.emit('CallList', d, first);
    } else {
      const number = this.chunk.intrinsics.get(node.callee.name);
      if (number === undefined) throw new Error(`no intrinsic ${node.callee.name}`);
      const first = this.next;
      for (const one of args) this.expr(one, this.alloc());
      this.at(node);
      this.emit('Intrinsic', d, number, first, args.length);
    }
    this.next = mark;
    return true;
  }

  protected arrayLiteral(node: acorn.ArrayExpression, d: number): void {
    const mark = this.next;
    const { elements } = node;
    const plain = elements.every((one) => one !== null && one.type !== 'SpreadElement');
    if (plain && elements.length <= 16) {
      const first = this.next;
      for (const one of elements) this.expr(one, this.alloc());
      this.at(node);
      this.emit('NewArray', d, first, elements.length);
    } else {
      const array = this.alloc();
      this.list(elements, array);
      this.move(d, array);
    }
    this.next = mark;
  }

  /** Builds an array item by item in register `array`, which no item may read. */
  private list(elements: readonly (Argument | null)[], array: number): void {
    const mark = this.next;
    const item = this.alloc();
    this.emit('NewArray', array, array, 0);
    for (const one of elements) {
      if (one === null) {
        this.emit('PushHole', array);
      } else if (one.type === 'SpreadElement') {
        this.expr(one.argument, item);
        this.at(one.argument);
        this.emit('PushAll', array, item);
      } else {
        this.expr(one, item);
        this.at(one);
        this.emit('PushItem', array, item);
      }
    }
    this.next = mark;
  }

  protected objectLiteral(node: acorn.ObjectExpression, d: number): void {
    const mark = this.next;
    const object = this.alloc();
    this.at(node);
    this.emit('NewObject', object);
    const value = this.alloc();
    for (const property of node.properties) {
      if (property.type === 'SpreadElement') {
        this.expr(property.argument, value);
        this.at(property);
        this.emit('CopyProps', object, value);
      } else if (property.computed) {
        this.computedProperty(property, object, value);
      } else {
        const name = keyName(property);
        if (property.method) this.methodStart = property.start;
        this.namedExpr(property.value, value, name);
        this.at(property);
        this.emit('InitProp', object, this.constant(name), value);
      }
    }
    this.move(d, object);
    this.next = mark;
  }

  private computedProperty(property: acorn.Property, object: number, value: number): void {
    const mark = this.next;
    const key = this.alloc();
    this.expr(property.key, key);
    this.at(property.key);
    this.emit('ToKey', key, key);
    if (property.method) this.methodStart = property.start;
    this.expr(property.value, value);
    const { value: fn } = property;
    if (
      fn.type === 'ArrowFunctionExpression' ||
      (fn.type === 'FunctionExpression' && fn.id === null)
    ) {
      this.emit('SetName', value, key);
    }
    this.at(property);
    this.emit('InitKeyed', object, key, value);
    this.next = mark;
  }
}

/** The text of a key that is not computed. */
export function keyName(property: acorn.Property | acorn.AssignmentProperty): string {
  const { key } = property;
  if (key.type === 'Identifier') return key.name;
  return String((key as acorn.Literal).value);
}
