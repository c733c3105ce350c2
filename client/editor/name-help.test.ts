import { javascript } from '@codemirror/lang-javascript';
import { EditorState } from '@codemirror/state';
import { describe, expect, it, test } from 'vitest';
import { namedAt } from './names.ts';
import { parsed } from './testing/parsed.ts';

/** Names the table knows at the `|` of a program. */
function named(text: string): string[] {
  const doc = text.replace('|', '');
  const state = parsed(EditorState.create({ doc, extensions: javascript() }));
  return namedAt(state, text.indexOf('|'))?.entries.map(({ name }) => name) ?? [];
}

describe('L2 R35 what a name under the pointer is', () => {
  test.each<[string, string[]]>([
    ['p|.up()', ['p']],
    ['p.u|p()', ['p.up']],
    ['p.up|()', ['p.up']],
    ['log(bug.|facing)', ['bug.facing']],
    ['Math.fl|oor(1)', ['Math.floor']],
    ['M|ath.floor(1)', ['Math']],
    ['const a = parse|Int("1")', ['parseInt']],
    ['[1].ma|p(f)', ['array.map']],
    ['field.gold().fil|ter(f)', ['array.filter']],
    ['"a".sli|ce(1)', ['string.slice']],
    ['let m = new Map(); m.g|et(1)', ['map.get']],
    ['new Ma|p()', ['Map']],
    ['function f(x) { return x.tr|im() }', ['string.trim']],
    ['function f(x) { return x.sl|ice() }', ['array.slice', 'string.slice']],
  ])('%s', (text, expected) => {
    expect(named(text)).toEqual(expected);
  });

  test.each([
    '// p.u|p',
    '"p.u|p"',
    'const bu|g = 1',
    'foo|()',
    '1|2',
    'let bug = {}; bug.fac|ing',
    '|',
  ])('nothing at %s', (text) => {
    expect(named(text)).toEqual([]);
  });

  it('tells where the name stands', () => {
    const doc = 'log(Math.floor(2.5))';
    const state = parsed(EditorState.create({ doc, extensions: javascript() }));
    expect(namedAt(state, 11)).toMatchObject({ from: 9, to: 14 });
  });
});
