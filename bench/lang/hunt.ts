import { randomStream, type Random } from '../../shared/base/random.ts';
import { fieldFor, startBattle, defaultSettings } from '../../shared/battle/index.ts';
import { createProgramRun } from '../../shared/program/index.ts';
import { createMachine, defaultLimits } from '../../shared/lang/index.ts';
import { library } from '../../shared/lang/library/library.ts';
import { median, processorTime } from './measure.ts';
import type { DearTurn } from './worst.ts';

/** A program as the search takes it apart: what it makes first, and what it then repeats. */
interface Candidate {
  readonly values: readonly string[];
  readonly statements: readonly string[];
  readonly times: number;
  readonly shape: keyof typeof shapes;
}

/** How the statements are repeated until the governor ends it. */
const shapes = {
  loop: (body: string) => `for(;;){${body}}`,
  caught: (body: string) => `for(;;)try{${body}}catch(e){}`,
  each: (body: string) => `const list=Array(90).fill(1);for(;;)list.map((x)=>{${body}})`,
  calls: (body: string) => `function f(){${body}}for(;;)f()`,
  deep: (body: string) =>
    `function f(n){if(n)return f(n-1);${body}}for(;;)try{f(150);null.x}catch(e){}`,
  captured: (body: string) => `(()=>{let x=1,y=2;for(let i=0;;i++){x+=i;y=()=>x;${body}}})()`,
  lines: (body: string) => `${body.replaceAll(';', '\n')}\n`.repeat(200),
} as const;

const sizes = [1, 3, 7, 15, 40, 120, 400, 1000, 3000, 9000, 30_000] as const;

/** The names of a program's values, with ways to make each for some size. */
const makers: Readonly<Record<string, readonly ((n: number) => string)[]>> = {
  s: [
    (n) => `"a".repeat(${n})`,
    (n) => `"a".repeat(${n >> 1})+"b".repeat(${n - (n >> 1)})`,
    (n) => `"ab".repeat(${n >> 1})`,
    (n) => `"é".repeat(${n})`,
    (n) => `"\\u0301\\u0316".repeat(${n >> 1})`,
    (n) => `"\\u0f73".repeat(${n})`,
    (n) => `"ß\\u0130".repeat(${n >> 1})`,
    (n) => `"\\u0130Σ".repeat(${n >> 1})`,
    (n) => `("\\u0301".repeat(7)+"\\uff9e").repeat(${n >> 3})`,
    (n) => `" ".repeat(${n})`,
    (n) => `"1".repeat(${n})`,
    (n) => `"0.".padEnd(${n},"123456789")`,
    (n) => `"z".repeat(${n})`,
    (n) => `"[".repeat(${n})`,
    (n) => `"\\\\\\n\\u0001".repeat(${n >> 1})`,
    (n) => `"$&$\`".repeat(${n >> 2})`,
  ],
  t: [
    () => `"a"`,
    () => `"ab"`,
    () => `"aaab"`,
    () => `"NFKD"`,
    () => `""`,
    (n) => `"a".repeat(${n})`,
    (n) => `"b"+"a".repeat(${n})`,
    (n) => `"a".repeat(${n})+"b"`,
    (n) => `"a".repeat(${n >> 1})+"b"+"a".repeat(${n >> 1})`,
    (n) => `"ab".repeat(${n >> 1})+"b"`,
    (n) => `"$&".padEnd(${n},"x")`,
    (n) => `"é\\u200b".repeat(${n >> 1})`,
  ],
  a: [
    (n) => `Array(${n}).fill(1)`,
    (n) => `Array.from({length:${Math.min(n, 9000)}},(x,i)=>i/3)`,
    (n) => `Array.from({length:${Math.min(n, 9000)}},(x,i)=>"k"+i)`,
    (n) => `Array.from({length:${Math.min(n, 3000)}},(x,i)=>[i])`,
    (n) => `Array.from({length:${Math.min(n, 3000)}},(x,i)=>({a:i}))`,
    (n) => `Array(${n})`,
    (n) => `Array(${n}).fill("a".repeat(40)+1)`,
    () => `[s,t,s,t]`,
    () => `[[[[[[]]]]]]`,
  ],
  o: [
    () => `{a:1,b:2,c:3}`,
    (n) => `Object.fromEntries(Array.from({length:${Math.min(n, 3000)}},(x,i)=>["k"+i,i]))`,
    (n) => `Object.fromEntries(Array.from({length:${Math.min(n, 3000)}},(x,i)=>[i*7,i]))`,
    () => `{toString(){return t},valueOf(){return 1}}`,
    () => `new Error(s)`,
    () => `(()=>1)`,
    () => `null`,
  ],
  m: [
    (n) => `new Map(Array.from({length:${Math.min(n, 4000)}},(x,i)=>[i,i]))`,
    (n) => `new Map(Array.from({length:${Math.min(n, 4000)}},(x,i)=>["k"+i,i]))`,
    (n) =>
      `new Map(Array.from({length:${Math.min(n, 4000)}},(x,i)=>[i,i]));for(let i=0;i<${Math.min(n, 4000) >> 1};i++)m.delete(i)`,
    () => `new Map()`,
  ],
  z: [
    (n) => `new Set(Array.from({length:${Math.min(n, 4000)}},(x,i)=>i))`,
    (n) => `new Set(Array.from({length:${Math.min(n, 4000)}},(x,i)=>"k"+i))`,
    () => `new Set()`,
  ],
  n: [
    () => '1.5',
    () => '1e20/3',
    () => '5e-324',
    () => '1e300',
    () => '7',
    () => '-1',
    () => '99',
    () => '1e9',
  ],
};

const order = ['s', 't', 'n', 'a', 'o', 'm', 'z'] as const;

const methodOwners: Readonly<Record<string, string>> = {
  string: 's',
  array: 'a',
  map: 'm',
  set: 'z',
  number: 'n',
  object: 'o',
  error: 'o',
  function: 'o',
};

/** Every call there is of the library, so that nothing can be added that is not hunted. */
function calls(): readonly string[] {
  const { methods, globals } = library();
  const found: string[] = [];
  for (const [table, owner] of Object.entries(methodOwners)) {
    const names = Object.keys(methods[table as keyof typeof methods]);
    for (const name of names) found.push(`${owner}.${name}`);
  }
  for (const [name, value] of globals) {
    if (typeof value !== 'object' || value === null) continue;
    found.push(name, `new ${name}`);
    for (const member of Object.keys(value.bag ?? {})) found.push(`${name}.${member}`);
  }
  return [...found, 'log', 'p.look', 'field.at', 'field.gold', 'z.values().next', 'm.keys().next'];
}

const operators =
  '+ - * / % ** & | ^ << >> >>> < <= > >= == != === !== in instanceof && || ??'.split(' ');

const forms: readonly ((x: string, y: string, v: string) => string)[] = [
  (x, y) => `${x}[${y}]`,
  (x, y) => `${x}[${y}]=n++`,
  (x, y) => `delete ${x}[${y}]`,
  (x, y) => `({[${x}]:${y}})`,
  (x) => `({...${x}})`,
  (x) => `[...${x}]`,
  (x) => `[${x},${x},${x}]`,
  (x) => `({a:${x},b:${x}})`,
  (x, y) => `\`\${${x}}\${${y}}\``,
  (x) => `for(const q of ${x})break`,
  (x) => `for(const q in ${x})break`,
  (x) => `for(const q in ${x});`,
  (x) => `for(const q of ${x});`,
  (x) => `{const{a:q,...r}=${x}}`,
  (x) => `{const[q,...r]=${x}}`,
  (x) => `(()=>${x})`,
  (x) => `(()=>${x})()`,
  (x) => `((q,...r)=>r)(...${x})`,
  (x) => `typeof ${x}`,
  (x) => `+${x}`,
  (x) => `${x}++`,
  (x) => `try{throw ${x}}catch(e){}`,
  (x) => `try{${x}.nothing()}catch(e){}`,
  (x) => `try{nobody}catch(e){${x}}`,
  (x) => `try{p[${x}]}catch(e){}`,
  (x) => `try{${x}()}catch(e){}`,
  (x) => `try{new ${x}}catch(e){}`,
  (x) => `${x}.length`,
  (x) => `a.length=0;a.length=${x}`,
  () => 'p.x',
  () => 'field.width',
  () => `o['k'+n++]=1`,
  () => `({})['k'+n++]=1`,
  () => `m.set(n++,1)`,
  () => `z.add('k'+n++)`,
  (x) => `({x:1,get:${x}}).get`,
  (x) => `switch(${x}){case 1:case t:n++}`,
  (x, y) => `${x}?.[${y}]`,
  (x) => `${x}=[]`,
  (x) => `${x}=s+n++`,
  (x, y, v) => `if(${v})${x};else ${y}`,
];

class Hunter {
  readonly #random: Random;
  readonly #calls = calls();

  constructor(seed: string) {
    this.#random = randomStream(seed, 'hunt');
  }

  pick<T>(from: readonly T[]): T {
    return from.at(this.#random.integer(from.length)) as T;
  }

  value(): string {
    const name = this.pick(order);
    const around = [
      '',
      '',
      '',
      '',
      `${name}+n++`,
      `${name}+${this.pick(order)}`,
      '(x)=>x',
      '1',
      '0.1',
    ];
    return this.pick(around) || name;
  }

  statement(): string {
    const kind = this.#random.integer(10);
    if (kind < 5) {
      const count = this.#random.integer(4);
      const args = Array.from({ length: count }, () => this.value());
      if (this.#random.integer(12) === 0) args.push(`...a`);
      return `${this.pick(this.#calls)}(${args.join(',')})`;
    }
    if (kind < 7) return `(${this.value()})${this.pick(operators)}(${this.value()})`;
    return this.pick(forms)(this.pick(order), this.value(), this.value());
  }

  made(name: string): string {
    return this.pick(makers[name] ?? [])(this.pick(sizes));
  }

  fresh(): Candidate {
    return {
      values: order.map((name) => this.made(name)),
      statements: [this.statement()],
      times: this.pick([1, 1, 4, 20, 100, 2000]),
      shape: this.pick(Object.keys(shapes) as (keyof typeof shapes)[]),
    };
  }

  /** One thing changed, now and then two. */
  changed(one: Candidate): Candidate {
    const { values, statements } = one;
    switch (this.#random.integer(7)) {
      case 0:
        return { ...one, times: this.pick([1, 2, 4, 10, 20, 50, 100, 500, 2000]) };
      case 1:
        return { ...one, shape: this.pick(Object.keys(shapes) as (keyof typeof shapes)[]) };
      case 2:
        return { ...one, statements: [...statements.slice(-2), this.statement()] };
      case 3:
        return { ...one, statements: [this.pick(statements)] };
      case 4:
        return { ...one, statements: statements.map((each) => this.#reworded(each)) };
      default: {
        const at = this.#random.integer(order.length);
        const name = order[at] as string;
        return this.#random.integer(3) === 0
          ? this.changed({ ...one, values: values.with(at, this.made(name)) })
          : { ...one, values: values.with(at, this.made(name)) };
      }
    }
  }

  /** A statement with another value in one place. */
  #reworded(statement: string): string {
    const places = [...statement.matchAll(/\b[stnaomz]\b/g)];
    const place = places[this.#random.integer(Math.max(1, places.length))];
    if (place === undefined) return this.statement();
    const { index } = place;
    return statement.slice(0, index) + this.value() + statement.slice(index + 1);
  }
}

const longest = 19_800;

/** The program of a candidate, all of it within the length of a program. */
function programOf({ values, statements, times, shape }: Candidate): string {
  const names = order.map((name, i) => `let ${name}=${values[i]};`).join('');
  const body = `${statements.join(';')};`;
  const room = longest - names.length - 200;
  const most = shape === 'lines' ? 1 : Math.max(1, Math.floor(room / body.length));
  const text = `${names}\n${shapes[shape](body.repeat(Math.min(times, most)))}`;
  return shape === 'lines' ? text.slice(0, longest) : text;
}

const world = (() => {
  const settings = { ...defaultSettings };
  const { field } = fieldFor(settings, 'hunt');
  return startBattle(field, settings);
})();

let others = 0;

/** Has the machine forget what it has compiled: a text that nobody has run is always to be compiled. */
function forgetCompiled(): void {
  const machine = createMachine({}, 'hunt', defaultLimits);
  for (let i = 0; i < 300; i++) machine.run(`${others++}`, 1);
}

/** Processor time of a program's turns, and how they ended; what follows the first may be dearer. */
function turnsOf(program: string, count: number): DearTurn {
  forgetCompiled();
  const run = createProgramRun('heroku', 'hunt');
  let dearest: DearTurn = { program, milliseconds: 0, end: null };
  for (let turn = 0; turn < count; turn++) {
    const start = processorTime();
    const { error } = run.step(program, world);
    const milliseconds = processorTime() - start;
    if (milliseconds > dearest.milliseconds) {
      dearest = { program, milliseconds, end: error?.code ?? null };
    }
  }
  return dearest;
}

/** The least of several runs: what the host's compilers and collectors add by chance is left out. */
function measured(program: string, enough: number): DearTurn {
  let least = turnsOf(program, 1);
  for (let again = 0; again < 4 && least.milliseconds > enough; again++) {
    const one = turnsOf(program, 2);
    if (one.milliseconds < least.milliseconds) least = one;
  }
  return least;
}

/** Candidates that are kept and changed. */
const population = 24;

function fibTime(): number {
  const limits = { ...defaultLimits, steps: 10_000_000 };
  const source = 'const fib = (n) => (n < 2 ? n : fib(n - 1) + fib(n - 2)); fib(25)';
  return median(() => createMachine({}, 'hunt', limits).run(source, 1), { least: 9, time: 300 });
}

/** What a search has found, the dearest first, and how many programs it has tried. */
export interface Hunted {
  readonly tried: number;
  readonly turns: readonly DearTurn[];
  /** What fib(25) takes in this process now: 10 ms on a machine at rest, more on a busy one. */
  readonly fib: number;
}

/**
 * Searches for the program whose turn takes longest, by changing the dearest it has found so far, for
 * some minutes of processor time. A seed begins with the same programs; which are kept depends on
 * what they took.
 */
export function hunt(minutes: number, seed: string): Hunted {
  const hunter = new Hunter(seed);
  const until = processorTime() + minutes * 60_000;
  let kept: { readonly candidate: Candidate; readonly turn: DearTurn }[] = [];
  let tried = 0;
  while (processorTime() < until) {
    const parent = tried % 3 === 0 || kept.length === 0 ? null : hunter.pick(kept).candidate;
    const candidate = parent === null ? hunter.fresh() : hunter.changed(parent);
    tried++;
    const least = kept.length < population ? 0 : (kept.at(-1)?.turn.milliseconds ?? 0);
    const turn = measured(programOf(candidate), least);
    if (turn.milliseconds <= least) continue;
    const alike = kept.findIndex(
      (one) => one.candidate.statements.join() === candidate.statements.join(),
    );
    if (alike >= 0 && (kept[alike]?.turn.milliseconds ?? 0) > turn.milliseconds) continue;
    if (alike >= 0) kept.splice(alike, 1);
    kept = [...kept, { candidate, turn }]
      .toSorted((a, b) => b.turn.milliseconds - a.turn.milliseconds)
      .slice(0, population);
  }
  return { tried, turns: kept.map(({ turn }) => turn), fib: fibTime() };
}
