/** `npm test`: sets up what is missing, then runs every check there is and says how it went. */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { build } from './set-up/build.mjs';
import { testsThatImport } from './set-up/imports.mjs';
import { thisHost } from './set-up/host.mjs';
import { ensurePackages } from './set-up/packages.mjs';
import { root } from './set-up/root.mjs';
import { findPrograms } from './set-up/programs.mjs';
import { runAside, runOrExit } from './set-up/run.mjs';

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
// These are about time, so that they run when the others wait most.
const timed = ['tests/browser/poor-line.test.ts', 'tests/browser/comes-back.test.ts'];
const suites = {
  browser: ['--project=browser', ...timed.map((file) => `--exclude=${file}`)],
  timed: ['--project=browser', ...timed],
  unit: ['--project=unit'],
  faults: ['--project=faults'],
  system: ['--project=system'],
};
// Two lanes at once: pages and processes wait a lot.
const lanes = built ? [['browser'], ['timed', 'system', 'faults', 'unit']] : [['unit']];
// What cannot run is left out and said at the end.
const leftOut = missing.map((program) => ({ program, files: testsThatImport(program.startedBy) }));
const without = leftOut.flatMap(({ files }) => files.flatMap((file) => ['--exclude', file]));
if (without.length > 0) without.push('--passWithNoTests');
const total = { passed: 0, failed: 0, skipped: 0 };
let broken = !built || missing.length > 0;
console.log(`\n${lanes.flat().join(', ')}: each is told of when it has ended`);
await Promise.all(
  lanes.map(async (lane) => {
    for (const suite of lane) await runSuite(suite);
  }),
);

if (!built)
  console.log('\nNot run: system, faults and browser tests. The build failed: npm run build');
for (const { program, files } of leftOut) {
  console.log(`\nNot run: ${files.join(', ')}\n${program.text}`);
}
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exit(broken || total.failed > 0 || total.passed === 0 ? 1 : 0);

async function runSuite(suite) {
  const file = `${results}${suite}.json`;
  const reports = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const args = ['--no-install', 'vitest', 'run', ...suites[suite], ...without, ...reports];
  const { code, said } = await runAside('npx', args, env);
  console.log(`\n${suite}\n${said}`);
  broken ||= code !== 0;
  const report = readReport(file);
  total.passed += report.numPassedTests;
  total.failed += report.numFailedTests;
  total.skipped += report.numPendingTests;
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    console.error(`The test runner left no report (${file.slice(root.length)}).`);
    broken = true;
    return { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0 };
  }
}
