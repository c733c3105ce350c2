import { detach, toInteger, toNumber, toOffset, toText } from '../run/convert.ts';
import { raise } from '../run/errors.ts';
import type { NativeFunction, State } from '../run/state.ts';
import { arrayOf, isObj, type Bag, type Value } from '../run/values.ts';
import { inCapitals, inNormalForm, inSmallLetters } from '../unicode/unicode.ts';
import { add, native, selfText } from './define.ts';
import { chargeSearch, firstIndex, lastIndex } from './search.ts';
import { countParts, padText, repeatText, replaceText, splitText } from './texts.ts';

type TextFunction = (state: State, text: string, args: Value[], at: number, count: number) => Value;

/** A method of texts; reading a long text is charged. */
function method(name: string, length: number, kinds: string, work: TextFunction) {
  const fn: NativeFunction = (state, self, args, at, count) => {
    const text = selfText(self);
    if (text.length > 1024) state.work(text.length >> 10);
    return work(state, text, args, at, count);
  };
  return native(name, length, kinds, fn);
}

/** Methods of texts. None depends on a locale. */
export function defineString(table: Bag): void {
  add(
    table,
    method('at', 1, 'n', (state, text, args, at) => {
      const offset = toInteger(state, args[at]);
      return text[offset < 0 ? text.length + offset : offset];
    }),
    method('charAt', 1, 'n', (state, text, args, at) => text.charAt(toInteger(state, args[at]))),
    method('charCodeAt', 1, 'n', (state, text, args, at) =>
      text.charCodeAt(toInteger(state, args[at])),
    ),
    method('codePointAt', 1, 'n', (state, text, args, at) =>
      text.codePointAt(toInteger(state, args[at])),
    ),
    method('toString', 0, '', (_state, text) => text),
    method('valueOf', 0, '', (_state, text) => text),
    method('concat', 1, 's*', (state, text, args, at, count) => {
      const parts = args.slice(at, at + count).map(toText);
      state.chargeText(parts.reduce((sum, part) => sum + part.length, text.length));
      return text + parts.join('');
    }),
    method('isWellFormed', 0, '', (state, text) => {
      state.spend(text.length << 4);
      return !hasLoneSurrogate(text);
    }),
    method('toWellFormed', 0, '', (state, text) => {
      state.chargeText(text.length);
      state.spend(text.length << 6);
      return text.replaceAll(loneSurrogates, '\ufffd');
    }),
    method('normalize', 0, 's', normalize),
    method('repeat', 1, 'n', (state, text, args, at) =>
      repeatText(state, text, toInteger(state, args[at])),
    ),
    method('padStart', 1, 'ns', (state, text, args, at) =>
      padText(state, text, toInteger(state, args[at]), args[at + 1], true),
    ),
    method('padEnd', 1, 'ns', (state, text, args, at) =>
      padText(state, text, toInteger(state, args[at]), args[at + 1], false),
    ),
    method('toLowerCase', 0, '', (state, text) => {
      state.chargeText(text.length * 3);
      state.spend(text.length << 5);
      // What a sigma becomes depends on what stands around it.
      state.spend((countParts(text, 'Σ') - 1) << 8);
      return inSmallLetters(text);
    }),
    method('toUpperCase', 0, '', (state, text) => {
      state.chargeText(text.length * 3);
      state.spend(text.length << 5);
      return inCapitals(text);
    }),
    native('replace', 2, 'sv', (state, self, args, at) =>
      replaceText(state, selfText(self), args[at], args[at + 1], false),
    ),
    native('replaceAll', 2, 'sv', (state, self, args, at) =>
      replaceText(state, selfText(self), args[at], args[at + 1], true),
    ),
  );
  defineParts(table);
  defineSearch(table);
}

const loneSurrogates = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

function hasLoneSurrogate(text: string): boolean {
  return text.search(loneSurrogates) >= 0;
}

const normalize: TextFunction = (state, text, args, at) => {
  const form = args[at] === undefined ? 'NFC' : toText(args[at]);
  if (form !== 'NFC' && form !== 'NFD' && form !== 'NFKC' && form !== 'NFKD') {
    return raise('RangeError', 'bad-normal-form', { form: form.slice(0, 40) });
  }
  state.chargeText(text.length * 18);
  state.spend(text.length << 6);
  // The host puts marks in order that stand in a row, which takes the square of their number. Two letters
  // become marks first.
  for (const [marks] of text.matchAll(/[\p{M}\uff9e\uff9f]{8,}/gu)) state.spend(marks.length ** 2);
  return inNormalForm(text, form);
};

function defineParts(table: Bag): void {
  const cut = (state: State, text: string, from: number, to: number): string => {
    state.chargeText(Math.max(0, to - from));
    return detach(text.slice(from, Math.max(from, to)), text);
  };
  const trimmed = (name: string, trim: (text: string) => string) =>
    method(name, 0, '', (state, text) => {
      state.chargeText(text.length);
      return detach(trim(text), text);
    });
  add(
    table,
    method('slice', 2, 'nn', (state, text, args, at) => {
      const from = toOffset(state, args[at], text.length, 0);
      return cut(state, text, from, toOffset(state, args[at + 1], text.length, text.length));
    }),
    method('substring', 2, 'nn', (state, text, args, at) => {
      const { length } = text;
      const bound = (value: Value, missing: number): number =>
        value === undefined ? missing : Math.min(Math.max(toInteger(state, value), 0), length);
      const a = bound(args[at], 0);
      const b = bound(args[at + 1], length);
      return cut(state, text, Math.min(a, b), Math.max(a, b));
    }),
    method('substr', 2, 'nn', (state, text, args, at) => {
      const from = toOffset(state, args[at], text.length, 0);
      const rest = text.length - from;
      const wanted = args[at + 1] === undefined ? rest : toInteger(state, args[at + 1]);
      return cut(state, text, from, from + Math.min(Math.max(wanted, 0), rest));
    }),
    trimmed('trim', (text) => text.trim()),
    trimmed('trimStart', (text) => text.trimStart()),
    trimmed('trimEnd', (text) => text.trimEnd()),
    method('split', 2, 'sn', (state, text, args, at) => {
      const limit = args[at + 1] === undefined ? 2 ** 32 - 1 : toNumber(state, args[at + 1]) >>> 0;
      if (limit === 0) return arrayOf([]);
      return splitText(state, text, args[at], limit);
    }),
  );
}

function defineSearch(table: Bag): void {
  const search = (
    name: string,
    find: (text: string, wanted: string, position: number) => Value,
    missing: (text: string) => number,
  ) =>
    method(name, 1, 'sn', (state, text, args, at) => {
      const position = args[at + 1] === undefined ? missing(text) : toInteger(state, args[at + 1]);
      const wanted = toText(args[at]);
      state.work(1);
      chargeSearch(state, text, wanted);
      return find(text, wanted, position);
    });
  const start = (): number => 0;
  add(
    table,
    search('includes', (text, wanted, position) => firstIndex(text, wanted, position) >= 0, start),
    search('startsWith', (text, wanted, position) => text.startsWith(wanted, position), start),
    search('indexOf', firstIndex, start),
    search(
      'endsWith',
      (text, wanted, position) => text.endsWith(wanted, position),
      (text) => text.length,
    ),
    method('lastIndexOf', 1, 'sn', (state, text, args, at) => {
      const number = toNumber(state, args[at + 1]);
      const wanted = toText(args[at]);
      state.work(Math.ceil((text.length / 1024) * Math.min(wanted.length + 1, 256)));
      return lastIndex(text, wanted, Number.isNaN(number) ? Infinity : number);
    }),
  );
}

/** `String.fromCharCode` and `String.fromCodePoint`. */
export function defineStringStatics(bag: Bag): void {
  add(
    bag,
    native('fromCharCode', 1, 'n*', (state, _self, args, at, count) => {
      state.chargeText(count);
      state.spend(count << 5);
      let text = '';
      for (let i = 0; i < count; i++) text += String.fromCharCode(toNumber(state, args[at + i]));
      return text;
    }),
    native('fromCodePoint', 1, 'n*', (state, _self, args, at, count) => {
      state.chargeText(2 * count);
      state.spend(count << 5);
      let text = '';
      for (let i = 0; i < count; i++) {
        const code = toNumber(state, args[at + i]);
        if (!(Number.isInteger(code) && code >= 0 && code <= 0x10ffff)) {
          return raise('RangeError', 'bad-code-point', { value: String(code) });
        }
        text += String.fromCodePoint(code);
      }
      return text;
    }),
  );
}

/** `String(value)`. */
export const makeText: NativeFunction = (_state, _self, args, at, count) => {
  const value = args[at];
  return count === 0 ? '' : toText(isObj(value) ? undefined : value);
};
