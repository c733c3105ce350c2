/**
 * What each operation of the language and each function of the library takes from a program as the
 * size of what it works on grows. `constant`: no operand can make it take longer. `written`: what
 * makes it longer stands in the program itself. `calls`: it runs as a program, function by function
 * and loop by loop. Otherwise a program, after `text` and `other` of n letters each, `items` and
 * `members` of n each, `map` and `set`; and how many parts of a size one step pays for at most.
 */
export type Charge = 'constant' | 'written' | readonly [program: string, perStep: number];

const letters = 1100;
const members = 70;

const text = (program: string): Charge => [program, letters];
const list = (program: string): Charge => [program, members];

/** Charges of the instructions, by name. */
export const ofInstructions: Readonly<Record<string, Charge>> = {
  ...constants(`Move LoadK LoadInt LoadUndefined LoadNull LoadTrue LoadFalse LoadTdz GetGlobal
    TypeofGlobal SetGlobal InitGlobal DeleteGlobal MakeCell BoxCell CopyCell GetCell SetCell InitCell
    GetCapture SetCapture CheckTdz ThrowConst Not TypeOf ToText Jmp Loop JTrue JFalse JNullish
    JNotNullish JNotUndefined InstanceOf GetLength RequireObject Return ReturnUndefined Throw Rethrow
    This Callee GetIterator IterNext PushItem PushHole NewObject HoistGlobal JSEqI JSNeI`),
  ...written('GetProp SetProp DeleteProp InitProp NewArray Intrinsic SetName'),
  Add: ['text + other', 4 * letters],
  Sub: text('text - 1'),
  Mul: text('text * 1'),
  Div: text('text / 1'),
  Mod: text('text % 2'),
  Pow: text('text ** 2'),
  BitAnd: text('one & text'),
  BitOr: text('one | text'),
  BitXor: text('one ^ text'),
  Shl: text('one << text'),
  Shr: text('one >> text'),
  UShr: text('one >>> text'),
  Neg: text('-text'),
  Plus: text('+text'),
  BitNot: text('~text'),
  Inc: text('{ let x = text; x++ }'),
  Dec: text('{ let x = text; x-- }'),
  ...Object.fromEntries(
    ['SubI', 'MulI', 'DivI', 'ModI', 'BitAndI', 'BitOrI', 'ShlI', 'ShrI', 'UShrI'].map(
      (name, i) => [name, text(`text ${'- * / % & | << >> >>>'.split(' ')[i]} 3`)],
    ),
  ),
  AddI: ['text + 3', 4 * letters],
  Lt: text('one = text < other'),
  Le: text('one = text <= other'),
  Gt: text('one = text > other'),
  Ge: text('one = text >= other'),
  Eq: ['one = text == other', 2 * letters],
  Ne: ['one = text != other', 2 * letters],
  SEq: ['one = text === other', 2 * letters],
  SNe: ['one = text !== other', 2 * letters],
  In: text('text in object'),
  JLt: text('while (text < other) break'),
  JNotLt: text('if (text < other) ;'),
  JLe: text('while (text <= other) break'),
  JNotLe: text('if (text <= other) ;'),
  JGt: text('while (text > other) break'),
  JNotGt: text('if (text > other) ;'),
  JGe: text('while (text >= other) break'),
  JNotGe: text('if (text >= other) ;'),
  JSEq: ['do ; while (text === other && 0)', 2 * letters],
  JSNe: ['if (text === other) ;', 2 * letters],
  ...Object.fromEntries(
    ['JLtI <', 'JNotLtI <', 'JLeI <=', 'JNotLeI <=', 'JGtI >', 'JNotGtI >', 'JGeI >=', 'JNotGeI >=']
      .map((each) => each.split(' ') as [string, string])
      .map(([name, sign]) => [name, text(`if (text ${sign} 3) ;`)]),
  ),
  ToKey: text('({ [text]: 1 })'),
  GetKeyed: text('object[text]'),
  SetKeyed: text('object[text] = 1'),
  DeleteKeyed: text('delete object[text]'),
  InitKeyed: text('({ [text]: 1 })'),
  CopyProps: list('({ ...large })'),
  RestProps: list('{ const { a, ...rest } = large }'),
  PushAll: list('[...items]'),
  Call: list('manyParameters()'),
  CallPlain: list('manyParameters()'),
  CallList: list('nothing(...items)'),
  New: text('new Number(text)'),
  NewList: list('new Array(...items)'),
  Closure: list('manyCaptures()'),
  RestArgs: list('rest(...items)'),
  ForInKeys: list('for (const key in large) break'),
  IterRest: list('{ const [...all] = items }'),
};

/** Charges of the library, by the names programs have for them. */
export const ofLibrary: Readonly<Record<string, Charge>> = {
  ...constants(`Boolean Object.prototype.toString Object.prototype.valueOf Array.isArray
    Boolean.prototype.toString Boolean.prototype.valueOf Number.prototype.valueOf Math.random
    String.prototype.toString String.prototype.valueOf String Object Array Array.prototype.pop
    Array.prototype.push Array.prototype.keys Array.prototype.values Array.prototype.entries
    Map.prototype.clear Set.prototype.clear iterator.next Number.isFinite Number.isInteger
    Number.isNaN Number.isSafeInteger Error TypeError RangeError SyntaxError ReferenceError EvalError
    URIError error.toString String.prototype.at String.prototype.charAt String.prototype.charCodeAt
    String.prototype.codePointAt`),
  ...Object.fromEntries(
    `abs ceil clz32 floor fround round sign sqrt trunc acos acosh asin asinh atan atanh cbrt cosh exp
    expm1 log log10 log1p log2 sinh tanh sin cos tan`
      .split(/\s+/)
      .map((name) => [`Math.${name}`, text(`Math.${name}(text)`)]),
  ),
  'Math.atan2': text('Math.atan2(text, 1)'),
  'Math.imul': text('Math.imul(1, text)'),
  'Math.pow': text('Math.pow(text, 1)'),
  'Math.hypot': list('Math.hypot(...items)'),
  'Math.max': list('Math.max(...items)'),
  'Math.min': list('Math.min(...items)'),
  ...each('String.prototype', {
    concat: 'text.concat(other)',
    isWellFormed: 'text.isWellFormed()',
    toWellFormed: 'text.toWellFormed()',
    normalize: 'text.normalize()',
    repeat: "'x'.repeat(text.length)",
    padStart: "'x'.padStart(text.length)",
    padEnd: "'x'.padEnd(text.length, 'ab')",
    toLowerCase: 'text.toLowerCase()',
    toUpperCase: 'text.toUpperCase()',
    replace: "text.replace('b', 'c')",
    replaceAll: "text.replaceAll('b', 'c')",
    slice: 'text.slice(0, -1)',
    substring: 'text.substring(1)',
    substr: 'text.substr(1)',
    trim: 'text.trim()',
    trimStart: 'text.trimStart()',
    trimEnd: 'text.trimEnd()',
    split: "text.split('b')",
    includes: "text.includes('b')",
    startsWith: 'text.startsWith(other)',
    endsWith: 'text.endsWith(other)',
    indexOf: "text.indexOf('b')",
    lastIndexOf: "text.lastIndexOf('b')",
  }),
  'String.fromCharCode': list('String.fromCharCode(...items)'),
  'String.fromCodePoint': list('String.fromCodePoint(...items)'),
  Number: text('Number(text)'),
  parseInt: text('parseInt(text)'),
  parseFloat: text('parseFloat(text)'),
  isNaN: text('isNaN(text)'),
  isFinite: text('isFinite(text)'),
  'Number.parseInt': text('Number.parseInt(text, 7)'),
  'Number.parseFloat': text('Number.parseFloat(text)'),
  ...each('Number.prototype', {
    toString: 'try { (2).toString(text) } catch {}',
    toFixed: 'try { (2).toFixed(text) } catch {}',
    toExponential: 'try { (2).toExponential(text) } catch {}',
    toPrecision: 'try { (2).toPrecision(text) } catch {}',
  }),
  ...lists('Array.prototype', {
    at: 'items.at(text)',
    slice: 'items.slice()',
    splice: '[].splice(0, 0, ...items)',
    toSpliced: 'items.toSpliced(0, 1)',
    concat: 'items.concat()',
    reverse: 'items.reverse()',
    toReversed: 'items.toReversed()',
    fill: 'items.fill(1)',
    with: 'items.with(0, 1)',
    includes: 'items.includes(2)',
    indexOf: 'items.indexOf(2)',
    lastIndexOf: 'items.lastIndexOf(2)',
    join: "items.join('')",
    unshift: '[].unshift(...items)',
    map: 'items.map(nothing)',
    filter: 'items.filter(nothing)',
    forEach: 'items.forEach(nothing)',
    some: 'items.some(nothing)',
    every: 'items.every(() => 1)',
    find: 'items.find(nothing)',
    findIndex: 'items.findIndex(nothing)',
    findLast: 'items.findLast(nothing)',
    findLastIndex: 'items.findLastIndex(nothing)',
    reduce: 'items.reduce(nothing)',
    reduceRight: 'items.reduceRight(nothing)',
    flatMap: 'items.flatMap(nothing)',
    flat: 'items.flat()',
    sort: 'items.sort()',
    toSorted: 'items.toSorted((a, b) => a - b)',
    copyWithin: 'items.copyWithin(1, 0)',
    toString: 'items.toString()',
  }),
  // The host moves the items behind, many in one go.
  'Array.prototype.shift': ['items.push(items.shift())', 300],
  'Array.of': list('Array.of(...items)'),
  'Array.from': list('Array.from(items)'),
  ...each('Map.prototype', {
    get: 'map.get(text)',
    has: 'map.has(text)',
    set: 'map.set(text, 1)',
    delete: 'map.delete(text)',
  }),
  ...each('Set.prototype', {
    has: 'set.has(text)',
    add: 'set.add(text)',
    delete: 'set.delete(text)',
  }),
  ...Object.fromEntries(
    ['Map.prototype.keys', 'Map.prototype.values', 'Map.prototype.entries'].map((name) => [
      name,
      text(`emptied.${name.slice(14)}()`),
    ]),
  ),
  ...Object.fromEntries(
    ['keys', 'values', 'entries'].map((name) => [
      `Set.prototype.${name}`,
      text(`emptiedSet.${name}()`),
    ]),
  ),
  'Map.prototype.forEach': list('largeMap.forEach(nothing)'),
  'Set.prototype.forEach': list('largeSet.forEach(nothing)'),
  Map: list('new Map(pairs)'),
  Set: list('new Set(items)'),
  'function.toString': text('written.toString()'),
  'Object.keys': list('Object.keys(large)'),
  'Object.values': list('Object.values(large)'),
  'Object.entries': list('Object.entries(large)'),
  'Object.assign': list('Object.assign({}, large)'),
  'Object.fromEntries': list('Object.fromEntries(pairs)'),
  'JSON.parse': text('JSON.parse(quoted)'),
  'JSON.stringify': text('JSON.stringify(text)'),
};

function constants(names: string): Record<string, Charge> {
  return all(names, 'constant');
}

function written(names: string): Record<string, Charge> {
  return all(names, 'written');
}

function all(names: string, charge: Charge): Record<string, Charge> {
  return Object.fromEntries(names.split(/\s+/).map((name) => [name, charge]));
}

function each(owner: string, programs: Readonly<Record<string, string>>): Record<string, Charge> {
  return Object.fromEntries(
    Object.entries(programs).map(([name, program]) => [`${owner}.${name}`, text(program)]),
  );
}

function lists(owner: string, programs: Readonly<Record<string, string>>): Record<string, Charge> {
  return Object.fromEntries(
    Object.entries(programs).map(([name, program]) => [`${owner}.${name}`, list(program)]),
  );
}
