/** `npm test`: sets up what is missing, then runs every check there is and says how it went. */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { build } from './set-up/build.mjs';
import { passChecks } from './set-up/checks.mjs';
import { testsThatImport } from './set-up/imports.mjs';
import { thisHost } from './set-up/host.mjs';
import { ensurePackages } from './set-up/packages.mjs';
import { root } from './set-up/root.mjs';
import { findPrograms } from './set-up/programs.mjs';
import { runAside } from './set-up/run.mjs';

ensurePackages();
const { env, missing } = findPrograms(thisHost);

await passChecks();
const built = build() === 0;

const results = `${root}.cache/tests/`;
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

// Of the faults a selection, in few rooms: `npm run test:faults` plays all of them, many times, in twenty.
env.FAULTS = 'short';
env.FAULT_ROOMS ??= '8';
// What waits for processes runs beside what only computes. Pages get the machine for themselves: some are
// about time, and starved of it they would tell of the machine.
const groups = built ? [[['unit', 'system'], ['faults']], [['browser']]] : [[['unit']]];
// What cannot run is left out and said at the end.
const leftOut = missing.map((program) => ({
  program,
  files: testsThatImport(program.startedBy).filter((file) => !file.endsWith('.full.test.ts')),
}));
env.TESTS_LEFT_OUT = leftOut.flatMap(({ files }) => files).join();
const total = { passed: 0, failed: 0, skipped: 0 };
let broken = !built || missing.length > 0;
console.log(`\n${groups.flat(2).join(', ')}: each is told of when it has ended`);
for (const lanes of groups) {
  await Promise.all(
    lanes.map(async (lane) => {
      for (const suite of lane) await runSuite(suite);
    }),
  );
}

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
  const project = `--project=${suite}`;
  const some = missing.length > 0 ? ['--passWithNoTests'] : [];
  const args = ['--no-install', 'vitest', 'run', project, ...some, ...reports];
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
