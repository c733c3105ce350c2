import type * as acorn from 'acorn';
import { exactly, FunctionCode } from './code.ts';
import { LoopCompiler } from './loops.ts';
import type { AnyNode, Scope } from './scope.ts';
import { packLocals, packSpans } from './tables.ts';

type FunctionNode =
  | acorn.FunctionDeclaration
  | acorn.FunctionExpression
  | acorn.ArrowFunctionExpression;

/** Compiles whole functions and the main code of a chunk. */
export class FunctionCompiler extends LoopCompiler {
  private readonly functions: FunctionCode[] = [];

  /** The code that runs when the chunk is run; it answers the chunk's completion value. */
  main(program: acorn.Program): FunctionCode {
    this.completion = this.alloc();
    this.emit('LoadUndefined', this.completion);
    this.createFunctions(this.chunk.analysis.global);
    this.statements(program.body);
    this.emit('Return', this.completion);
    return this.finish(program, '', 0, 0, false);
  }

  protected functionDeclaration(node: acorn.FunctionDeclaration, d: number): void {
    this.closure(node, d, node.id.name);
  }

  protected functionValue(
    node: acorn.FunctionExpression | acorn.ArrowFunctionExpression,
    d: number,
    name: string,
  ): void {
    const own = node.type === 'FunctionExpression' ? node.id?.name : undefined;
    this.closure(node, d, own ?? name);
  }

  private closure(node: FunctionNode, d: number, name: string): void {
    const scope = this.chunk.analysis.scopes.get(node) as Scope;
    const inner = new FunctionCompiler(this.chunk, this, scope.fn);
    const start = this.methodStart < 0 ? node.start : this.methodStart;
    this.methodStart = -1;
    this.functions.push(inner.compile(node, name, scope).with({ start }));
    this.at(node);
    this.emit('Closure', d, this.functions.length - 1);
  }

  private compile(node: FunctionNode, name: string, scope: Scope): FunctionCode {
    const { params } = node;
    const last = params.at(-1);
    const rest = last?.type === 'RestElement';
    const count = rest ? params.length - 1 : params.length;
    for (let i = 0; i < params.length; i++) this.alloc();
    if (rest) this.emit('RestArgs', count, count);
    if (scope.parent?.fn === this.fn) this.enterSelf(scope.parent);
    if (this.fn.thisVariable !== null) {
      this.fn.thisVariable.register = this.alloc();
      this.emit('This', this.fn.thisVariable.register);
      this.emit('BoxCell', this.fn.thisVariable.register);
    }
    const simple = params.every((param) => param.type === 'Identifier');
    if (simple) this.simpleParameters(params, scope);
    else this.parameters(params, scope);
    this.functionBody(node, scope);
    this.leaveScope(scope);
    if (scope.parent?.fn === this.fn) this.leaveScope(scope.parent);
    const length = params.findIndex((param) => /Assignment|Rest/.test(param.type));
    return this.finish(node, name, length < 0 ? params.length : length, count, rest);
  }

  /** The name of a function expression inside itself. */
  private enterSelf(scope: Scope): void {
    for (const variable of scope.variables.values()) {
      if (variable.kind !== 'self') continue;
      variable.register = this.alloc();
      this.emit('Callee', variable.register);
      this.noteValue(variable);
      if (variable.captured) this.emit('BoxCell', variable.register);
    }
  }

  private simpleParameters(params: readonly acorn.Pattern[], scope: Scope): void {
    params.forEach((param, i) => {
      const variable = scope.variables.get((param as acorn.Identifier).name);
      if (variable !== undefined) variable.register = i;
    });
    for (const variable of scope.variables.values()) {
      if (variable.kind === 'this') continue;
      if (variable.kind !== 'parameter') this.enterVariable(variable);
      else {
        if (variable.captured) this.emit('BoxCell', variable.register);
        this.noteValue(variable);
      }
    }
  }

  private parameters(params: readonly acorn.Pattern[], scope: Scope): void {
    for (const variable of scope.variables.values()) {
      if (variable.kind !== 'this') this.enterVariable(variable);
    }
    params.forEach((param, i) => {
      let target = param.type === 'RestElement' ? param.argument : param;
      if (target.type === 'AssignmentPattern') {
        const given = this.label();
        this.jump('JNotUndefined', given, 1, i);
        const named = target.left.type === 'Identifier' ? target.left.name : '';
        this.namedExpr(target.right, i, named);
        this.mark(given);
        target = target.left;
      }
      this.pattern(target, i, 'initialise');
    });
  }

  private functionBody(node: FunctionNode, scope: Scope): void {
    if (node.body.type !== 'BlockStatement') {
      const value = this.operand(node.body);
      this.at(node.body);
      this.emit('Return', value);
      return;
    }
    const body = this.chunk.analysis.scopes.get(node.body) as Scope;
    if (body !== scope) this.enterBody(body, scope);
    this.createFunctions(body);
    this.statements(node.body.body);
    this.emit('ReturnUndefined');
    if (body !== scope) this.leaveScope(body);
  }

  /** Variables apart from the parameters; a `var` of a parameter's name starts with its value. */
  private enterBody(body: Scope, params: Scope): void {
    this.enterVariables(body);
    for (const variable of body.variables.values()) {
      const parameter = params.variables.get(variable.name);
      if (parameter === undefined || variable.kind !== 'var') continue;
      const mark = this.next;
      const value = this.alloc();
      this.readVariable(parameter, variable.place as AnyNode, value);
      this.initialiseVariable(variable, value);
      this.next = mark;
    }
  }

  private finish(
    node: AnyNode,
    name: string,
    length: number,
    params: number,
    rest: boolean,
  ): FunctionCode {
    return new FunctionCode({
      name,
      length,
      code: exactly(this.code),
      consts: exactly(this.consts),
      functions: exactly(this.functions),
      captures: exactly(this.captures),
      params,
      rest,
      registers: this.most,
      spans: packSpans(this.spans),
      handlers: exactly(this.handlers),
      start: node.start,
      end: node.end,
      strict: this.fn.strict,
      cost: 1 + ((this.code.length + params) >> 6),
      weight: this.chunk.intrinsics.size > 0 ? 0 : 1,
      locals: packLocals(this.knownLocals()),
    });
  }
}
