import type { Seat } from '../base/ids.ts';
import type { Cell } from '../battle/index.ts';

/** Letter a seat goes by on the field. */
const letters = { salesforce: 'S', heroku: 'H' } as const satisfies Record<Seat, string>;

const openingPattern = /^\/\/ [SH]: start \(\d+, \d+\)\n/;

/** The fixed first line of a document (R15), without its line break: a comment, never run. */
export function openingLine(seat: Seat, start: Cell): string {
  return `// ${letters[seat]}: start (${start.x}, ${start.y})`;
}

/** A document as it begins (R15). Its whole length is locked from the start (R17). */
export function openingText(seat: Seat, start: Cell): string {
  return `${openingLine(seat, start)}\n`;
}

/** Length of the opening line of a text with its line break; 0 when the text has none. */
export function openingLength(text: string): number {
  return openingPattern.exec(text)?.[0].length ?? 0;
}
