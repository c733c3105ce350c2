import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { root } from './root.mjs';
import { run } from './run.mjs';

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

/** Builds pages and server unless exactly these sources were built before; ends this process if that fails. */
export function ensureBuild() {
  const code = build();
  if (code !== 0) process.exit(code);
}

/**
 * Builds what is not built yet, and answers the exit code. What is said goes to standard error: behind it
 * a benchmark may print JSON.
 */
export function build() {
  const stamp = `${root}dist/.built-from`;
  const now = fingerprint();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return 0;
  console.error('Building (npm run build) …');
  const code = run('npm', ['run', '--silent', 'build'], {}, true);
  if (code === 0) writeFileSync(stamp, now);
  return code;
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
