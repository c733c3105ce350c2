import { randomStream } from '../../base/random.ts';
import { Expressions } from './expressions.ts';

/**
 * What every program begins with: `t` tells that it was reached, and `tick`, called in every loop and
 * function, ends what would never end. `log` and `ask` are the host's; `ask` answers small numbers.
 */
const opening = `let ticks = 0;
const t = (mark, value) => { log(mark); return value; };
const tick = () => { if (++ticks > 150) throw 'enough'; };
const told = (e) => (e instanceof Error ? e.name : e);
let a = 1, b = 'xyz', c = [3, 1, 2], d = { a: 1, b: [2], 3: null };
var v = 5;
function f(x, ...y) { tick(); return y.length > 1 ? y : x; }
function g(x = 2, y) { tick(); return [x, y]; }`;

/**
 * A random program of the subset for a seed: it ends, logs what it does, and uses names, closures,
 * exceptions, destructuring, labels and the library the way no person would.
 */
export function generateProgram(seed: string): string {
  return new ProgramGrammar(randomStream(seed, 'program')).program();
}

class ProgramGrammar extends Expressions {
  /** Labels around, innermost last; `loop` says whether `continue` may name it. */
  private labels: { readonly name: string; readonly loop: boolean }[] = [];
  private inLoop = 0;
  private inSwitch = 0;
  private inFunction = 0;

  program(): string {
    const strict = this.chance(0.3) ? "'use strict';\n" : '';
    const lines = Array.from({ length: 3 + this.below(6) }, () => this.guarded());
    const seen = this.visible().map((name) => `typeof ${name}`);
    return [`${strict}${opening}`, ...lines, `log(${seen.join(', ')});`, this.expression()].join(
      '\n',
    );
  }

  /** A statement; most that may throw are caught, so that the rest of the program runs. */
  private guarded(): string {
    if (this.chance(0.06)) return this.statement();
    return `try { ${this.within(false, () => this.statement())} } catch (err) { log(told(err)); }`;
  }

  private block(): string {
    return this.within(false, () => `{ ${this.lines()} }`);
  }

  private lines(): string {
    const count = this.depth > 3 ? 1 : 1 + this.below(3);
    return Array.from({ length: count }, () => this.statement()).join(' ');
  }

  private statement(): string {
    if (this.depth > 5) return `log(${this.expression()});`;
    const kinds: (() => string)[] = [
      () => this.declaration(),
      () => this.declaration(),
      () => this.declaration(),
      () => `log(${this.expression()}, ${this.expression()});`,
      () => `log(${this.expression()});`,
      () => this.expressionStatement(this.expression()),
      () => this.expressionStatement(this.assignment()),
      () => this.expressionStatement(this.assignment()),
      () => this.ifStatement(),
      () => this.loop(),
      () => this.loop(),
      () => this.closures(),
      () => this.forEach(),
      () => this.forEach(),
      () => this.tryStatement(),
      () => this.tryStatement(),
      () => this.switchStatement(),
      () => this.functionDeclaration(),
      () => this.labelledBlock(),
      () => this.block(),
      () => `throw ${this.expression()};`,
    ];
    if (this.inLoop > 0 || this.inSwitch > 0 || this.labels.length > 0 || this.inFunction > 0) {
      kinds.push(
        () => this.leave(),
        () => this.leave(),
        () => `if (${this.expression()}) ${this.leave()}`,
      );
    }
    return this.pick(kinds)();
  }

  private expressionStatement(text: string): string {
    return /^(?:\{|function|let|class)/.test(text) ? `(${text});` : `${text};`;
  }

  private ifStatement(): string {
    const test = this.expression();
    return this.oneOf(
      () => `if (${test}) ${this.block()}`,
      () => `if (${test}) ${this.block()} else ${this.block()}`,
      () =>
        `if (${test}) log(${this.expression()}); else if (${this.expression()}) ${this.block()}`,
    );
  }

  private leave(): string {
    const ways: (() => string)[] = [];
    if (this.inLoop > 0)
      ways.push(
        () => 'break;',
        () => 'continue;',
      );
    else if (this.inSwitch > 0) ways.push(() => 'break;');
    if (this.labels.length > 0) {
      ways.push(() => {
        const { name, loop } = this.pick(this.labels);
        return `${loop && this.chance(0.5) ? 'continue' : 'break'} ${name};`;
      });
    }
    if (this.inFunction > 0) ways.push(() => `return ${this.expression()};`);
    return ways.length === 0 ? ';' : this.pick(ways)();
  }

  private declaration(): string {
    if (this.chance(0.25)) return this.patternDeclaration();
    if (this.chance(0.25)) {
      const value = this.expression();
      const name = this.declareVar();
      return this.chance(0.1) ? `var ${name};` : `var ${name} = ${value};`;
    }
    // The value may mention the very name, which is an error in JavaScript.
    const value = this.expression();
    const name = this.declareLexical();
    if (name === null) return this.expressionStatement(this.expression());
    return this.chance(0.6) ? `let ${name} = ${value};` : `const ${name} = ${value};`;
  }

  /** A binding pattern that declares what it names. */
  private pattern(depth = 0): string {
    const name = (): string => {
      if (depth < 2 && this.chance(0.15)) return this.pattern(depth + 1);
      return this.declareLexical() ?? this.pattern(2);
    };
    const part = (): string => (this.chance(0.35) ? `${name()} = ${this.expression()}` : name());
    if (depth >= 2) return '[]';
    return this.oneOf(
      () => `[${part()}, ${part()}]`,
      () => `[${part()}, , ...${name()}]`,
      () => `[${part()}]`,
      () => `{ a: ${part()}, b: ${part()} }`,
      () => `{ [${this.expression()}]: ${part()} }`,
      () => {
        const rest = this.declareLexical();
        return rest === null ? '{}' : `{ a: ${part()}, ...${rest} }`;
      },
      () => `{ length: ${part()}, 0: ${part()} }`,
    );
  }

  private patternDeclaration(): string {
    const value = this.chance(0.6)
      ? this.oneOf(
          () => this.array(),
          () => this.object(),
        )
      : this.expression();
    return `${this.pick(['let', 'const'])} ${this.pattern()} = ${value};`;
  }

  private loopBody(label: string | null): string {
    return this.inBody(() => {
      if (label !== null) this.labels = [...this.labels, { name: label, loop: true }];
      this.inLoop++;
      return `{ tick(); ${this.lines()} }`;
    });
  }

  /** Runs in a block; what may be left in it is forgotten afterwards. */
  private inBody(work: () => string): string {
    const { labels, inLoop, inSwitch, inFunction } = this;
    const text = this.within(false, work);
    Object.assign(this, { labels, inLoop, inSwitch, inFunction });
    return text;
  }

  private label(): string | null {
    if (!this.chance(0.3)) return null;
    const name = `l${this.labels.length}`;
    return this.labels.some((one) => one.name === name) ? null : name;
  }

  private loop(): string {
    return this.within(false, () => {
      const label = this.label();
      const before = label === null ? '' : `${label}: `;
      const count = 1 + this.below(4);
      const i = this.declareLexical() as string;
      const body = this.loopBody(label);
      return this.oneOf(
        () => `{ let ${i} = 0; ${before}while (${i}++ < ${count}) ${body} }`,
        () => `{ let ${i} = 0; ${before}do ${body} while (++${i} < ${count}); }`,
        () => `${before}for (let ${i} = 0; ${i} < ${count}; ${i}++) ${body}`,
        () =>
          `${before}for (let ${i} = 0, z = () => ${i}; z() < ${count} && ${i} < ${count}; ${i}++) ${body}`,
        () => `${before}for (var i = 0; i < ${count}; i++) ${body}`,
      );
    });
  }

  /** Functions made in a loop and called after it. */
  private closures(): string {
    const made = this.within(false, () => {
      const i = this.declareLexical() as string;
      const body = `() => t(${this.nextTicket()}, ${this.pick([i, `${i}++`, `${i} += 10`, `[${i}]`])})`;
      return this.oneOf(
        () =>
          `for (let ${i} = 0; ${i} < 3; ${i}++) { z.push(${body}); ${this.chance(0.3) ? `${i}++;` : ''} }`,
        () => `for (const ${i} of ${this.array()}) z.push(${body.replace(/\+\+| \+= 10/, '')});`,
        () =>
          `for (let ${i} in ${this.operandForIn()}) { let z2 = ${i}; z.push(${body}, () => z2++); }`,
        () =>
          `for (let ${i} = 0, y = (z.push(${body}), 1); ${i} < 2; z.push(${body}), ${i}++) z.push(() => y++);`,
      );
    });
    return `{ const z = []; ${made} log(z.map((f) => f()), z.map((f) => f())); }`;
  }

  private operandForIn(): string {
    return this.oneOf(
      () => `(${this.object()})`,
      () => this.array(),
      () => `(${this.expression()})`,
    );
  }

  private forEach(): string {
    return this.within(false, () => {
      const label = this.label();
      const source = this.chance(0.6) ? this.iterable() : this.operandForIn();
      const word = this.chance(0.6) ? 'of' : 'in';
      const head = this.oneOf(
        () => `${this.pick(['let', 'const'])} ${this.declareLexical()}`,
        () => `${this.pick(['let', 'const'])} ${this.pattern()}`,
        () => `var ${this.declareVar()}`,
        () => this.knownName(),
      );
      const body = this.loopBody(label);
      return `${label === null ? '' : `${label}: `}for (${head} ${word} ${source}) ${body}`;
    });
  }

  private tryStatement(): string {
    const body = this.within(false, () => {
      const thrown = this.chance(0.5) ? ` throw ${this.expression()};` : '';
      return `{ ${this.lines()}${thrown} }`;
    });
    const handler = (): string =>
      this.within(false, () => `catch (err) { log(told(err)); ${this.lines()} }`);
    const last = (): string => `finally ${this.block()}`;
    return this.oneOf(
      () => `try ${body} ${handler()}`,
      () => `try ${body} ${handler()} ${last()}`,
      () => `try ${body} ${last()}`,
      () => `try ${body} catch { log('caught'); }`,
      () => `try ${body} catch ({ name = ${this.expression()}, a }) { log(name, a); }`,
    );
  }

  private switchStatement(): string {
    const value = this.expression();
    return this.inBody(() => {
      this.inSwitch++;
      const { inLoop } = this;
      this.inLoop = 0;
      const cases = this.several(3, () => {
        const leave = this.chance(0.5) ? 'break;' : '';
        return `case ${this.expression()}: ${this.statement()} ${leave}`;
      });
      if (this.chance(0.6)) {
        cases.splice(this.below(cases.length + 1), 0, `default: log(${this.nextTicket()});`);
      }
      this.inLoop = inLoop;
      return `switch (${value}) { ${cases.join(' ')} }`;
    });
  }

  private labelledBlock(): string {
    return this.inBody(() => {
      const label = `l${this.labels.length}`;
      this.labels = [...this.labels, { name: label, loop: false }];
      return `${label}: { ${this.lines()} }`;
    });
  }

  private functionDeclaration(): string {
    const name = this.declareFunction();
    if (name === null) return this.block();
    return `function ${name}${this.functionRest(false)}`;
  }

  protected functionRest(arrow: boolean): string {
    const { labels, inLoop, inSwitch, inFunction } = this;
    Object.assign(this, { labels: [], inLoop: 0, inSwitch: 0, inFunction: 1 });
    const text = this.within(true, () => {
      const params = this.parameters();
      if (arrow && this.chance(0.4)) return `(${params}) => (${this.expression()})`;
      const lines = this.depth > 4 ? '' : this.lines();
      const body = `{ tick(); ${lines} return ${this.expression()}; }`;
      return arrow ? `(${params}) => ${body}` : `(${params}) ${body}`;
    });
    Object.assign(this, { labels, inLoop, inSwitch, inFunction });
    return text;
  }

  private parameters(): string {
    const params = this.several(3, () => {
      if (this.chance(0.15)) return `${this.pattern()} = ${this.expression()}`;
      const name = this.declareLexical() ?? '[]';
      return this.chance(0.25) ? `${name} = ${this.expression()}` : name;
    });
    const rest = this.chance(0.15) ? this.declareLexical() : null;
    if (rest !== null) params.push(`...${rest}`);
    return params.join(', ');
  }
}
