import { CompletionContext } from '@codemirror/autocomplete';
import { javascript } from '@codemirror/lang-javascript';
import { EditorState } from '@codemirror/state';
import { describe, expect, it, test } from 'vitest';
import { worldTable } from '../../shared/program/index.ts';
import { libraryTable } from '../../shared/program/reference/index.ts';
import { languageCompletion } from './language-completion.ts';
import { parsed } from './testing/parsed.ts';

/** Completes at the `|` of a program. */
function complete(text: string, explicit = false, language: 'en' | 'ja' = 'en') {
  const pos = text.includes('|') ? text.indexOf('|') : text.length;
  const doc = text.replace('|', '');
  const state = parsed(EditorState.create({ doc, extensions: javascript() }));
  return languageCompletion(() => language)(new CompletionContext(state, pos, explicit));
}
const labels = (text: string, explicit = false): string[] =>
  complete(text, explicit)?.options.map(({ label }) => label) ?? [];
const option = (text: string, name: string, language: 'en' | 'ja' = 'en') =>
  complete(text, false, language)?.options.find(({ label }) => label === name);

const arrayMethods = ['push', 'map', 'filter', 'length'];
const textMethods = ['split', 'trim', 'length'];

describe('R22 completion of the world', () => {
  it('R22 after p. the commands and sensors are offered with their help', () => {
    const found = labels('p.');
    expect(found.toSorted()).toEqual(
      worldTable
        .filter(({ name }) => name.startsWith('p.'))
        .map(({ name }) => name.slice(2))
        .toSorted(),
    );
    const up = option('p.', 'up');
    expect(up).toMatchObject({ apply: 'up()', type: 'method' });
    expect(up?.info).not.toBe('');
    expect(option('p.', 'up', 'ja')?.info).not.toBe(up?.info);
  });

  it.each([
    'let w',
    'const i',
    'function le',
    'class R',
    'try { } catch (e',
    'let [a',
    'let { a: b',
    'const f = (x, m|) => 1',
    'const o = ({ a',
    'for (const f',
  ])('R22 where a name is declared nothing is offered in its place: %s', (text) => {
    expect(complete(text)).toBeNull();
  });

  it('R22 a member begun is completed from its dot', () => {
    expect(complete('let a = p.u')?.from).toBe('let a = p.'.length);
  });

  it('L4 L2 names of world, library and statements are offered by themselves', () => {
    const found = labels('', true);
    const expected = [
      'p',
      'rival',
      'bug',
      'field',
      'turn',
      'log',
      'Math',
      'Map',
      'parseInt',
      'for',
    ];
    expect(found).toEqual(expect.arrayContaining(expected));
    expect(labels('')).toEqual([]);
    expect(labels('if (tu')).toContain('turn');
  });

  it('L4 in the quotes of p.look the directions', () => {
    expect(labels("if (p.look('|'))")).toEqual(['up', 'down', 'left', 'right']);
    expect(labels("log('|')")).toEqual([]);
  });
});

describe('L2 completion of the library', () => {
  it('L2 every name behind Math., Object., JSON., Array., String. and Number.', () => {
    for (const group of ['Math', 'Object', 'JSON', 'Array', 'String', 'Number']) {
      const known = libraryTable.filter(({ name }) => name.startsWith(`${group}.`));
      expect(known.length).toBeGreaterThan(1);
      expect(labels(`log(${group}.`)).toEqual(
        known.map(({ name }) => name.slice(group.length + 1)),
      );
    }
  });

  test.each<[string, string[], string[]]>([
    ['[1, 2].', arrayMethods, ['trim']],
    ["'abc'.", textMethods, ['push']],
    ['field.gold().', arrayMethods, ['trim']],
    ['field.gold().map((g) => g.x).', arrayMethods, ['trim']],
    ["p.look('up').", textMethods, ['push']],
    ['const list = [];\nlist.', arrayMethods, ['trim']],
    ['const m = new Map();\nm.', ['get', 'set', 'size'], ['push', 'add']],
    ['let seen = new Set([1]);\nif (seen.', ['has', 'add'], ['push', 'get']],
    ["let s = 'a,b'.split(',');\ns.", arrayMethods, ['trim']],
    ['const n = p.up();\nn.', ['toFixed'], ['push']],
    ['Object.keys(a).', arrayMethods, ['trim']],
    ['(`a`).', textMethods, ['push']],
  ])('L2 after %j what such a value has', (text, some, none) => {
    const found = labels(text);
    expect(found).toEqual(expect.arrayContaining(some));
    for (const name of none) expect(found).not.toContain(name);
  });

  it('L2 after a value of unknown kind the methods of all, each once, saying whose', () => {
    const found = labels('function f(x) {\n  x.|\n}');
    expect(found).toEqual(expect.arrayContaining(['push', 'trim', 'get', 'toFixed']));
    expect(new Set(found).size).toBe(found.length);
    const slice = option('function f(x) {\n  x.|\n}', 'slice');
    expect(slice?.info).toContain('list.slice');
    expect(slice?.info).toContain('text.slice');
  });

  it('L2 a variable of the player hides a name of the world', () => {
    expect(labels('const bug = [];\nbug.')).toEqual(expect.arrayContaining(arrayMethods));
  });

  test.each(['other.', '// p.', '"p.', '3', 'f(...', '`p.'])('nothing after %j', (text) => {
    expect(labels(text)).toEqual([]);
  });
});
