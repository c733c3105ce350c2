import { Parser, tokTypes } from 'acorn';
import type { BlockStatement, FunctionDeclaration, Node, Options, Program, TokenType } from 'acorn';
import type { Details } from '../../base/result.ts';

/** A refusal found while parsing: a limit, or syntax that no later text can mend. */
export class ParseStop extends Error {
  readonly code: string;
  readonly details: Details;
  readonly start: number;
  readonly end: number;
  constructor(code: string, details: Details, start: number, end: number) {
    super(code);
    this.code = code;
    this.details = details;
    this.start = start;
    this.end = end;
  }
}

/** What acorn throws. */
export interface AcornError extends SyntaxError {
  readonly pos: number;
  readonly raisedAt: number;
}

/** The parts of acorn's parser that recurse; public for plugins, absent from its types. */
interface Internals {
  readonly input: string;
  readonly type: TokenType;
  readonly start: number;
  readonly end: number;
  readonly pos: number;
  value: unknown;
  readonly scopeStack: { var: string[]; lexical: string[]; functions: string[] }[];
  parse(): Program;
  enterScope(flags: number): void;
  declareName(name: string, kind: number, offset: number): void;
  readRadixNumber(radix: number): void;
  expect(type: TokenType): void;
  nextToken(): void;
  validateRegExpFlags(): void;
  validateRegExpPattern(): void;
  parseStatement(...args: never[]): Node;
  parseMaybeAssign(...args: never[]): Node;
  parseMaybeUnary(...args: never[]): Node;
  parseExprOp(...args: never[]): Node;
  parseExprAtom(...args: never[]): Node;
  parseBindingAtom(...args: never[]): Node;
  parseClass(...args: never[]): Node;
  parseSubscript(base: Spine, ...rest: never[]): Spine;
}

/** A node of a chain such as `a.b.c()`, with the length of the chain so far. */
type Spine = Node & { links?: number };

const InternalParser = Parser as unknown as new (options: Options, input: string) => Internals;

const options: Options = { ecmaVersion: 2025, sourceType: 'script' };

/** Links of a chain such as `a.b.c()` that the compiler takes; the parser does not recurse there. */
const maxLinks = 500;

/** Scopes that the declared names of a chunk together may be in; 20 names a line, ten deep, are fewer. */
const mostCompared = 100_000;

/** Names of a scope; of many, acorn's own list would be searched from its start at each declaration. */
class DeclaredNames extends Array<string> {
  private known: Set<string> | null = null;

  override push(name: string): number {
    const length = super.push(name);
    if (length > 16) this.known ??= new Set(this);
    this.known?.add(name);
    return length;
  }

  /** Acorn asks only whether a name is there. */
  override indexOf(name: string): number {
    if (this.known === null) return super.indexOf(name);
    return this.known.has(name) ? 0 : -1;
  }
}

/** Acorn, bounded: it counts how deep it is instead of running out of the host's stack (L6). */
class BoundedParser extends InternalParser {
  private readonly nesting: number;
  private depth = 0;
  private brackets = 0;
  private compared = 0;
  /** Offsets of the brackets that are open now; one that is closed by another kind stays. */
  readonly open: number[] = [];
  /** Offsets and depths of the template texts that are open now. */
  readonly templates: { readonly start: number; readonly depth: number }[] = [];
  longChain: { readonly start: number; readonly end: number } | null = null;
  /** The token without which the parser could not go on; null when there are several it would take. */
  wanted: TokenType | null = null;

  constructor(source: string, nesting: number, allowHashBang: boolean) {
    super({ ...options, allowHashBang }, source);
    this.nesting = nesting;
  }

  override enterScope(flags: number): void {
    super.enterScope(flags);
    const scope = this.scopeStack.at(-1);
    if (scope === undefined) return;
    scope.var = new DeclaredNames();
    scope.lexical = new DeclaredNames();
    scope.functions = new DeclaredNames();
  }

  /** A name is compared with those of every scope around it. */
  override declareName(name: string, kind: number, offset: number): void {
    this.compared += this.scopeStack.length;
    if (this.compared > mostCompared) this.tooDeep();
    super.declareName(name, kind, offset);
  }

  override expect(type: TokenType): void {
    this.wanted = type;
    super.expect(type);
    this.wanted = null;
  }

  override nextToken(): void {
    super.nextToken();
    const type = this.type;
    if (
      type === tokTypes.parenL ||
      type === tokTypes.braceL ||
      type === tokTypes.bracketL ||
      type === tokTypes.dollarBraceL
    ) {
      if (++this.brackets > this.nesting) this.tooDeep();
      this.open.push(this.start);
    } else if (type === tokTypes.parenR || type === tokTypes.braceR || type === tokTypes.bracketR) {
      this.brackets--;
      const opened = this.open.at(-1);
      if (opened !== undefined && closes(this.input, opened, this.start)) this.open.pop();
    } else if (type === tokTypes.backQuote) {
      if (this.templates.at(-1)?.depth === this.brackets) this.templates.pop();
      else this.templates.push({ start: this.start, depth: this.brackets });
    }
  }

  /** Of many digits acorn rounds each; the standard rounds once. */
  override readRadixNumber(radix: number): void {
    super.readRadixNumber(radix);
    if (typeof this.value !== 'number') return;
    this.value = Number(this.input.slice(this.start, this.pos).replaceAll('_', ''));
  }

  /** Regular expressions are refused anyway, and checking a deeply nested one would recurse. */
  override validateRegExpFlags(): void {}
  override validateRegExpPattern(): void {}

  /** A function that is the body of an `if` or `else` stands in a block of its own (B.3.3). */
  override parseStatement(...args: never[]): Node {
    const node = this.deeper(2, () => super.parseStatement(...args));
    const [context] = args as readonly (string | null | undefined)[];
    if (context !== 'if' || node.type !== 'FunctionDeclaration') return node;
    const { start, end } = node;
    const block: BlockStatement = { type: 'BlockStatement', start, end, body: [] };
    block.body.push(node as FunctionDeclaration);
    return block;
  }

  override parseMaybeAssign(...args: never[]): Node {
    return this.deeper(2, () => super.parseMaybeAssign(...args));
  }

  override parseMaybeUnary(...args: never[]): Node {
    return this.deeper(1, () => super.parseMaybeUnary(...args));
  }

  override parseExprOp(...args: never[]): Node {
    return this.deeper(1, () => super.parseExprOp(...args));
  }

  override parseExprAtom(...args: never[]): Node {
    return this.deeper(1, () => super.parseExprAtom(...args));
  }

  override parseClass(...args: never[]): Node {
    return this.deeper(2, () => super.parseClass(...args));
  }

  override parseBindingAtom(...args: never[]): Node {
    return this.deeper(1, () => super.parseBindingAtom(...args));
  }

  override parseSubscript(base: Spine, ...rest: never[]): Spine {
    const next = super.parseSubscript(base, ...rest);
    if (next !== base) {
      next.links = (base.links ?? 0) + 1;
      if (next.links > maxLinks) this.longChain ??= { start: next.end - 1, end: next.end };
    }
    return next;
  }

  private deeper(weight: number, step: () => Node): Node {
    this.depth += weight;
    if (this.depth > this.nesting * 4) this.tooDeep();
    const node = step();
    this.depth -= weight;
    return node;
  }

  private tooDeep(): never {
    throw new ParseStop('nesting-too-deep', { limit: this.nesting }, this.start, this.end);
  }
}

function closes(input: string, opened: number, closed: number): boolean {
  const kind = input[opened] === '$' ? '{' : (input[opened] ?? '');
  return '([{'.indexOf(kind) === ')]}'.indexOf(input[closed] ?? '');
}

const brackets: ReadonlyMap<TokenType | null, string> = new Map([
  [tokTypes.parenL, '('],
  [tokTypes.parenR, ')'],
  [tokTypes.bracketR, ']'],
  [tokTypes.braceL, '{'],
  [tokTypes.braceR, '}'],
]);

/** A parsed chunk, or what stopped the parser and the brackets open at that point. */
export type Parsed =
  | {
      readonly ok: true;
      readonly program: Program;
      /** Where a chain of members and calls gets too long to be compiled. */
      readonly longChain: { readonly start: number; readonly end: number } | null;
    }
  | {
      readonly ok: false;
      readonly error: AcornError | ParseStop;
      readonly open: readonly number[];
      /** The bracket that had to stand where the parser stopped; empty when it was no bracket. */
      readonly wanted: string;
      /** Where the innermost template text begins that is open there; −1 when none is. */
      readonly template: number;
    };

/**
 * Parses a chunk as a sloppy script. Never overflows the stack; `nesting` is the governor limit.
 * A first line that begins with `#!` is a comment if `allowHashBang`.
 */
export function parseSource(source: string, nesting: number, allowHashBang: boolean): Parsed {
  let parser: BoundedParser | null = null;
  try {
    parser = new BoundedParser(source, nesting, allowHashBang);
    const program = parser.parse();
    return { ok: true, program, longChain: parser.longChain };
  } catch (error) {
    const open = parser?.open ?? [];
    const wanted = brackets.get(parser?.wanted ?? null) ?? '';
    const template = parser?.templates.at(-1)?.start ?? -1;
    if (error instanceof ParseStop) return { ok: false, error, open, wanted, template };
    if (!(error instanceof SyntaxError && 'pos' in error)) throw error;
    const complaint = error as AcornError;
    // The parser's own word for a host whose stack is smaller than any browser's.
    if (!complaint.message.startsWith('Not enough stack'))
      return { ok: false, error: complaint, open, wanted, template };
    const { pos } = complaint;
    const stop = new ParseStop('nesting-too-deep', { limit: nesting }, pos, pos + 1);
    return { ok: false, error: stop, open, wanted, template };
  }
}
