import { randomStream, type Random } from '../../base/random.ts';

/**
 * A random program of the subset for a seed: it ends, logs what it does, and uses names, closures,
 * exceptions, destructuring and the library the way no person would.
 */
export function generateProgram(seed: string): string {
  return new Generator(randomStream(seed, 'program')).program();
}

class Generator {
  private readonly random: Random;
  private names: string[] = [];
  private constants: string[] = [];
  private functions: string[] = [];
  private counter = 0;
  private depth = 0;
  private inLoop = 0;
  private inFunction = 0;

  constructor(random: Random) {
    this.random = random;
  }

  program(): string {
    const lines: string[] = [];
    const strict = this.chance(0.3) ? "'use strict';\n" : '';
    const count = 3 + this.below(8);
    for (let i = 0; i < count; i++) lines.push(this.statement());
    lines.push(this.expression());
    return strict + lines.join('\n');
  }

  private below(limit: number): number {
    return this.random.integer(limit);
  }

  private chance(share: number): boolean {
    return this.random.fraction() < share;
  }

  private pick<T>(items: readonly T[]): T {
    return items[this.below(items.length)] as T;
  }

  private fresh(prefix: string): string {
    return `${prefix}${this.counter++}`;
  }

  /** Runs with the names visible now; what is declared inside is forgotten afterwards. */
  private scoped<T>(work: () => T): T {
    const { names, constants, functions } = this;
    this.names = [...names];
    this.constants = [...constants];
    this.functions = [...functions];
    this.depth++;
    const result = work();
    this.depth--;
    this.names = names;
    this.constants = constants;
    this.functions = functions;
    return result;
  }

  private block(): string {
    return this.scoped(() => {
      const count = this.depth > 3 ? 1 : 1 + this.below(3);
      const lines = Array.from({ length: count }, () => this.statement());
      return `{ ${lines.join(' ')} }`;
    });
  }

  private statement(): string {
    if (this.depth > 4) return `log(${this.expression()});`;
    const kinds: (() => string)[] = [
      () => this.declaration(),
      () => this.declaration(),
      () => `log(${this.expression()}, ${this.expression()});`,
      () => `${this.expression()};`,
      () => this.assignment(),
      () => this.assignment(),
      () => `if (${this.expression()}) ${this.block()} else ${this.block()}`,
      () => this.loop(),
      () => this.forEach(),
      () => this.tryStatement(),
      () => this.switchStatement(),
      () => this.functionDeclaration(),
      () => this.pattern(),
      () => this.block(),
    ];
    if (this.inLoop > 0) {
      kinds.push(
        () => `if (${this.expression()}) break;`,
        () => `if (${this.expression()}) continue;`,
      );
    }
    if (this.inFunction > 0)
      kinds.push(() => `if (${this.expression()}) return ${this.expression()};`);
    return this.pick(kinds)();
  }

  private declaration(): string {
    const kind = this.pick(['let', 'const', 'var', 'let']);
    const value = this.expression();
    const name = this.fresh(kind === 'var' ? 'v' : 'x');
    if (kind === 'const') this.constants.push(name);
    else this.names.push(name);
    return `${kind} ${name} = ${value};`;
  }

  private assignment(): string {
    const operator = this.pick([
      '=',
      '+=',
      '-=',
      '*=',
      '??=',
      '||=',
      '&&=',
      '|=',
      '%=',
      '**=',
      '<<=',
    ]);
    return `${this.target()} ${operator} ${this.expression()};`;
  }

  private target(): string {
    if (this.names.length === 0 || this.chance(0.1)) return `(${this.object()}).q`;
    const name = this.pick(this.names);
    return this.chance(0.2) ? `(${name} ?? {}).${this.key()}` : name;
  }

  private loop(): string {
    const i = this.fresh('i');
    return this.scoped(() => {
      this.constants.push(i);
      this.inLoop++;
      const label = this.chance(0.2) ? `${this.fresh('l')}: ` : '';
      const body = this.block();
      this.inLoop--;
      const count = 1 + this.below(4);
      const kind = this.pick(['let', 'var', 'while', 'do']);
      if (kind === 'while') return `{ let ${i} = 0; ${label}while (${i}++ < ${count}) ${body} }`;
      if (kind === 'do') return `{ let ${i} = 0; ${label}do ${body} while (++${i} < ${count}); }`;
      return `${label}for (${kind} ${i} = 0; ${i} < ${count}; ${i}++) ${body}`;
    });
  }

  private forEach(): string {
    const name = this.fresh('e');
    const source = this.chance(0.5) ? this.array() : this.expression();
    return this.scoped(() => {
      this.names.push(name);
      this.inLoop++;
      const body = this.block();
      this.inLoop--;
      const word = this.chance(0.6) ? 'of' : 'in';
      return `for (${this.pick(['let', 'const', 'var'])} ${name} ${word} ${source}) ${body}`.replace(
        `const ${name}`,
        `let ${name}`,
      );
    });
  }

  private tryStatement(): string {
    const name = this.fresh('err');
    const thrown = this.chance(0.5) ? `throw ${this.expression()};` : '';
    const body = this.block().replace(/ \}$/, ` ${thrown} }`);
    const handler = this.scoped(() => {
      this.names.push(name);
      // The words of an error are the engine's own.
      const told = `${name} = ${name} instanceof Error ? ${name}.name : ${name}; log(${name});`;
      return this.block().replace('{', `{ ${told}`);
    });
    const last = this.chance(0.4) ? ` finally ${this.block()}` : '';
    return `try ${body} catch (${name}) ${handler}${last}`;
  }

  private switchStatement(): string {
    return this.scoped(() => {
      this.inLoop++;
      const cases = Array.from({ length: 1 + this.below(3) }, () => {
        const leave = this.chance(0.6) ? 'break;' : '';
        return `case ${this.literal()}: ${this.block()} ${leave}`;
      });
      this.inLoop--;
      const text = cases.join(' ').replaceAll('continue;', 'break;');
      const fallback = this.chance(0.5) ? ` default: log(${this.expression()});` : '';
      return `switch (${this.expression()}) { ${text}${fallback} }`;
    });
  }

  private functionDeclaration(): string {
    const name = this.fresh('f');
    const text = `function ${name}${this.functionRest(false)}`;
    this.functions.push(name);
    return text;
  }

  /** Parameters and body. A function may call only those declared before it, so that all end. */
  private functionRest(arrow: boolean): string {
    return this.scoped(() => {
      const { inLoop } = this;
      this.inLoop = 0;
      this.inFunction++;
      const params: string[] = [];
      const count = this.below(3);
      for (let i = 0; i < count; i++) {
        const name = this.fresh('p');
        const kind = this.below(6);
        if (kind === 0) params.push(`${name} = ${this.expression()}`);
        else if (kind === 1) params.push(`[${name}] = [${this.expression()}]`);
        else if (kind === 2) params.push(`{ a: ${name} = ${this.literal()} } = {}`);
        else params.push(name);
        this.names.push(name);
      }
      if (this.chance(0.15)) {
        const name = this.fresh('r');
        params.push(`...${name}`);
        this.names.push(name);
      }
      const body = this.block().replace(/ \}$/, ` return ${this.expression()}; }`);
      this.inFunction--;
      this.inLoop = inLoop;
      return arrow ? `(${params.join(', ')}) => ${body}` : `(${params.join(', ')}) ${body}`;
    });
  }

  private pattern(): string {
    const a = this.fresh('x');
    const b = this.fresh('x');
    const value = this.expression();
    const text = this.pick([
      `let [${a}, ${b} = ${value}] = ${this.array()};`,
      `let { a: ${a}, ...${b} } = ${this.object()};`,
      `let [${a}, ...${b}] = ${this.array()};`,
      `let { [${this.literal()}]: ${a} = ${value}, b: ${b} } = ${this.object()};`,
    ]);
    this.names.push(a, b);
    return text;
  }

  private key(): string {
    return this.pick(['a', 'b', 'c', 'length', 'x1']);
  }

  private literal(): string {
    return this.pick([
      '0',
      '1',
      '2',
      '-1',
      '1.5',
      '-0',
      'NaN',
      '1e21',
      '255',
      '2147483648',
      '0.1',
      "''",
      "'a'",
      "'b1'",
      "'7'",
      "'x y'",
      'true',
      'false',
      'null',
      'undefined',
      'Infinity',
      '1e-7',
    ]);
  }

  private array(): string {
    const items = Array.from({ length: this.below(5) }, () =>
      this.chance(0.1) ? `...${this.array()}` : this.chance(0.05) ? '' : this.expression(),
    );
    return `[${items.join(', ')}]`;
  }

  private object(): string {
    const parts = Array.from({ length: this.below(4) }, () => {
      const kind = this.below(8);
      if (kind === 0) return `...${this.object()}`;
      if (kind === 1) return `[${this.expression()}]: ${this.expression()}`;
      if (kind === 2)
        return `${this.pick(['valueOf', 'toString', 'm'])}() { return ${this.literal()}; }`;
      if (kind === 3) return `${this.below(5)}: ${this.expression()}`;
      return `${this.key()}: ${this.expression()}`;
    });
    return `{ ${parts.join(', ')} }`;
  }

  private name(): string {
    const all = [...this.names, ...this.constants];
    return all.length === 0 ? this.literal() : this.pick(all);
  }

  private expression(): string {
    this.depth++;
    const text = this.depth > 6 ? this.atom() : this.composite();
    this.depth--;
    return text;
  }

  private atom(): string {
    return this.chance(0.5) ? this.literal() : this.name();
  }

  private composite(): string {
    const kind = this.below(22);
    const e = (): string => `(${this.expression()})`;
    switch (kind) {
      case 0:
      case 1:
      case 2:
        return this.atom();
      case 3:
      case 4:
        return `(${this.expression()} ${this.pick(['+', '-', '*', '/', '%', '&', '|', '^', '<<', '>>', '>>>'])} ${this.expression()})`;
      case 5:
        return `(${this.expression()} ${this.pick(['<', '<=', '>', '>=', '==', '!=', '===', '!=='])} ${this.expression()})`;
      case 6:
        return `(${this.expression()} ${this.pick(['&&', '||'])} ${this.expression()})`;
      case 7:
        return `(${e()} ?? ${e()})`;
      case 8:
        return `(${this.expression()} ? ${this.expression()} : ${this.expression()})`;
      case 9:
        return `${this.pick(['-', '+', '!', '~', 'typeof ', 'void '])}${e()}`;
      case 10:
        return this.array();
      case 11:
        return `(${this.object()})`;
      case 12:
        return `${e()}${this.pick(['?.', '.'])}${this.key()}`;
      case 13:
        return `${e()}?.[${this.expression()}]`;
      case 14:
        return this.functions.length === 0 ? this.atom() : this.call();
      case 15:
        return `(${this.functionRest(true)})`;
      case 16:
        return `\`a\${${this.expression()}}b\``;
      case 17:
        return this.names.length === 0
          ? this.atom()
          : `${this.pick(this.names)}${this.pick(['++', '--'])}`;
      case 18:
        return this.method();
      case 19:
        return this.library();
      case 20:
        return `(${this.expression()}, ${this.expression()})`;
      default:
        return this.callback();
    }
  }

  private call(): string {
    const args = Array.from({ length: this.below(4) }, () =>
      this.chance(0.1) ? `...${this.array()}` : this.expression(),
    );
    return `${this.pick(this.functions)}(${args.join(', ')})`;
  }

  private method(): string {
    const a = (): string => this.expression();
    return this.pick([
      () => `${this.array()}.slice(${a()}, ${a()})`,
      () => `${this.array()}.concat(${a()})`,
      () => `${this.array()}.indexOf(${a()})`,
      () => `${this.array()}.includes(${a()})`,
      () => `${this.array()}.join(${a()})`,
      () => `${this.array()}.reverse()`,
      () => `${this.array()}.splice(${a()}, ${a()}, ${a()})`,
      () => `${this.array()}.at(${a()})`,
      () => `${this.array()}.flat(${a()})`,
      () => `${this.array()}.fill(${a()}, ${a()})`,
      () => `String(${a()}).slice(${a()}, ${a()})`,
      () => `String(${a()}).indexOf(${a()})`,
      () => `String(${a()}).padStart(5, ${a()})`,
      () => `String(${a()}).split(${a()})`,
      () => `String(${a()}).replace(${a()}, ${a()})`,
      () => `String(${a()}).substring(${a()}, ${a()})`,
      () => `String(${a()}).charCodeAt(${a()})`,
      () => `String(${a()}).toUpperCase()`,
      () => `String(${a()}).trim()`,
      () => `(${a()} | 0).toString(${2 + this.below(35)})`,
      () => `Number(${a()}).toFixed(${this.below(6)})`,
    ])();
  }

  private library(): string {
    const a = (): string => this.expression();
    return this.pick([
      () => `Math.max(${a()}, ${a()})`,
      () =>
        `Math.${this.pick(['floor', 'ceil', 'round', 'trunc', 'abs', 'sign', 'sqrt', 'clz32'])}(${a()})`,
      () => `Object.keys(${this.object()})`,
      () => `Object.entries(${this.object()})`,
      () => `Object.assign(${this.object()}, ${a()})`,
      () => `JSON.stringify(${a()})`,
      () => `JSON.parse(JSON.stringify(${this.array()}))`,
      () => `[...new Set(${this.array()})]`,
      () => `[...new Map([[${a()}, ${a()}], [${a()}, 1]])]`,
      () => `parseInt(${a()}, ${a()})`,
      () => `parseFloat(${a()})`,
      () => `Number(${a()})`,
      () => `String(${a()})`,
      () => `Array.from(${a()})`,
      () => `isNaN(${a()})`,
      () => `new Error(${a()}).message`,
      () => `Array.isArray(${a()})`,
      () => `Number.isInteger(${a()})`,
    ])();
  }

  private callback(): string {
    const fn = this.functionRest(true);
    return this.pick([
      () => `${this.array()}.map(${fn})`,
      () => `${this.array()}.filter(${fn})`,
      () => `${this.array()}.reduce(${fn}, ${this.literal()})`,
      () => `${this.array()}.some(${fn})`,
      () => `${this.array()}.every(${fn})`,
      () => `${this.array()}.find(${fn})`,
      () => `${this.array()}.findIndex(${fn})`,
      () => `${this.array()}.flatMap(${fn})`,
      () => `${this.array()}.sort()`,
      () => `Array.from(${this.array()}, ${fn})`,
      () => `String(${this.expression()}).replaceAll('a', ${fn})`,
    ])();
  }
}
