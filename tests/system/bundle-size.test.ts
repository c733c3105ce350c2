import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

/**
 * Kilobytes on the wire to a browser that knows gzip: what a first visit may cost. Held here because
 * nothing else notices growth.
 */
const budget = { startPage: 60, roomBeforeBoard: 200, board: 160, lettersAndDrawings: 250 };

interface Chunk {
  readonly file: string;
  readonly css?: readonly string[];
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
}

const built = fileURLToPath(new URL('../../dist/client/', import.meta.url));
const manifest = JSON.parse(readFileSync(`${built}.vite/manifest.json`, 'utf8')) as Record<
  string,
  Chunk
>;

/** Files a browser loads for these chunks: themselves, what they import, and their styles. */
function filesOf(names: readonly string[]): Set<string> {
  const files = new Set<string>();
  const seen = new Set<string>();
  const visit = (name: string): void => {
    if (seen.has(name)) return;
    seen.add(name);
    const chunk = manifest[name];
    if (chunk === undefined) throw new Error(`the build has no ${name}`);
    files.add(chunk.file);
    for (const style of chunk.css ?? []) files.add(style);
    for (const next of chunk.imports ?? []) visit(next);
  };
  for (const name of names) visit(name);
  return files;
}

/** Of the files as they are served: with a `.gz` beside them that, else they themselves. */
function kilobytes(files: Iterable<string>): number {
  let bytes = 0;
  for (const file of files) {
    const zipped = `${built}${file}.gz`;
    bytes += statSync(existsSync(zipped) ? zipped : built + file).size;
  }
  return bytes / 1000;
}

function named(ending: string): string {
  const found = Object.keys(manifest).filter((name) => name.endsWith(ending));
  expect(found, `one chunk ends with ${ending}`).toHaveLength(1);
  return found[0] ?? '';
}

const startPage = ['index.html', named('screens/home/home-page.tsx')];
const room = ['index.html', named('screens/game/game-page.tsx')];
const stage = named('stage/index.ts');

test('the start page is small', () => {
  expect(kilobytes(filesOf(startPage))).toBeLessThanOrEqual(budget.startPage);
});

test('a room before the board is within its budget', () => {
  const files = filesOf(room);
  expect([...files].some((file) => /stage|pixi/i.test(file))).toBe(false);
  expect(kilobytes(files)).toBeLessThanOrEqual(budget.roomBeforeBoard);
});

test('the board comes lazily and within its budget', () => {
  const before = filesOf(room);
  // Pixi loads one of its renderers by itself: all of them are counted.
  const board = filesOf([stage, ...(manifest[stage]?.dynamicImports ?? [])]);
  const more = [...board].filter((file) => !before.has(file));
  expect(kilobytes(more)).toBeLessThanOrEqual(budget.board);
});

test('fonts and drawings of a first visit of a Japanese room are within their budget', () => {
  const assets = readdirSync(`${built}assets`).map((file) => `assets/${file}`);
  const fonts = assets.filter((file) => file.endsWith('.woff2'));
  const drawings = assets.filter((file) => /\/(salesforce|heroku|things)-.*\.svg$/.test(file));
  // Every face is counted, though no single visit may need all of them.
  expect(fonts.length).toBeGreaterThanOrEqual(8);
  expect(drawings).toHaveLength(3);
  expect(kilobytes([...fonts, ...drawings])).toBeLessThanOrEqual(budget.lettersAndDrawings);
});
