import { describe, expect, it, test } from 'vitest';
import { createMachine, defaultLimits } from '../../lang/index.ts';
import { library } from '../../lang/library/library.ts';
import type { Receiver } from './entry.ts';
import { libraryTable, referenceSections } from './index.ts';

/** A value of each kind, as code. */
const samples: Readonly<Record<Receiver, string>> = {
  array: '[1]',
  string: '"a"',
  number: '(1)',
  boolean: 'true',
  object: '({})',
  function: '(() => 1)',
  error: 'new Error("a")',
  map: 'new Map()',
  set: 'new Set()',
  iterator: '[1].values()',
};

/** Every name the language has, as the table names them. */
function names(): string[] {
  const { globals, methods } = library();
  const found: string[] = [];
  for (const [name, value] of globals) {
    found.push(name);
    const bag = typeof value === 'object' && value !== null ? value.bag : null;
    for (const key of Object.keys(bag ?? {})) found.push(`${name}.${key}`);
  }
  for (const [kind, table] of Object.entries(methods)) {
    for (const key of Object.keys(table)) found.push(`${kind}.${key}`);
  }
  return found;
}

function run(code: string): unknown {
  const outcome = createMachine({}, 'table', defaultLimits).run(code, 1);
  return outcome.kind === 'finished' ? outcome.value : outcome;
}

/** Properties that are no entries of a table in the language, but of every value. */
const properties = new Set([
  'array.length',
  'string.length',
  'map.size',
  'set.size',
  'error.name',
  'error.message',
]);

describe('L2 the table and the language agree', () => {
  it('L2 every name of the language is in the table, once', () => {
    const told = libraryTable.map(({ name }) => name);
    expect(new Set(told).size).toBe(told.length);
    expect(names().filter((name) => !told.includes(name))).toEqual([]);
  });

  it('L2 the table has no name that the language lacks', () => {
    const has = new Set([...names(), ...properties]);
    expect(libraryTable.map(({ name }) => name).filter((name) => !has.has(name))).toEqual([]);
  });

  test.each(libraryTable.map((entry) => [entry.name, entry] as const))(
    'L2 %s can be used in a program',
    (name, { receiver, kind }) => {
      const code = receiver === null ? name : name.replace(receiver, samples[receiver]);
      const type = run(`typeof ${code}`);
      if (kind === 'function') expect(type).toBe('function');
      else if (kind === 'group') expect(type).toBe('object');
      else expect(type).toMatch(name === 'undefined' ? /^undefined$/ : /^(number|string)$/);
    },
  );

  it('R35 every entry has its signature and its help in both languages, briefly', () => {
    for (const { entries, title } of referenceSections) {
      expect(title.ja).toMatch(/[\u3040-\u9fff]|Map/);
      for (const { name, signature, help } of entries) {
        expect(signature, name).toContain(name.slice(name.lastIndexOf('.') + 1));
        expect(help.en, name).toMatch(/^[\x20-\x7e−…]+$/);
        expect(help.ja, name).toMatch(/[\u3040-\u9fff]/);
        expect(help.en.length, name).toBeLessThan(200);
      }
    }
  });
});
