import { tokTypes, type TokenType } from 'acorn';
import type { Word } from './words.ts';

/** Lines that could be a chunk, as far as brackets and line ends tell. */
export interface Run {
  /** Just after a line break, or the end of the text. */
  readonly end: number;
  /** Whether the next word can belong to the statement before it. */
  readonly carriesOn: boolean;
}

/** What acorn's token table knows, though its type declarations leave it out. */
type TokenFacts = TokenType & { readonly beforeExpr: boolean };

const openers = new Set([
  tokTypes.parenL,
  tokTypes.bracketL,
  tokTypes.braceL,
  tokTypes.dollarBraceL,
]);
const closers = new Set([tokTypes.parenR, tokTypes.bracketR, tokTypes.braceR]);

const carryingKeywords = new Set(['else', 'catch', 'finally', 'in', 'instanceof']);

/**
 * Words that begin no statement, so that a line which begins with one belongs to the statement before
 * it. What can begin one, as `(`, `[`, a template, `+`, `-` and `/`, begins a chunk of its own (R16).
 */
const carriers: ReadonlySet<TokenType | null> = new Set([
  tokTypes.dot,
  tokTypes.questionDot,
  tokTypes.question,
  tokTypes.comma,
  tokTypes.eq,
  tokTypes.assign,
  tokTypes.coalesce,
  tokTypes.logicalOR,
  tokTypes.logicalAND,
  tokTypes.bitwiseOR,
  tokTypes.bitwiseXOR,
  tokTypes.bitwiseAND,
  tokTypes.equality,
  tokTypes.relational,
  tokTypes.bitShift,
  tokTypes.modulo,
  tokTypes.star,
  tokTypes.starstar,
]);

/**
 * The line ends at which code that begins with `first` can end: no bracket or template is open there
 * and the last word does not ask for another one, as an operator does.
 */
export function* runsOf(first: Word, words: Iterable<Word>, textEnd: number): Generator<Run> {
  const open: TokenType[] = [];
  let previous = first;
  follow(open, first.type);
  for (const word of words) {
    const atEnd = word.type === tokTypes.eof;
    if (open.length === 0 && canEnd(previous) && (atEnd || word.firstBreak !== null)) {
      const carriesOn = carriers.has(word.type) || carryingKeywords.has(word.type?.keyword ?? '');
      yield { end: word.firstBreak ?? textEnd, carriesOn };
    }
    follow(open, word.type);
    previous = word;
  }
}

function canEnd({ type }: Word): boolean {
  return type === tokTypes.semi || !(type as TokenFacts | null)?.beforeExpr;
}

function follow(open: TokenType[], type: TokenType | null): void {
  if (type === null) return;
  if (type === tokTypes.backQuote && open.at(-1) !== tokTypes.backQuote) open.push(type);
  else if (openers.has(type)) open.push(type);
  else if (closers.has(type) || type === tokTypes.backQuote) open.pop();
}
