import { collab } from '@codemirror/collab';
import { javascriptLanguage } from '@codemirror/lang-javascript';
import { EditorState } from '@codemirror/state';
import { highlightTree } from '@lezer/highlight';
import { expect, test } from 'vitest';
import { ink } from './ink.ts';
import { noFacts, type ProgramFacts } from './program-facts.ts';
import { programState } from './program-state.ts';
import { coloursOf } from './unread-colours.ts';

type Colour = readonly [from: number, to: number, classes: string];

const opening = '// H: start (6, 1)\n';
const piece = 'for (const w of ["up", "down"]) p[w](); // 数える\n/* a\n b */ let n = `x\n${1}`;\n';
const text = opening + piece.repeat(100);

function colours(from: number, to: number, facts: Partial<ProgramFacts>): Colour[] {
  const extensions = [collab(), programState({ ...noFacts, openingTo: opening.length, ...facts })];
  const state = EditorState.create({ doc: text, extensions });
  const found: Colour[] = [];
  coloursOf({ state, viewport: { from, to } }).between(0, text.length, (begin, end, { spec }) => {
    found.push([begin, end, (spec as { class: string }).class]);
  });
  return found;
}

/** Those of the whole text, cut to a part of it. */
function expected(from: number, to: number): Colour[] {
  const found: Colour[] = [];
  const tree = javascriptLanguage.parser.parse(text);
  highlightTree(tree, ink, (begin, end, classes) => found.push([begin, end, classes]), from, to);
  return found;
}

test('unread lines have the colours they have when the whole program is parsed', () => {
  const atPiece = (n: number): number => opening.length + n * piece.length;
  for (const [from, to] of [
    [0, atPiece(3)],
    [atPiece(40), atPiece(60)],
    [atPiece(99) + 51, text.length],
  ] as const) {
    expect(colours(from, to, {})).toEqual(expected(Math.max(from, opening.length), to));
  }
});

test('read lines have none', () => {
  const doneTo = opening.length + 50 * piece.length;
  const end = doneTo + 20 * piece.length;
  expect(colours(doneTo - 500, end, { doneTo })).toEqual(expected(doneTo, end));
  expect(colours(0, doneTo - 1, { doneTo })).toEqual([]);
});
