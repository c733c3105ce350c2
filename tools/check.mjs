/** `npm run check`: what every commit passes: format, lint, types and unit tests. */
import { ensurePackages } from './set-up/packages.mjs';
import { runOrExit } from './set-up/run.mjs';

ensurePackages();
for (const check of ['check:format', 'check:lint', 'check:types', 'test:unit']) {
  console.log(`\n${check}`);
  runOrExit('npm', ['run', '--silent', check], { hint: `${check} found something to mend.` });
}
