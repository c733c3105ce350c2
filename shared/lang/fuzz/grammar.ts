import type { Random } from '../../base/random.ts';

/** Names that programs of the fuzzer declare; few, so that they shadow each other. */
const lexicalNames = ['a', 'b', 'c', 'd', 'e', 'k'] as const;
const varNames = ['v', 'w', 'u'] as const;
const functionNames = ['f', 'g', 'h'] as const;

/** Names that every program declares at its beginning. */
const openingNames = ['a', 'b', 'c', 'd', 'v', 'f', 'g'] as const;

/** The names of one block: those declared in it, and whether it begins a function. */
interface Block {
  readonly declared: Set<string>;
  readonly isFunction: boolean;
}

/** What all parts of the grammar share: chance, depth, and the names in sight. */
export abstract class Grammar {
  protected readonly random: Random;
  private blocks: Block[] = [{ declared: new Set(openingNames), isFunction: true }];
  protected depth = 0;
  private ticket = 0;

  constructor(random: Random) {
    this.random = random;
  }

  protected below(limit: number): number {
    return this.random.integer(limit);
  }

  protected chance(share: number): boolean {
    return this.random.fraction() < share;
  }

  protected pick<T>(items: readonly T[]): T {
    return items[this.below(items.length)] as T;
  }

  /** One of several pieces of text, only the chosen of which is made. */
  protected oneOf(...makers: readonly (() => string)[]): string {
    return this.pick(makers)();
  }

  protected several(most: number, make: () => string): string[] {
    return Array.from({ length: this.below(most + 1) }, make);
  }

  /** A number of its own for each trace, so that the log tells which came first. */
  protected nextTicket(): number {
    return ++this.ticket;
  }

  protected within<T>(isFunction: boolean, work: () => T): T {
    const { blocks } = this;
    this.blocks = [...blocks, { declared: new Set(), isFunction }];
    this.depth++;
    const result = work();
    this.depth--;
    this.blocks = blocks;
    return result;
  }

  /** Declares a lexical name not yet taken in this block; null when all are. */
  protected declareLexical(): string | null {
    const { declared } = this.blocks.at(-1) as Block;
    const free = lexicalNames.filter((name) => !declared.has(name));
    if (free.length === 0) return null;
    const name = this.pick(free);
    declared.add(name);
    return name;
  }

  protected declareVar(): string {
    const name = this.pick(varNames);
    (this.blocks.findLast((block) => block.isFunction) as Block).declared.add(name);
    return name;
  }

  /**
   * Declares a function's name in this block; null when blocks around it have one of that name, where
   * engines disagree whether the inner function becomes a variable of the function as well.
   */
  protected declareFunction(): string | null {
    const begin = this.blocks.findLastIndex((block) => block.isFunction);
    const around = this.blocks.slice(begin + 1);
    const free = functionNames.filter((name) => !around.some(({ declared }) => declared.has(name)));
    if (free.length === 0) return null;
    const name = this.pick(free);
    (this.blocks.at(-1) as Block).declared.add(name);
    return name;
  }

  /** A name in sight, or now and then one that is not: unknown, or declared further down. */
  protected name(): string {
    const all = this.visible();
    if (this.chance(0.006)) {
      return this.pick([...lexicalNames, ...varNames, ...functionNames]);
    }
    return this.pick(all);
  }

  /** A name to assign to. Node's contexts take functions for unknown names even in strict code. */
  protected knownName(): string {
    return this.pick(this.visible());
  }

  /** A name that is likely to be a function's. */
  protected callee(): string {
    const made = this.visible().filter((name) => functionNames.some((one) => one === name));
    return this.chance(0.85) ? this.pick(made) : this.name();
  }

  protected visible(): string[] {
    return [...new Set(this.blocks.flatMap(({ declared }) => [...declared]))];
  }
}
