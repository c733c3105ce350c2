/** `npm run test:faults`: every fault, whole; `-- --short` for the selection that `npm test` runs. */
import { ensurePrograms } from './set-up/programs.mjs';
import { run } from './set-up/run.mjs';

const [...options] = process.argv.slice(2);
const short = options.includes('--short');
const rest = options.filter((option) => option !== '--short');
const env = { ...ensurePrograms(), FAULTS: short ? 'short' : 'full' };
process.exit(run('npx', ['--no-install', 'vitest', 'run', '--project', 'faults', ...rest], env));
