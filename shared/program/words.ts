import { Parser, tokTypes, type Token, type TokenType } from 'acorn';

/** A word of code and the line breaks in the space before it, breaks inside comments left out. */
export interface Word {
  /** Null for something that is no word of the language; nothing follows it. */
  readonly type: TokenType | null;
  readonly start: number;
  readonly end: number;
  /** Offset just after the first line break before the word; null when it has none before it. */
  readonly firstBreak: number | null;
  /** Offset just after the last one. */
  readonly lastBreak: number | null;
}

/** A regular expression is only stepped over: checking a deeply nested one exhausts the stack. */
class WordParser extends Parser {
  validateRegExpFlags(): void {}
  validateRegExpPattern(): void {}

  /** Not asked for: every chunk would look through all the texts that stand alone behind it. */
  strictDirective(): boolean {
    return false;
  }
}

/**
 * The words of a text from an offset on, read only as far as asked for. The last one is the end of
 * the text (`tokTypes.eof`) or something unreadable.
 */
export function* wordsOf(text: string, from: number): Generator<Word, undefined> {
  const rest = text.slice(from);
  let comments: { readonly start: number; readonly end: number }[] = [];
  const tokens = WordParser.tokenizer(rest, {
    ecmaVersion: 2023,
    sourceType: 'script',
    allowHashBang: false,
    onComment: (_isBlock, _comment, start, end) => {
      comments.push({ start, end });
    },
  });
  let end = 0;
  for (;;) {
    const token = readToken(tokens);
    const start = token?.start ?? afterSpace(rest, comments.at(-1)?.end ?? end);
    const breaks = breaksIn(rest, end, start, comments);
    end = token?.end ?? start;
    comments = [];
    yield {
      type: token?.type ?? null,
      start: start + from,
      end: end + from,
      firstBreak: breaks.first === null ? null : breaks.first + from,
      lastBreak: breaks.last === null ? null : breaks.last + from,
    };
    if (token === null || token.type === tokTypes.eof) return;
  }
}

function readToken(tokens: { getToken(): Token }): Token | null {
  try {
    return tokens.getToken();
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return null;
    throw thrown;
  }
}

function afterSpace(text: string, from: number): number {
  const space = /\s*/y;
  space.lastIndex = from;
  space.exec(text);
  return space.lastIndex;
}

/** The first and the last line break between two offsets, comments left out. */
function breaksIn(
  text: string,
  from: number,
  to: number,
  comments: readonly { readonly start: number; readonly end: number }[],
): { readonly first: number | null; readonly last: number | null } {
  let first: number | null = null;
  let last: number | null = null;
  let at = from;
  for (const comment of [...comments, { start: to, end: to }]) {
    const gap = text.slice(at, comment.start);
    const inGap = gap.indexOf('\n');
    if (inGap !== -1) {
      first ??= at + inGap + 1;
      last = at + gap.lastIndexOf('\n') + 1;
    }
    at = comment.end;
  }
  return { first, last };
}
