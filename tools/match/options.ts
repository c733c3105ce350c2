import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { PerSeat } from '../../shared/base/ids.ts';
import { defaultSettings, type Settings } from '../../shared/battle/index.ts';

/** What the command line asks for (L12). */
export interface MatchOptions {
  readonly files: PerSeat<string>;
  readonly programs: PerSeat<string>;
  readonly seed: string;
  readonly settings: Settings;
  readonly json: boolean;
  /** Where the match is written to as a replay; null for nowhere. */
  readonly replay: string | null;
}

/** A mistake in the arguments or the files they name, told in one line. */
export class BadArguments extends Error {}

export const usage =
  'usage: npm run -s match -- --salesforce FILE --heroku FILE [--seed N] [--settings FILE] [--replay FILE] [--json]';

const known = ['--salesforce', '--heroku', '--seed', '--settings', '--replay'] as const;

type Known = (typeof known)[number];

/** A seed names the match too, and so its replay. */
const seedForm = /^[\w-]{1,40}$/;

/** Reads the arguments and the files they name; throws `BadArguments`. */
export function readOptions(args: readonly string[]): MatchOptions {
  const given = new Map<Known, string>();
  let json = false;
  const rest = [...args];
  for (let arg = rest.shift(); arg !== undefined; arg = rest.shift()) {
    if (arg === '--json') {
      json = true;
      continue;
    }
    const name = known.find((option) => option === arg);
    if (name === undefined) throw new BadArguments(`unknown argument ${arg}; ${usage}`);
    if (given.has(name)) throw new BadArguments(`${name} is given twice; ${usage}`);
    const value = rest.shift();
    if (value === undefined || value.startsWith('--')) {
      throw new BadArguments(`${name} needs a value; ${usage}`);
    }
    given.set(name, value);
  }
  const needed = (name: Known): string => {
    const value = given.get(name);
    if (value === undefined) throw new BadArguments(`${name} FILE is missing; ${usage}`);
    return value;
  };
  const files = { salesforce: needed('--salesforce'), heroku: needed('--heroku') };
  const seed = given.get('--seed') ?? randomBytes(8).toString('hex');
  if (!seedForm.test(seed)) {
    throw new BadArguments('--seed takes up to 40 letters, digits, - or _');
  }
  const settingsFile = given.get('--settings');
  return {
    files,
    programs: { salesforce: readProgram(files.salesforce), heroku: readProgram(files.heroku) },
    seed,
    settings: settingsFile === undefined ? defaultSettings : readSettings(settingsFile),
    json,
    replay: given.get('--replay') ?? null,
  };
}

/** A program as an editor would hold it: no byte order mark, line breaks of one kind. */
function readProgram(file: string): string {
  return readText(file).replace(/\r\n?/g, '\n');
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new BadArguments(`cannot read ${file} (${reason})`, { cause: error });
  }
}

/** Some or all settings of R6 as a JSON object; times in milliseconds. */
function readSettings(file: string): Settings {
  const text = readText(file);
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch (error) {
    throw new BadArguments(`${file} is no JSON: ${oneLine(String(error))}`, { cause: error });
  }
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    throw new BadArguments(`${file} must hold an object such as {"width": 8, "turns": 30}`);
  }
  for (const [name, value] of Object.entries(given)) {
    if (!Object.hasOwn(defaultSettings, name)) {
      const names = Object.keys(defaultSettings).join(', ');
      throw new BadArguments(`${file}: there is no setting ${JSON.stringify(name)}, only ${names}`);
    }
    const expected = typeof defaultSettings[name as keyof Settings];
    if (typeof value !== expected) {
      const found = oneLine(JSON.stringify(value));
      throw new BadArguments(`${file}: ${name} must be a ${expected}, not ${found}`);
    }
  }
  return { ...defaultSettings, ...given };
}

function oneLine(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 200 ? `${line.slice(0, 199)}…` : line;
}
