/** `npm run check`: what every commit passes: format, lint, types and unit tests. */
import { passChecks } from './set-up/checks.mjs';
import { ensurePackages } from './set-up/packages.mjs';
import { runOrExit } from './set-up/run.mjs';

ensurePackages();
await passChecks();
console.log('\ntest:unit');
const hint = 'test:unit found something to mend.';
runOrExit('npm', ['run', '--silent', 'test:unit'], { hint });
