/**
 * A text as it stands on one line: line breaks and control characters, which would tear the layout of
 * names and messages, are blanks. Pages send it like this, so that what is nothing but these is not sent.
 */
export function oneLineOf(text: string): string {
  return text.replaceAll(/\p{Cc}|[\u2028\u2029]/gu, ' ').trim();
}
