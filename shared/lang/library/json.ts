import { detach } from '../run/convert.ts';
import { raise } from '../run/errors.ts';
import type { State } from '../run/state.ts';
import { arrayOf, newBag, plainOf, type Bag, type Obj, type Value } from '../run/values.ts';

/** An array or object whose members are being read. */
interface Open {
  readonly items: Value[] | null;
  readonly bag: Bag | null;
  /** Where sources are kept: those of the members, by their keys. */
  readonly sources: Bag | null;
  key: string;
}

/**
 * `JSON.parse` without a reviver. It keeps what is open in a list instead of recursing, so that no
 * depth overflows the stack, and charges as it goes.
 */
export function parseJson(state: State, text: string): Value {
  return new JsonReader(state, text, false).read();
}

/**
 * The same for a reviver, which is told how a number, text, truth value or `null` was written. Answers
 * `[value, source]`: a source holds what was read, then the text it was read from, or an object of the
 * members' sources.
 */
export function parseJsonWithSources(state: State, text: string): Obj {
  const reader = new JsonReader(state, text, true);
  const value = reader.read();
  return arrayOf([value, reader.source]);
}

const numberPattern = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
// oxlint-disable-next-line no-control-regex -- JSON forbids exactly these characters in texts.
const plainText = /[^"\\\u0000-\u001f]*/y;
const escapes: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

class JsonReader {
  private readonly state: State;
  private readonly text: string;
  private readonly keepsSources: boolean;
  private at = 0;
  /** Of the value that was read last. */
  source: Value = undefined;

  constructor(state: State, text: string, keepsSources: boolean) {
    this.state = state;
    this.text = text;
    this.keepsSources = keepsSources;
    state.work(text.length >> 3);
  }

  read(): Value {
    const open: Open[] = [];
    let value: Value;
    for (;;) {
      this.blank();
      const sign = this.text[this.at];
      if (sign === '[' || sign === '{') {
        this.at++;
        const opened = this.enter(sign);
        if (opened.key !== closed) {
          open.push(opened);
          continue;
        }
        value = this.close(opened);
      } else value = this.scalar();
      for (;;) {
        const last = open.at(-1);
        this.blank();
        if (last === undefined) {
          if (this.at < this.text.length) this.fail();
          return value;
        }
        this.state.charge(last.bag === null ? 8 : 32);
        if (last.sources !== null)
          last.sources[last.items === null ? last.key : String(last.items.length)] = this.source;
        if (last.bag === null) last.items?.push(value);
        else last.bag[last.key] = value;
        if (this.goesOn(last)) break;
        open.pop();
        value = this.close(last);
      }
    }
  }

  /** After an opening bracket; the key `closed` says that it is empty. */
  private enter(sign: string): Open {
    this.state.charge(64);
    const list = sign === '[';
    const sources = this.keepsSources ? newBag() : null;
    const opened: Open = { items: list ? [] : null, bag: list ? null : newBag(), sources, key: '' };
    this.blank();
    if (this.text[this.at] === (list ? ']' : '}')) {
      this.at++;
      opened.key = closed;
    } else if (!list) opened.key = this.key();
    return opened;
  }

  /** After a member: true at a comma, false at the closing bracket. */
  private goesOn(last: Open): boolean {
    const sign = this.text[this.at];
    if (sign === ',') {
      this.at++;
      if (last.bag !== null) {
        this.blank();
        last.key = this.key();
      }
      return true;
    }
    if (sign !== (last.bag === null ? ']' : '}')) this.fail();
    this.at++;
    return false;
  }

  private key(): string {
    if (this.text[this.at] !== '"') this.fail();
    const key = this.string();
    this.blank();
    if (this.text[this.at] !== ':') this.fail();
    this.at++;
    return key;
  }

  private close({ items, bag, sources }: Open): Value {
    const value = items === null ? plainOf(bag ?? newBag()) : arrayOf(items);
    if (sources !== null) this.keep(value, plainOf(sources));
    return value;
  }

  private keep(value: Value, source: Value): void {
    this.state.charge(160);
    this.source = arrayOf([value, source]);
  }

  private scalar(): Value {
    const from = this.at;
    const value = this.plainScalar();
    if (this.keepsSources) {
      this.state.chargeText(this.at - from);
      this.keep(value, detach(this.text.slice(from, this.at), this.text));
    }
    return value;
  }

  private plainScalar(): Value {
    const sign = this.text[this.at];
    if (sign === '"') return this.string();
    for (const [word, value] of words) {
      if (this.text.startsWith(word, this.at)) {
        this.at += word.length;
        return value;
      }
    }
    numberPattern.lastIndex = this.at;
    const found = numberPattern.exec(this.text);
    if (found === null) this.fail();
    this.at += found[0].length;
    return Number(found[0]);
  }

  private string(): string {
    this.at++;
    let result = '';
    for (;;) {
      plainText.lastIndex = this.at;
      const plain = plainText.exec(this.text)?.[0] ?? '';
      this.state.charge(24 + 2 * plain.length);
      result += plain.length > 12 ? (' ' + plain).slice(1) : plain;
      this.at += plain.length;
      const sign = this.text[this.at++];
      if (sign === '"') return result;
      if (sign !== '\\') this.fail(this.at - 1);
      result += this.escape();
    }
  }

  private escape(): string {
    const sign = this.text[this.at++] ?? '';
    if (sign === 'u') {
      const hex = this.text.slice(this.at, this.at + 4);
      if (!/^[\da-fA-F]{4}$/.test(hex)) this.fail();
      this.at += 4;
      return String.fromCharCode(Number.parseInt(hex, 16));
    }
    const plain = Object.hasOwn(escapes, sign) ? escapes[sign] : undefined;
    if (plain === undefined) this.fail(this.at - 1);
    return plain;
  }

  private blank(): void {
    for (;;) {
      const code = this.text.charCodeAt(this.at);
      if (code !== 32 && code !== 10 && code !== 13 && code !== 9) return;
      this.at++;
    }
  }

  private fail(at = this.at): never {
    return raise('SyntaxError', 'bad-json', { position: at });
  }
}

/** A key no JSON member is stored under while it marks an empty bracket. */
const closed = '\u0000closed';

const words: readonly (readonly [string, Value])[] = [
  ['true', true],
  ['false', false],
  ['null', null],
];
