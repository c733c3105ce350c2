import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { root } from './root.mjs';
import { runOrExit } from './run.mjs';

/** Runs `npm ci` unless exactly this lock file was installed before. */
export function ensurePackages() {
  const stamp = `${root}node_modules/.installed-lock`;
  const lock = createHash('sha256')
    .update(readFileSync(`${root}package-lock.json`))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  console.error('Installing packages (npm ci) …');
  runOrExit('npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], {
    aside: true,
    hint: 'npm could not install the packages; check the network and run the command again.',
  });
  mkdirSync(`${root}node_modules`, { recursive: true });
  writeFileSync(stamp, lock);
}
