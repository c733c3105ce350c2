/** `npm test`: sets up what is missing, then runs every check there is and says how it went. */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { build } from './set-up/build.mjs';
import { testsThatImport } from './set-up/imports.mjs';
import { thisHost } from './set-up/host.mjs';
import { ensurePackages } from './set-up/packages.mjs';
import { root } from './set-up/root.mjs';
import { findPrograms } from './set-up/programs.mjs';
import { run, runOrExit } from './set-up/run.mjs';

ensurePackages();
const { env, missing } = findPrograms(thisHost);

for (const check of ['check:format', 'check:lint', 'check:types']) {
  console.log(`\n${check}`);
  runOrExit('npm', ['run', '--silent', check], { hint: `${check} found something to mend.` });
}
const built = build() === 0;

const results = `${root}.cache/tests/`;
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

// Of the faults a selection: `npm run test:faults` plays all of them, many times.
env.FAULTS = 'short';
// Faults wait for processes most of the time, so the short unit tests share it. Browser tests run by
// themselves: on two cores they and the others would slow each other down.
const suites = built ? [['unit', 'faults'], ['system'], ['browser']] : [['unit']];
// What cannot run is left out and said at the end.
const leftOut = missing.map((program) => ({ program, files: testsThatImport(program.startedBy) }));
const without = leftOut.flatMap(({ files }) => files.flatMap((file) => ['--exclude', file]));
if (without.length > 0) without.push('--passWithNoTests');
const total = { passed: 0, failed: 0, skipped: 0 };
let broken = !built || missing.length > 0;
for (const projects of suites) {
  const file = `${results}${projects.join('-')}.json`;
  const code = run(
    'npx',
    [
      '--no-install',
      'vitest',
      'run',
      ...projects.flatMap((project) => ['--project', project]),
      ...without,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
    ],
    env,
  );
  broken ||= code !== 0;
  const report = readReport(file);
  total.passed += report.numPassedTests;
  total.failed += report.numFailedTests;
  total.skipped += report.numPendingTests;
}

if (!built)
  console.log('\nNot run: system, faults and browser tests. The build failed: npm run build');
for (const { program, files } of leftOut) {
  console.log(`\nNot run: ${files.join(', ')}\n${program.text}`);
}
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exit(broken || total.failed > 0 || total.passed === 0 ? 1 : 0);

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    console.error(`The test runner left no report (${file.slice(root.length)}).`);
    broken = true;
    return { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0 };
  }
}
