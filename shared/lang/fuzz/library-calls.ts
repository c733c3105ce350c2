import { Grammar } from './grammar.ts';

/**
 * Calls of the library with arguments that are rarely well chosen: wrong types, borders, negative
 * numbers, missing ones. `n` is a number, `s` a text, `x` any expression, `c` a callback, `m` a
 * comparator, `a` an array, `o` an object, `r` a radix, `d` a number of digits, `w` a whole
 * number.
 */
const arrayCalls = `at(n) concat(a,x) copyWithin(n,n,n) every(c) fill(x,n,n) filter(c) find(c)
  findIndex(c) findLast(c) findLastIndex(c) flat(n) flatMap(c) forEach(c) includes(x,n) indexOf(x,n)
  join(s) lastIndexOf(x) lastIndexOf(x,n) map(c) pop() push(x,x) reduce(c) reduce(c,x) reduceRight(c)
  reduceRight(c,x) reverse() shift() slice(n,n) slice(n) some(c) sort() sort(m) splice(n,n,x,x)
  splice(n) splice() toReversed() toSorted() toSorted(m) toSpliced(n,n,x) unshift(x,x) with(n,x)
  toString() map(ask) map(String) map(Number) map(parseInt) filter(Boolean)`.split(/\s+/);

const textCalls =
  `at(n) charAt(n) charCodeAt(n) codePointAt(n) concat(x,x) endsWith(s,n) includes(s,n)
  indexOf(s,n) lastIndexOf(s,n) lastIndexOf(s) isWellFormed() normalize() padEnd(n,s) padStart(n,s)
  repeat(d) replace(s,s) replace(s,c) replaceAll(s,s) replaceAll(s,c) slice(n,n) split(s) split(s,n)
  split() startsWith(s,n) substring(n,n) substring(n) substr(n,n) toLowerCase() toString()
  toUpperCase() toWellFormed() trim() trimEnd() trimStart() valueOf()`.split(/\s+/);

const numberCalls =
  'toString() toString(r) toFixed(d) toPrecision(d) toExponential(d) toExponential() valueOf()'.split(
    ' ',
  );

const mapCalls =
  'get(x) has(x) set(x,x) delete(x) clear() forEach(c) keys().next() entries().next().value'.split(
    ' ',
  );
const setCalls =
  'has(x) add(x) delete(x) clear() forEach(c) values().next() entries().next()'.split(' ');

const staticCalls = `Array.from(x) Array.from(a,c) Array.from(t,c) Array.of(x,x) Array.isArray(x)
  Object.keys(x) Object.values(x) Object.entries(x) Object.assign(o,x) Object.assign(o,o,o)
  Object.fromEntries(e) Math.abs(x) Math.ceil(x) Math.clz32(x) Math.floor(x) Math.fround(x)
  Math.imul(x,x) Math.max(x,x) Math.max() Math.max(...a) Math.min(x,x) Math.min(...a) Math.round(x)
  Math.sign(x) Math.sqrt(x) Math.trunc(x) Math.hypot() Number(x) Number() Number.isFinite(x)
  Number.isInteger(x) Number.isNaN(x) Number.isSafeInteger(x) String(x) String() Boolean(x)
  String.fromCharCode(n,n) String.fromCodePoint(n) parseInt(s) parseInt(s,r) parseInt(x,x)
  parseFloat(s) isNaN(x) isFinite(x) JSON.stringify(x) JSON.stringify(x,null,w) JSON.stringify(x,c)
  JSON.stringify(x,a,s) JSON.stringify(o,a) JSON.parse(j) JSON.parse(j,c) JSON.parse(s)
  JSON.parse(JSON.stringify(x)) Array(x) Array(d) Object(x).valueOf()`.split(/\s+/);

const numbers = [
  ...`0 1 2 3 -1 -2 0.5 1.5 -0 -1.5 5 10 NaN Infinity -Infinity 1e21 1e-7 123456789 4294967295
    4294967296 2147483648 -2147483649 9007199254740993 0.1 0.000001 1.005 25 1e100 5e-324 undefined
    null true '2' '' '0x1F' [] [3] {}`.split(/\s+/),
  "' 12 '",
];

const texts = [
  "''",
  "'a'",
  "'b'",
  "'ab'",
  "'abcabc'",
  "'a,b,,c'",
  "' x\\n\\t'",
  "'\\u{1F600}x'",
  "'\\ud83d'",
  "'\\ude00a\\ud83d'",
  "'é'",
  "'e\\u0301'",
  "'ß'",
  "'İ'",
  "'$&'",
  "'[$`|$\\'|$$|$1]'",
  "'12px'",
  "'-0x1f'",
  "'1e3'",
  "'.5'",
  "'+7'",
  "'Infinity'",
  "'-Infinityx'",
  "'0b101'",
  "'1_000'",
  "'\\u2028'",
  "'\"\\\\'",
  "'\\0'",
  "'1'",
  "'length'",
  'null',
  'undefined',
  '1',
];

const jsonTexts = [
  '\'{"a":1,"b":[1,2,{"c":null}],"a":3}\'',
  "'[1,2,3]'",
  "'[]'",
  "'{}'",
  "' [ 1 , -0 , 1e2 , 0.5 ] '",
  "'[1,]'",
  "'01'",
  "'-'",
  '\'"\\\\u00e9\\\\n"\'',
  '\'"\\n"\'',
  '\'{"2":1,"b":2,"1":3}\'',
  "'true'",
  "'nul'",
  "''",
  "'[[[1]]]'",
  '\'{"toJSON":1,"length":2}\'',
  "'1 2'",
  "'\\u00a01'",
  "'{a:1}'",
  "'1.'",
  '\'["\\\\ud800"]\'',
];

/** The library of the language, called in every way. */
export abstract class LibraryCalls extends Grammar {
  protected abstract expression(): string;
  protected abstract callback(): string;
  protected abstract array(): string;
  protected abstract object(): string;

  protected number(): string {
    return this.pick(numbers);
  }

  protected text(): string {
    return this.pick(texts);
  }

  protected arrayCall(): string {
    const call = this.pick(arrayCalls);
    // How often a sort looks at its items is the engine's own affair.
    const sorts = /sort/i.test(call);
    const plain = (): string =>
      call.endsWith('(m)')
        ? this.pick(['3', '1', '2', '-1', '1.5', '10', 'undefined'])
        : this.text();
    const array = sorts ? `[${this.several(6, plain).join(', ')}]` : this.array();
    return `${array}.${this.arguments(call)}`;
  }

  protected textCall(): string {
    const text = this.chance(0.7) ? this.text() : `String(${this.expression()})`;
    return `(${text}).${this.arguments(this.pick(textCalls))}`;
  }

  protected numberCall(): string {
    const value = this.chance(0.6) ? this.number() : `Number(${this.expression()})`;
    return `(${value}).${this.arguments(this.pick(numberCalls))}`;
  }

  protected collectionCall(): string {
    return this.oneOf(
      () => `new Map(${this.pairs()}).${this.arguments(this.pick(mapCalls))}`,
      () => `new Set(${this.array()}).${this.arguments(this.pick(setCalls))}`,
      () => `[...new Map(${this.pairs()})]`,
      () => `[...new Set(${this.array()})]`,
      () => `[...new Map(${this.pairs()}).${this.pick(['keys', 'values', 'entries'])}()]`,
      () => `[...${this.array()}.${this.pick(['keys', 'values', 'entries'])}()]`,
      () => `new Map(${this.pairs()}).size`,
      () => `new Set(${this.expression()}).size`,
    );
  }

  protected staticCall(): string {
    return this.arguments(this.pick(staticCalls));
  }

  private pairs(): string {
    return `[${this.several(3, () => `[${this.expression()}, ${this.expression()}]`).join(', ')}]`;
  }

  /** Fills the letters of a call's pattern in. */
  private arguments(pattern: string): string {
    const open = pattern.indexOf('(');
    const close = pattern.lastIndexOf(')');
    if (open < 0 || pattern.startsWith('JSON.parse(J') || pattern.includes(').')) {
      return pattern.replace('(x)', () => `(${this.expression()})`);
    }
    const letters = pattern.slice(open + 1, close);
    const args = letters === '' ? [] : letters.split(',').map((letter) => this.argument(letter));
    if (args.length > 0 && this.chance(0.08)) args.pop();
    return `${pattern.slice(0, open)}(${args.join(', ')})`;
  }

  private argument(letter: string): string {
    switch (letter) {
      case 'n':
        return this.chance(0.8) ? this.number() : this.expression();
      case 's':
        return this.chance(0.85) ? this.text() : this.expression();
      case 'x':
        return this.expression();
      case 'c':
        return this.callback();
      case 'm':
        return this.pick(['(x, y) => x - y', '(x, y) => y - x', '(x, y) => (x < y ? -1 : x > y)']);
      case 'a':
        return this.array();
      case '...a':
        return `...${this.array()}`;
      case 'o':
        return this.object();
      case 'e':
        return this.pairs();
      case 'r':
        return String(this.below(36) + 1);
      case 'd':
        return this.chance(0.9) ? String(this.below(22)) : this.number();
      case 'w':
        return String(this.below(14) - 1);
      case 'j':
        return this.pick(jsonTexts);
      case 't':
        return `{ length: ${this.below(4)}, 0: ${this.expression()}, 2: 'z' }`;
      default:
        return letter;
    }
  }
}
