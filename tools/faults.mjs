/** `npm run test:faults`: every fault, whole; `-- --short` for the selection that `npm test` runs. */
import { thisHost } from './set-up/host.mjs';
import { findPrograms } from './set-up/programs.mjs';
import { run } from './set-up/run.mjs';

const [...options] = process.argv.slice(2);
const short = options.includes('--short');
const rest = options.filter((option) => option !== '--short');
const { env: places, missing } = findPrograms(thisHost, ['redis-server']);
for (const { text } of missing) console.error(text);
if (missing.length > 0) process.exit(1);
const env = { ...places, FAULTS: short ? 'short' : 'full' };
process.exit(run('npx', ['--no-install', 'vitest', 'run', '--project', 'faults', ...rest], env));
