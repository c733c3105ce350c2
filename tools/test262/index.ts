import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { runTest, type Verdict } from './run-test.ts';
import { folders, leftOut, readHead } from './selection.ts';

/**
 * Runs the tests of a test262 checkout that use only our subset (L1, L2) and prints how many pass and
 * why the others were left out: `npm run -s test262 -- DIR [--reasons] [FILTER]`. Failures are listed.
 * The data is no part of this project.
 */
const usage = 'usage: npm run -s test262 -- DIR [--reasons] [FILTER]';

type GroupName = 'core' | 'rest' | 'must-be-SyntaxError';

class Tally {
  passed = 0;
  readonly failed: string[] = [];
  readonly out = new Map<string, number>();

  add(path: string, verdict: Verdict): void {
    if (verdict.kind === 'pass') this.passed++;
    else if (verdict.kind === 'fail') this.failed.push(`${path}: ${verdict.reason}`);
    else this.out.set(verdict.reason, (this.out.get(verdict.reason) ?? 0) + 1);
  }

  /** Tests left out by the first words of the reason. */
  kinds(): ReadonlyMap<string, number> {
    const kinds = new Map<string, number>();
    for (const [reason, count] of this.out) {
      const kind = reason.split(' ', 1)[0] ?? '';
      kinds.set(kind, (kinds.get(kind) ?? 0) + count);
    }
    return kinds;
  }
}

function* testsIn(folder: string): Iterable<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* testsIn(path);
    else if (entry.name.endsWith('.js') && !entry.name.includes('_FIXTURE')) yield path;
  }
}

function verdictOf(source: string, head: ReturnType<typeof readHead>): Verdict {
  const reason = leftOut(head, source);
  if (reason !== null) return { kind: 'out', reason };
  try {
    return runTest(head, source);
  } catch (error) {
    return { kind: 'fail', reason: `a defect of ours: ${String(error)}` };
  }
}

function print(name: string, tally: Tally, reasons: boolean): void {
  const { passed, failed } = tally;
  const all = passed + failed.length;
  const share = all === 0 ? '–' : `${((100 * passed) / all).toFixed(2)} %`;
  const left = [...tally.kinds()].map(([kind, count]) => `${count} by ${kind}`).join(', ');
  console.log(`${name}: ${passed} of ${all} (${share}); left out: ${left || 'none'}`);
  for (const one of failed) console.log(`  FAILED ${one}`);
  if (!reasons) return;
  for (const [reason, count] of [...tally.out].toSorted((a, b) => b[1] - a[1])) {
    console.log(`  ${String(count).padStart(5)} ${reason}`);
  }
}

function main(args: readonly string[]): number {
  const [root, filter = ''] = args.filter((one) => !one.startsWith('--'));
  if (root === undefined || !existsSync(join(root, 'test', 'language'))) {
    process.stderr.write(`${usage}\n`);
    return 2;
  }
  const groups: Record<GroupName, Tally> = {
    core: new Tally(),
    rest: new Tally(),
    'must-be-SyntaxError': new Tally(),
  };
  for (const group of ['core', 'rest'] as const) {
    for (const folder of folders[group]) {
      for (const file of testsIn(join(root, 'test', folder))) {
        const path = relative(join(root, 'test'), file);
        if (!path.includes(filter)) continue;
        const source = readFileSync(file, 'utf8');
        const head = readHead(source);
        const name = head.negative?.type === 'SyntaxError' ? 'must-be-SyntaxError' : group;
        groups[name].add(path, verdictOf(source, head));
      }
    }
  }
  const entries = Object.entries(groups);
  for (const [name, tally] of entries) print(name, tally, args.includes('--reasons'));
  return entries.some(([, tally]) => tally.failed.length > 0) ? 1 : 0;
}

process.exitCode = main(process.argv.slice(2));
