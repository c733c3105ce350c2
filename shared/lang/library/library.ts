import type { ChunkCode, Unit } from '../compile/code.ts';
import { compileProgram } from '../compile/compile.ts';
import { toText, truthy } from '../run/convert.ts';
import type { Library, MethodTable, NativeFunction } from '../run/state.ts';
import { Closure } from '../run/closure.ts';
import {
  Global,
  isCallable,
  isObj,
  Kind,
  newBag,
  Obj,
  unwrap,
  type Bag,
  type ErrorData,
  type Iteration,
  type Value,
} from '../run/values.ts';
import { parseSource } from '../syntax/parser.ts';
import { defineArray, makeArray } from './array.ts';
import { defineIterator, defineMap, defineSet, makeMap, makeSet } from './collections.ts';
import { add, native, wrongSelf } from './define.ts';
import { errorType, errorTypes } from './errors.ts';
import { intrinsicFunctions } from './intrinsics.ts';
import { defineMath } from './math/math.ts';
import { defineNumber, defineNumberStatics, makeNumber } from './number.ts';
import { defineObjectStatics, makeObject, wrapped } from './object.ts';
import { arrayPrelude } from './prelude/array.ts';
import { jsonPrelude } from './prelude/json.ts';
import { valuesPrelude } from './prelude/values.ts';
import { defineString, defineStringStatics, makeText } from './string.ts';

let shared: Library | null = null;

/** The library, made when first needed. All machines share it, and no program can change it. */
export function library(): Library {
  shared ??= makeLibrary();
  return shared;
}

const intrinsicNames = Object.keys(intrinsicFunctions);

function parse(source: string) {
  const parsed = parseSource(source, 200, false);
  if (!parsed.ok) throw parsed.error;
  return parsed.program;
}

/** Compiles the prelude and answers its functions by name. */
function makePrelude(): Record<string, Obj> {
  const source = `'use strict';\n${valuesPrelude}${arrayPrelude}${jsonPrelude}`;
  const numbers = new Map(intrinsicNames.map((name, i) => [name, i]));
  const chunk = compileProgram(source, parse(source), numbers);
  const globals = chunk.globals.map((name) => new Global(name, undefined, 'const'));
  const unit: Unit = { chunk, globals, firstLine: 1, prelude: true };
  const functions: Record<string, Obj> = {};
  for (const code of chunk.main.functions) {
    const fn = new Obj(Kind.Closure, null, new Closure(code, [], unit));
    functions[code.name] = fn;
    for (const global of globals) if (global.name === code.name) global.v = fn;
  }
  return functions;
}

/** A prelude function as a method under its own name and `length`. */
function method(
  functions: Readonly<Record<string, Obj>>,
  from: string,
  name: string,
  length: number,
) {
  const closure = functions[from]?.data as Closure;
  const code = closure.code.with({ name, length });
  return new Obj(Kind.Closure, null, new Closure(code, closure.cells, closure.unit));
}

function makeLibrary(): Library {
  const prelude = makePrelude();
  const globals = new Map<string, Value>();
  const methods = makeTables();
  const arrayMethods = `map filter forEach some every find findIndex findLast findLastIndex reduce
    reduceRight flatMap sort toSorted`;
  for (const name of arrayMethods.split(/\s+/))
    methods.array[name] = method(prelude, name, name, 1);
  methods.array['copyWithin'] = method(prelude, 'copyWithin', 'copyWithin', 2);
  methods.array['flat'] = method(prelude, 'flat', 'flat', 0);
  methods.array['toString'] = method(prelude, 'arrayToString', 'toString', 0);
  methods.error['toString'] = method(prelude, 'errorToString', 'toString', 0);
  methods.map['forEach'] = method(prelude, 'mapForEach', 'forEach', 1);
  methods.set['forEach'] = method(prelude, 'setForEach', 'forEach', 1);
  defineTypes(globals, prelude);
  defineNamespaces(globals, prelude);
  for (const [name, value] of Object.entries({ undefined, NaN: Number.NaN, Infinity })) {
    globals.set(name, value);
  }
  const intrinsics = intrinsicNames.map((name) => intrinsicFunctions[name] as NativeFunction);
  return { globals, methods, byKind: methodsByKind(methods), prelude, intrinsics };
}

function makeTables(): Record<MethodTable, Bag> {
  const tables: Record<MethodTable, Bag> = {
    object: newBag(),
    string: newBag(),
    number: newBag(),
    boolean: newBag(),
    array: newBag(),
    function: newBag(),
    error: newBag(),
    map: newBag(),
    set: newBag(),
    iterator: newBag(),
  };
  defineArray(tables.array);
  defineString(tables.string);
  defineNumber(tables.number);
  defineMap(tables.map);
  defineSet(tables.set);
  defineIterator(tables.iterator);
  add(
    tables.object,
    native('toString', 0, '', (_state, self) => objectText(self)),
    native('valueOf', 0, '', (_state, self) => (isObj(self) ? self : wrongSelf(null))),
  );
  add(
    tables.boolean,
    native('toString', 0, '', (_state, self) => toText(selfBoolean(self))),
    native('valueOf', 0, '', (_state, self) => selfBoolean(self)),
  );
  add(
    tables.function,
    native('toString', 0, '', (state, self) => {
      const text = functionText(self);
      state.chargeText(text.length);
      return text;
    }),
  );
  return tables;
}

/** Methods of values whose named properties are all in their bag or here, by kind. */
function methodsByKind(methods: Readonly<Record<MethodTable, Bag>>): readonly Bag[] {
  const none = newBag();
  const byKind = Object.values(Kind).map(() => none);
  byKind[Kind.Array] = methods.array;
  byKind[Kind.Map] = methods.map;
  byKind[Kind.Set] = methods.set;
  return byKind;
}

function selfBoolean(self: Value): boolean {
  const inner = unwrap(self);
  return typeof inner === 'boolean' ? inner : wrongSelf(null);
}

/** What `String(object)` gives when the program says nothing else. */
function objectText(self: Value): string {
  if (self === undefined) return '[object Undefined]';
  if (self === null) return '[object Null]';
  if (!isObj(self)) return wrongSelf(null);
  switch (self.kind) {
    case Kind.Map:
      return '[object Map]';
    case Kind.Set:
      return '[object Set]';
    case Kind.Error:
      return `[object ${(self.data as ErrorData).type.replace(/^.*Error$/, 'Error')}]`;
    case Kind.Iterator:
      return `[object ${(self.data as Iteration).name}]`;
    case Kind.Namespace:
      return `[object ${String(self.data)}]`;
    case Kind.Array:
      return '[object Array]';
    case Kind.Closure:
    case Kind.Native:
    case Kind.Host:
      return '[object Function]';
    default:
      return '[object Object]';
  }
}

/** The source of a function, as JavaScript shows it. */
function functionText(self: Value): string {
  if (!isCallable(self)) return wrongSelf(null);
  if (self.kind === Kind.Closure) {
    const { code, unit } = self.data as Closure;
    if (!unit.prelude) return unit.chunk.source.slice(code.start, code.end);
    return `function ${code.name}() { [native code] }`;
  }
  const { name } = self.data as { readonly name: string };
  return `function ${name}() { [native code] }`;
}

function defineTypes(globals: Map<string, Value>, prelude: Readonly<Record<string, Obj>>): void {
  const wrapper =
    (make: NativeFunction): NativeFunction =>
    (state, self, args, at, count) =>
      wrapped(state, make(state, self, args, at, count));
  const needsNew: NativeFunction = () => wrongSelf(null);
  const boolean: NativeFunction = (_state, _self, args, at) => truthy(args[at]);
  const types = {
    Object: native('Object', 1, '', makeObject, makeObject),
    Array: native('Array', 1, '', makeArray, makeArray),
    String: native('String', 1, 's', makeText, wrapper(makeText)),
    Number: native('Number', 1, 'n', makeNumber, wrapper(makeNumber)),
    Boolean: native('Boolean', 1, '', boolean, wrapper(boolean)),
    Map: native('Map', 0, 'v', needsNew, makeMap),
    Set: native('Set', 0, 'v', needsNew, makeSet),
  };
  for (const [name, type] of Object.entries(types)) globals.set(name, type);
  for (const name of errorTypes) globals.set(name, errorType(name));
  defineObjectStatics(types.Object.bag as Bag);
  (types.Object.bag as Bag)['fromEntries'] = method(prelude, 'fromEntries', 'fromEntries', 1);
  const arrays = types.Array.bag as Bag;
  add(
    arrays,
    native('isArray', 1, '', (_state, _self, args, at) => {
      const value = args[at];
      return isObj(value) && value.kind === Kind.Array;
    }),
    native('of', 0, '', (state, _self, args, at, count) => {
      state.chargeItems(count);
      return new Obj(Kind.Array, null, args.slice(at, at + count));
    }),
  );
  arrays['from'] = method(prelude, 'from', 'from', 1);
  defineStringStatics(types.String.bag as Bag);
  defineNumberStatics(types.Number.bag as Bag, globals);
}

function defineNamespaces(
  globals: Map<string, Value>,
  prelude: Readonly<Record<string, Obj>>,
): void {
  const math = newBag();
  defineMath(math);
  globals.set('Math', new Obj(Kind.Namespace, math, 'Math'));
  const json = newBag();
  json['parse'] = method(prelude, 'parse', 'parse', 2);
  json['stringify'] = method(prelude, 'stringify', 'stringify', 3);
  globals.set('JSON', new Obj(Kind.Namespace, json, 'JSON'));
}

const programs = new Map<string, Obj>();

/** A host function written in the language: one function expression that sees only the library. */
export function programFunction(source: string): Obj {
  const made = programs.get(source);
  if (made !== undefined) return made;
  const chunk: ChunkCode = compileProgram(`(${source})`, parse(`(${source})`));
  const code = chunk.main.functions[0];
  if (code === undefined) throw new Error('a host program is one function');
  const known = library().globals;
  const globals = chunk.globals.map((name) => new Global(name, known.get(name), 'library'));
  const unit: Unit = { chunk, globals, firstLine: 1, prelude: true };
  const fn = new Obj(Kind.Closure, null, new Closure(code.with({ weight: 0 }), [], unit));
  programs.set(source, fn);
  return fn;
}
