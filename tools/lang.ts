import { readFileSync, writeSync } from 'node:fs';
import {
  createMachine,
  defaultLimits,
  onMachineFault,
  type HostValue,
  type LangError,
  type Limits,
} from '../shared/lang/index.ts';
import { commandLineNames } from './lang-names.ts';
import { writeAll } from './write-all.ts';

/** One file's outcome (L11). */
interface Report {
  readonly file: string;
  readonly ok: boolean;
  readonly value: HostValue;
  readonly error: Pick<LangError, 'code' | 'name' | 'message' | 'line' | 'column'> | null;
  readonly log: readonly string[];
  readonly steps: number;
}

interface Options {
  readonly json: boolean;
  readonly limits: Limits;
  readonly files: readonly string[];
}

onMachineFault((fault) => console.error('the machine that runs programs has failed', fault));

const usage = 'usage: npm run -s lang -- [--json] [--steps N] [--memory BYTES] FILE...';

function readOptions(args: readonly string[]): Options | null {
  let json = false;
  let { steps, memory } = defaultLimits;
  const files: string[] = [];
  const rest = [...args];
  for (let arg = rest.shift(); arg !== undefined; arg = rest.shift()) {
    if (arg === '--json') json = true;
    else if (arg === '--steps' || arg === '--memory') {
      const number = Number(rest.shift());
      if (!Number.isSafeInteger(number) || number < 0) return null;
      if (arg === '--steps') steps = number;
      else memory = number;
    } else if (arg.startsWith('--')) return null;
    else files.push(arg);
  }
  return files.length === 0 ? null : { json, limits: { ...defaultLimits, steps, memory }, files };
}

/** Runs one file as one program. Whatever is in it, this answers. */
function report(file: string, limits: Limits): Report {
  let source: string;
  try {
    source = readFileSync(file, 'utf8');
  } catch {
    return failure(file, 'unreadable-file', 'Error', `cannot read ${file}`);
  }
  const log: string[] = [];
  const machine = createMachine(
    commandLineNames((line) => log.push(line)),
    'lang',
    limits,
  );
  const outcome = machine.run(source, 1);
  const steps = machine.stepsUsed;
  if (outcome.kind === 'suspended') throw new Error('no name here suspends');
  if (outcome.kind === 'finished') {
    return { file, ok: true, value: outcome.value, error: null, log, steps };
  }
  const { code, name, message, line, column } = outcome.error;
  return { file, ok: false, value: null, error: { code, name, message, line, column }, log, steps };
}

function failure(file: string, code: string, name: string, message: string): Report {
  const error = { code, name, message, line: 1, column: 1 };
  return { file, ok: false, value: null, error, log: [], steps: 0 };
}

/** One line for a person. */
function tell({ file, ok, value, error, log, steps }: Report): string {
  const lines = log.map((line) => `  ${line}`);
  if (ok) lines.unshift(`${file}: ${JSON.stringify(value ?? null)} (${steps} steps)`);
  else if (error) {
    lines.push(
      `${file}:${error.line}:${error.column} ${error.name} ${error.code}: ${error.message}`,
    );
  }
  return lines.join('\n');
}

/** Undefined has no JSON; numbers that JSON lacks become null as always. */
function jsonLine(one: Report): string {
  return JSON.stringify({ ...one, value: one.value ?? null });
}

function main(): number {
  const options = readOptions(process.argv.slice(2));
  if (options === null) {
    writeSync(2, `${usage}\n`);
    return 2;
  }
  let failed = 0;
  for (const file of options.files) {
    let one: Report;
    try {
      one = report(file, options.limits);
    } catch (error) {
      // A defect of ours: it is told, and the other files still run.
      one = failure(file, 'internal', 'InternalError', String(error));
    }
    if (!one.ok) failed++;
    writeAll(`${options.json ? jsonLine(one) : tell(one)}\n`);
  }
  // With --json the lines say what failed.
  return failed === 0 || options.json ? 0 : 1;
}

process.exitCode = main();
