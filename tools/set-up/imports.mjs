import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { root } from './root.mjs';

/** Where tests stand. */
const folders = ['shared', 'client', 'server', 'tests', 'tools'];

/**
 * Test files that come to import a package or a file of the project, directly or through others. Types do
 * not count.
 */
export function testsThatImport(wanted) {
  const tests = folders.flatMap((folder) =>
    readdirSync(root + folder, { recursive: true })
      .filter((name) => /\.test\.tsx?$/.test(name))
      .map((name) => join(folder, name)),
  );
  return tests.filter((test) => reaches(test, wanted, new Set())).toSorted();
}

function reaches(file, wanted, seen) {
  if (seen.has(file)) return false;
  seen.add(file);
  return importsOf(file).some((name) => name === wanted || reaches(name, wanted, seen));
}

/** Packages by name, files of the project by their path. */
function importsOf(file) {
  if (!/\.(ts|tsx|mjs)$/.test(file) || !existsSync(root + file)) return [];
  const text = readFileSync(root + file, 'utf8').replaceAll(/^import type [^;]*;/gm, '');
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'([^'?]+)/g)].map(([, name]) =>
    name.startsWith('.') ? relative(root, join(root, dirname(file), name)) : name,
  );
}
