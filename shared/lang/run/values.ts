/** Any value of a program. Heap values are `Obj`, strings and numbers are the host's own. */
export type Value = undefined | null | boolean | number | string | Obj;

/** What an `Obj` is; decides the shape of its `data`. */
export const Kind = {
  /** A plain object; no data. */
  Plain: 0,
  /** `data` is `Value[]`, with `hole` where an index is absent. */
  Array: 1,
  /** A function of the program or the prelude; `data` is a `Closure`. */
  Closure: 2,
  /** A function of the library written in the host's language; `data` is a `Native`. */
  Native: 3,
  /** A function of the host; `data` is a `HostFunctionData`. */
  Host: 4,
  /** `data` is an `ErrorData`. */
  Error: 5,
  /** `data` is a `Map<Value, Value>`. */
  Map: 6,
  /** `data` is a `Set<Value>`. */
  Set: 7,
  /** `data` is an `Iteration`. */
  Iterator: 8,
  /** A group of host names; `data` is a `GroupData`. */
  Group: 9,
  /** `Math` and `JSON`; `data` is a `Namespace`. */
  Namespace: 10,
  /** Never seen by a program: holes, uninitialised variables, places. */
  Internal: 11,
  /** `new String(…)` and the like; `data` is the primitive. */
  Wrapper: 12,
} as const;

/** Named properties. Nothing is inherited, so no name reaches the host (L7). */
export type Bag = Record<string, Value>;

const BagClass = function Bag() {} as unknown as { new (): Bag; prototype: unknown };
BagClass.prototype = Object.freeze(Object.create(null));
// The host reserves as much room in an object as the first ones of its class have used: three
// properties take less there than beside the object, and are read faster.
for (let i = 0; i < 10; i++) Object.assign(new BagClass(), { x: i, y: i, points: i });

/** An empty set of named properties in the order JavaScript lists them. */
export function newBag(): Bag {
  return new BagClass();
}

/** The one representation of heap values; a single shape keeps the interpreter fast. */
export class Obj {
  readonly kind: number;
  bag: Bag | null;
  data: unknown;
  constructor(kind: number, bag: Bag | null, data: unknown) {
    this.kind = kind;
    this.bag = bag;
    this.data = data;
  }
}

/** A variable that outlives its frame or is shared by chunks. */
export class Cell {
  v: Value;
  constructor(v: Value) {
    this.v = v;
  }
}

/** How a global name came about; `none` is a name that was used but never declared. */
export type GlobalKind = 'let' | 'const' | 'var' | 'library' | 'host' | 'none';

/** A global variable of a machine. */
export class Global {
  readonly name: string;
  v: Value;
  kind: GlobalKind;
  /** Made by assigning to an unknown name: `delete` removes it. */
  deletable = false;
  constructor(name: string, v: Value, kind: GlobalKind) {
    this.name = name;
    this.v = v;
    this.kind = kind;
  }
}

/** Marks an absent index of an array. */
export const hole = new Obj(Kind.Internal, null, 'hole');
/** Marks a variable before its declaration has run, or one that nobody declared. */
export const tdz = new Obj(Kind.Internal, null, 'tdz');
/** Answer of a slow path that has asked the machine to call a prelude function. */
export const pending = new Obj(Kind.Internal, null, 'pending');

/** Answer of a host call that has stopped the program. */
export const suspension = new Obj(Kind.Internal, null, 'suspension');

/** Where an iterator stands. `kind` names what it yields. */
export interface Iteration {
  readonly kind: 'values' | 'keys' | 'entries' | 'string' | 'host' | 'forin';
  readonly name: string;
  /** The array, string or key list that is walked; null once exhausted. */
  source: Obj | string | readonly string[] | null;
  /** For Map and Set. */
  readonly host: Iterator<Value | [Value, Value]> | null;
  /** What `for`-`in` walks. A member of all, so that all have one shape. */
  of: Value;
  index: number;
}

/** Inside of an error object. `message` lives in `hidden` since it is not enumerable. */
export interface ErrorData {
  readonly type: string;
  readonly hidden: Bag;
  /** Stable code and facts when the machine made it (L8). */
  readonly code: string;
  readonly details: Readonly<Record<string, string | number>>;
}

/** A new array of the program. Not charged here. */
export function arrayOf(items: Value[]): Obj {
  return new Obj(Kind.Array, null, items);
}

/** A new plain object of the program. Not charged here. */
export function plainOf(bag: Bag): Obj {
  return new Obj(Kind.Plain, bag, null);
}

/** True for heap values. */
export function isObj(value: Value): value is Obj {
  return typeof value === 'object' && value !== null;
}

/** True for values that can be called. */
export function isCallable(value: Value): value is Obj {
  return isObj(value) && value.kind >= Kind.Closure && value.kind <= Kind.Host;
}

/** The primitive inside of `new Number(1)` and the like; other values as they are. */
export function unwrap(value: Value): Value {
  return isObj(value) && value.kind === Kind.Wrapper ? (value.data as Value) : value;
}

/** True for arrays of the program. */
export function isArray(value: Value): value is Obj {
  return isObj(value) && value.kind === Kind.Array;
}

/** The items of an array, with `hole` where an index is absent. */
export function itemsOf(array: Obj): Value[] {
  return array.data as Value[];
}

/** The `typeof` operator. */
export function typeOf(value: Value): string {
  if (value === null) return 'object';
  if (typeof value !== 'object') return typeof value;
  return isCallable(value) ? 'function' : 'object';
}
