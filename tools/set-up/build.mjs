import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { root } from './packages.mjs';
import { runOrExit } from './run.mjs';

/** What a build is made of. */
const sources = [
  'client',
  'server',
  'shared',
  'assets',
  'tools/compression',
  'tools/fonts',
  'vite.config.ts',
  'package-lock.json',
];

/**
 * Builds pages and server unless exactly these sources were built before. What is said goes to standard
 * error: behind it a benchmark may print JSON.
 */
export function ensureBuild() {
  const stamp = `${root}dist/.built-from`;
  const now = fingerprint();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return;
  console.error('Building (npm run build) …');
  runOrExit('npm', ['run', '--silent', 'build'], { aside: true });
  writeFileSync(stamp, now);
}

function fingerprint() {
  const hash = createHash('sha256');
  for (const file of sources.flatMap((source) => filesIn(source)).toSorted(inOrder)) {
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(root + file))
      .update('\0');
  }
  return hash.digest('hex');
}

function filesIn(path) {
  if (!statSync(root + path).isDirectory()) return [path];
  return readdirSync(root + path).flatMap((name) => filesIn(`${path}/${name}`));
}

/** By code units, so that the order is the same in every locale. */
function inOrder(a, b) {
  return a < b ? -1 : 1;
}
