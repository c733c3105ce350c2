import type { CallExpression, Expression, Program, SpreadElement, Statement } from 'acorn';
import { langError, rangeOf } from './errors.ts';
import { parse } from './syntax.ts';
import type { HostValue, LangError, Limits, SourceRange } from './types.ts';

/** One name of a dotted path with its place. */
export interface PathPart {
  readonly name: string;
  readonly at: SourceRange;
}

/** One command of a chunk: a dotted name called with literals. */
export interface Call {
  readonly path: readonly PathPart[];
  readonly args: readonly HostValue[];
  readonly at: SourceRange;
}

/** The commands of a chunk in order, or the first piece of it that is not understood (L3). */
export type Calls =
  | { readonly ok: true; readonly calls: readonly Call[] }
  | { readonly ok: false; readonly error: LangError };

/** Thrown at a piece that is not understood and caught below. */
class NotUnderstood extends Error {
  readonly node: { readonly type: string; readonly start: number; readonly end: number };
  constructor(node: { readonly type: string; readonly start: number; readonly end: number }) {
    super(node.type);
    this.node = node;
  }
}

/** A chunk as the reader hands it over: its source and the line it begins at. */
export interface SourceChunk {
  readonly source: string;
  readonly firstLine: number;
}

/** Reads the commands of a chunk. */
export function readCalls({ source, firstLine }: SourceChunk, limits: Limits): Calls {
  const parsed = parse(source, limits, firstLine);
  return parsed.ok ? callsOf(parsed.program, source, firstLine) : parsed;
}

function callsOf(program: Program, source: string, firstLine: number): Calls {
  const place = (node: { readonly start: number; readonly end: number }): SourceRange =>
    rangeOf(source, node.start, node.end, firstLine);
  try {
    const calls = program.body.flatMap((statement) => {
      const call = commandOf(statement as Statement);
      if (call === null) return [];
      return [
        { path: pathOf(call.callee, place), args: call.arguments.map(literalOf), at: place(call) },
      ];
    });
    return { ok: true, calls };
  } catch (thrown) {
    if (!(thrown instanceof NotUnderstood)) throw thrown;
    const details = { construct: thrown.node.type };
    return {
      ok: false,
      error: langError(place(thrown.node), 'Unsupported', 'unsupported', details),
    };
  }
}

/** The call a statement consists of; null for an empty statement. */
function commandOf(statement: Statement): CallExpression | null {
  if (statement.type === 'EmptyStatement') return null;
  if (statement.type !== 'ExpressionStatement') throw new NotUnderstood(statement);
  const { expression } = statement;
  if (expression.type !== 'CallExpression' || expression.optional) {
    throw new NotUnderstood(expression);
  }
  return expression;
}

type Place = (node: { readonly start: number; readonly end: number }) => SourceRange;

/** The names of `a.b.c` from left to right; a loop, since a line can hold thousands of them. */
function pathOf(callee: CallExpression['callee'], place: Place): PathPart[] {
  const path: PathPart[] = [];
  let node = callee;
  while (node.type === 'MemberExpression' && !node.computed && !node.optional) {
    const { object, property } = node;
    if (property.type !== 'Identifier') throw new NotUnderstood(property);
    path.push({ name: property.name, at: place(property) });
    node = object;
  }
  if (node.type !== 'Identifier') throw new NotUnderstood(node);
  path.push({ name: node.name, at: place(node) });
  return path.toReversed();
}

function literalOf(argument: Expression | SpreadElement): HostValue {
  if (argument.type === 'Identifier' && argument.name === 'undefined') return undefined;
  if (argument.type === 'UnaryExpression' && argument.operator === '-') {
    const value = literalOf(argument.argument);
    if (typeof value === 'number') return -value;
  }
  if (argument.type !== 'Literal') throw new NotUnderstood(argument);
  const { value } = argument;
  if (
    value === undefined ||
    argument.regex !== undefined ||
    value instanceof RegExp ||
    typeof value === 'bigint'
  ) {
    throw new NotUnderstood(argument);
  }
  return value;
}
