import { expect, it } from 'vitest';
import type { ShownProgram } from '../replay/moment.ts';
import type { FilmPalette } from './palette.ts';
import { listingLine } from '../screens/game/editor-words.ts';
import { drawProgram } from './program-column.ts';

/** What a program draws on a canvas whose letters are all ten pixels wide: its texts in order. */
function drawn(
  program: ShownProgram,
  shown?: (line: string) => string,
): { texts: string[]; bars: number[][] } {
  const [texts, bars]: [string[], number[][]] = [[], []];
  const context = {
    save: () => {},
    restore: () => {},
    beginPath: () => {},
    rect: () => {},
    clip: () => {},
    measureText: (text: string) => ({ width: text.length * 10 }),
    fillText: (text: string) => texts.push(text),
    fillRect: (...bar: number[]) => bars.push(bar),
  } as unknown as CanvasRenderingContext2D;
  const box = { x: 0, y: 0, width: 230, height: 105 };
  drawProgram(context, program, box, {} as FilmPalette, true, shown);
  return { texts, bars };
}

function program(text: string, head: number): ShownProgram {
  const facts = { lockedTo: 0, marks: [], runningLine: null, nextLine: null, dueAt: null };
  return {
    text,
    facts: facts as unknown as ShownProgram['facts'],
    caret: { head, anchor: head },
    name: 'H',
    erred: false,
  };
}

it('R32 a film shows long lines of a program whole, in pieces that fit', () => {
  const { texts, bars } = drawn(program('// H\nfor (const way of ways) p[way]();\nx', 28));
  expect(texts).toEqual(['1', '// H', '2', 'for (const way of ', 'ways) p[way]();', '3', 'x']);
  // The caret stands in the second piece, five letters behind its beginning.
  expect(bars).toEqual([[30 + 18 + 50, 2 * 21 + 10.5 - 9, 2, 18]]);
});

it('R32 a film shows the line that is typed in, whatever stands around it', () => {
  const lines = Array.from({ length: 40 }, (_, i) => `line ${i + 1}`);
  const at = lines.slice(0, 30).join('\n').length;
  const { texts } = drawn(program(lines.join('\n'), at));
  expect(texts.filter((text) => text.startsWith('line'))).toEqual(lines.slice(27, 32));
});

it('R22 R32 a film shows the blocks of S in words, and the caret behind them', () => {
  const head = 'for (let i = 0; i < 3; i++) {';
  const text = `// S\n${head}\n  p.up();\n}`;
  const { texts, bars } = drawn(program(text, `// S\n${head}`.length), listingLine);
  expect(texts).toEqual(['1', '// S', '2', 'repeat 3 times', '3', '  p.up();', '4', 'end']);
  expect(bars).toEqual([[30 + 140, 21 + 10.5 - 9, 2, 18]]);
});
