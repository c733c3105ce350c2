import { tokTypes, type Token, type TokenType } from 'acorn';

/** Thrown out of the parser when the source nests deeper than allowed. */
export class TooDeep extends Error {
  readonly offset: number;
  constructor(offset: number) {
    super('too deep');
    this.offset = offset;
  }
}

/** An opened bracket and what was nested without brackets inside it so far. */
interface Level {
  readonly open: Token;
  /** `)` of an `if (…)` does not end a statement. */
  readonly header: boolean;
  chain: number;
}

const openers = new Set([
  tokTypes.parenL,
  tokTypes.bracketL,
  tokTypes.braceL,
  tokTypes.dollarBraceL,
]);
const closers = new Set([tokTypes.parenR, tokTypes.bracketR, tokTypes.braceR]);
const headed = new Set(['if', 'for', 'while', 'with']);
/** Keywords that carry a statement on after an operand. */
const continuing = new Set(['in', 'instanceof', 'else', 'catch', 'finally', 'while', 'extends']);
const operandEnds = new Set([
  tokTypes.name,
  tokTypes.num,
  tokTypes.string,
  tokTypes.regexp,
  tokTypes.parenR,
  tokTypes.bracketR,
  tokTypes.braceR,
  tokTypes.backQuote,
]);
const operandKeywords = new Set(['this', 'null', 'true', 'false', 'break', 'continue', 'debugger']);
const statementStarts = new Set([tokTypes.name, tokTypes.num, tokTypes.string]);
const prefixNames = new Set(['async', 'await', 'yield', 'of']);

/** What the parser's own table knows about a token, though its type declarations leave it out. */
type TokenFacts = TokenType & {
  readonly beforeExpr: boolean;
  readonly binop: number | null;
  readonly prefix: boolean;
};

const factsOf = (token: Token): TokenFacts => token.type as TokenFacts;

/**
 * Follows the tokens of a parse and stops it before it has to descend too deep. Brackets nest, and
 * so do operators, arrows and headers like `if (…)` that follow each other within one statement.
 */
export class NestingGuard {
  /** Brackets that are open, outermost first. */
  readonly open: Level[] = [];
  readonly #limit: number;
  #previous: Token | null = null;
  #outermostChain = 0;
  #depth = 0;
  #headerClosed = false;
  #operandEnded = false;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Takes the next token; throws `TooDeep` when it nests deeper than the limit. */
  take(token: Token): void {
    const { type } = token;
    if (type === tokTypes.semi || type === tokTypes.comma || this.#startsStatement(token)) {
      this.#addToChain(-this.#chain());
    }
    this.#headerClosed = false;
    if (openers.has(type)) {
      const header = headed.has(this.#previous?.type.keyword ?? '');
      this.open.push({ open: token, header, chain: 0 });
      this.#depth++;
    } else if (closers.has(type)) {
      const closed = this.open.pop();
      this.#depth -= closed === undefined ? 0 : closed.chain + 1;
      this.#headerClosed = closed?.header ?? false;
    } else if (descends(token)) {
      this.#addToChain(1);
    }
    if (this.#depth > this.#limit) throw new TooDeep(token.start);
    // `++` behind an operand ends it, before one it begins it.
    if (type !== tokTypes.incDec) this.#operandEnded = endsOperand(token);
    this.#previous = token;
  }

  /** Two operands side by side can only be two statements (or an error). */
  #startsStatement(token: Token): boolean {
    const previous = this.#previous;
    if (previous === null || this.#headerClosed || !this.#operandEnded) return false;
    if (prefixNames.has(nameOf(previous))) return false;
    const { type } = token;
    if (continuing.has(type.keyword ?? '')) return false;
    return type.keyword !== undefined || statementStarts.has(type);
  }

  #chain(): number {
    return this.open.at(-1)?.chain ?? this.#outermostChain;
  }

  #addToChain(count: number): void {
    const level = this.open.at(-1);
    if (level === undefined) this.#outermostChain += count;
    else level.chain += count;
    this.#depth += count;
  }
}

function endsOperand({ type }: Token): boolean {
  return operandEnds.has(type) || operandKeywords.has(type.keyword ?? '');
}

function descends(token: Token): boolean {
  const facts = factsOf(token);
  if (facts.binop !== null || facts.prefix) return true;
  if (token.type === tokTypes.name) return prefixNames.has(nameOf(token));
  return facts.beforeExpr || facts.keyword !== undefined;
}

function nameOf(token: Token): string {
  if (token.type !== tokTypes.name) return '';
  const { value } = token as Token & { readonly value: unknown };
  return typeof value === 'string' ? value : '';
}
