import { LibraryCalls } from './library-calls.ts';

const binary = `+ + - * / % ** & | ^ << >> >>> < <= > >= == != === !== in instanceof`.split(' ');
const assignments = `= = += -= *= /= %= **= &= |= ^= <<= >>= >>>= &&= ||= ??=`.split(' ');
const keys = ['a', 'b', 'c', 'length', 'x1', 'name', 'valueOf', 'toString', 'toJSON', 'm'];

/** Expressions of every kind. Those in `t(…)` tell in the log when they are evaluated. */
export abstract class Expressions extends LibraryCalls {
  /** Parameters and body of a function, from the opening bracket on. */
  protected abstract functionRest(arrow: boolean): string;

  protected expression(): string {
    if (this.depth > 6) return this.atom();
    this.depth++;
    const text = this.chance(0.12)
      ? `t(${this.nextTicket()}, ${this.composite()})`
      : this.composite();
    this.depth--;
    return text;
  }

  private atom(): string {
    return this.chance(0.45) ? this.literal() : this.name();
  }

  protected literal(): string {
    return this.oneOf(
      () => this.number(),
      () => this.text(),
      () => this.pick(['true', 'false', 'null', 'undefined', '0', '1', '2', '3']),
    ).replace(/^\{\}$/, '({})');
  }

  private composite(): string {
    const e = (): string => this.operand();
    return this.oneOf(
      () => this.atom(),
      () => this.atom(),
      () => this.atom(),
      () => `(${e()} ${this.pick(binary)} ${e()})`,
      () => `(${e()} ${this.pick(binary)} ${e()})`,
      () => `(${e()} ${this.pick(['&&', '||', '??'])} ${e()})`,
      () => `(${e()} ? ${e()} : ${e()})`,
      () => `${this.pick(['-', '+', '!', '~', 'typeof ', 'void '])}${e()}`,
      () =>
        this.oneOf(
          () => `typeof ${this.name()}`,
          () => `delete ${this.member()}`,
        ),
      () => this.array(),
      () => `(${this.object()})`,
      () => this.member(),
      () => this.member(),
      () => this.call(),
      () => this.call(),
      () => `(${this.functionRest(true)})`,
      () => `(function ${this.pick(['', 'f', 'g'])}${this.functionRest(false)})`,
      () =>
        `\`${this.pick(['', 'x', '\\n', '$'])}\${${this.expression()}}b\${${this.expression()}}\``,
      () => `(${this.assignment()})`,
      () => `(${this.update()})`,
      () => `(${this.expression()}, ${this.expression()})`,
      () => this.arrayCall(),
      () => this.arrayCall(),
      () => this.textCall(),
      () => this.textCall(),
      () => this.numberCall(),
      () => this.collectionCall(),
      () => this.staticCall(),
      () => this.staticCall(),
      () => this.creation(),
    );
  }

  /** An expression that may stand beside any operator. */
  private operand(): string {
    return `(${this.expression()})`;
  }

  private creation(): string {
    return this.oneOf(
      () => `new Error(${this.expression()}).message`,
      () => `new ${this.pick(['TypeError', 'RangeError', 'Error'])}('x', ${this.object()}).name`,
      () => `new Array(${this.expression()}, ${this.expression()})`,
      () => `new ${this.pick(['Number', 'String', 'Boolean', 'Object'])}(${this.expression()})`,
    );
  }

  protected member(): string {
    const object = this.chance(0.5) ? this.name() : this.operand();
    const dot = this.pick(['.', '?.', '?.']);
    const one = this.oneOf(
      () => `${object}${dot}${this.pick(keys)}`,
      () => `${object}${dot === '.' ? '' : dot}[${this.expression()}]`,
    );
    return this.chance(0.25)
      ? `${one}${this.pick(['?.', '.'])}${this.pick(keys)}`
      : `${one}${this.chance(0.1) ? `?.(${this.expression()})` : ''}`;
  }

  private call(): string {
    const args = this.several(3, () =>
      this.chance(0.12) ? `...${this.iterable()}` : this.expression(),
    ).join(', ');
    return this.oneOf(
      () => `${this.callee()}(${args})`,
      () => `${this.callee()}(${args})`,
      () => `${this.callee()}?.(${args})`,
      () => `(${this.functionRest(true)})(${args})`,
      () => `(function ${this.functionRest(false)})(${args})`,
      () => `(${this.object()}).m?.(${args})`,
      () => `ask(${args})`,
    );
  }

  protected iterable(): string {
    return this.oneOf(
      () => this.array(),
      () => `(${this.text()})`,
      () => `new Set(${this.array()})`,
      () => this.operand(),
    );
  }

  /** Something that can be assigned to, pattern or not. */
  protected target(): string {
    if (this.chance(0.65)) return this.knownName();
    const object = this.chance(0.7) ? this.name() : this.operand();
    // An object as a key becomes a text once, or twice in some engines.
    return this.oneOf(
      () => `${object}.${this.pick(keys)}`,
      () => `${object}[${this.below(4)}]`,
      () => `${object}[String(${this.expression()})]`,
    );
  }

  protected assignment(): string {
    if (this.chance(0.15)) return this.destructuring();
    return `${this.target()} ${this.pick(assignments)} ${this.expression()}`;
  }

  private update(): string {
    const sign = this.pick(['++', '--']);
    return this.chance(0.5) ? `${sign}${this.target()}` : `${this.target()}${sign}`;
  }

  private destructuring(): string {
    const to = (): string =>
      this.chance(0.3) ? `${this.target()} = ${this.expression()}` : this.target();
    return this.oneOf(
      () => `[${to()}, ${to()}] = ${this.iterable()}`,
      () => `[${to()}, ...${this.target()}] = ${this.iterable()}`,
      // Engines differ in what they evaluate before they find out that the value is nullish.
      () => `{ a: ${to()}, [${this.expression()}]: ${to()} } = ${this.operand()} ?? {}`,
      () => `{ ${this.pick(keys)}: ${to()}, ...${this.knownName()} } = ${this.operand()} ?? {}`,
      () =>
        `[[${to()}] = [${this.expression()}], { b: ${this.knownName()} } = {}] = ${this.array()}`,
    );
  }

  protected array(): string {
    const items = this.several(4, () => {
      if (this.chance(0.08)) return `...${this.iterable()}`;
      return this.chance(0.05) ? '' : this.expression();
    });
    return `[${items.join(', ')}${items.at(-1) === '' ? ',' : ''}]`;
  }

  protected object(): string {
    // Where a literal with a spread has the same key twice, engines disagree about the order.
    const parts = this.several(4, () =>
      this.oneOf(
        () => `...${this.operand()}`,
        () => `[${this.expression()}]: ${this.expression()}`,
        () => `${this.pick(['valueOf', 'toString', 'm', 'toJSON'])}${this.functionRest(false)}`,
        () => `m() { return this.a; }`,
        () => `${this.below(5)}: ${this.expression()}`,
        () => `'${this.pick(['', ' ', '-1', '1.5', '01', 'x y'])}': ${this.expression()}`,
        () => `${this.pick(keys)}: ${this.expression()}`,
        () => `${this.pick(keys)}: ${this.expression()}`,
      ),
    );
    const keyOf = (part: string): string => (/^(?:\w+|'[^']*')(?=[:(])/.exec(part) ?? [part])[0];
    const once = parts.filter(
      (part, i) => i === parts.findIndex((one) => keyOf(one) === keyOf(part)),
    );
    return `{ ${once.join(', ')} }`;
  }

  protected callback(): string {
    return this.oneOf(
      () => `(${this.functionRest(true)})`,
      () => `(${this.functionRest(true)})`,
      () => `function ${this.functionRest(false)}`,
      () => `(x, i) => t(${this.nextTicket()}, ${this.pick(['x', 'i', '!x', '[x]', 'x + i'])})`,
      () => this.name(),
      () => 'ask',
    );
  }
}
