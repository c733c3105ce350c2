import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { randomStream } from '../../shared/base/random.ts';

/** One change of a text, as somebody's hand makes it. */
export interface Keystroke {
  readonly at: number;
  readonly deleted: number;
  readonly inserted: string;
}

interface Trace {
  readonly txns: readonly {
    readonly patches: readonly (readonly [number, number, string])[];
  }[];
}

const recorded = fileURLToPath(new URL('../../../shared/traces/', import.meta.url));

/** No program may be longer than 20,000 characters; the rest is for what stands above. */
const longest = 19_000;

/** Real typing when a recorded trace lies beside the project, else typing as a seed makes it. */
export function keystrokes(): { readonly source: string; readonly keys: readonly Keystroke[] } {
  const file = existsSync(recorded)
    ? readdirSync(recorded).find((name) => name.endsWith('.json.gz'))
    : undefined;
  if (file === undefined) return { source: 'generated', keys: generated(20_000) };
  const text = gunzipSync(readFileSync(recorded + file)).toString('utf8');
  const { txns } = JSON.parse(text) as Trace;
  const keys: Keystroke[] = [];
  let length = 0;
  for (const [at, deleted, inserted] of txns.flatMap(({ patches }) => patches)) {
    length += inserted.length - deleted;
    if (length > longest) break;
    keys.push({ at, deleted, inserted });
  }
  return { source: `recorded (${file})`, keys };
}

/** Words, lines, and now and then a few letters taken back. */
function generated(count: number): Keystroke[] {
  const random = randomStream('bench', 'typing');
  const keys: Keystroke[] = [];
  let length = 0;
  let at = 0;
  while (keys.length < count) {
    const dice = random.fraction();
    if (dice < 0.02 && length > 0) at = random.integer(length);
    if (length > longest - 10 || (dice > 0.93 && at > 0)) {
      const deleted = Math.min(at, length > longest - 10 ? 400 : 1);
      at -= deleted;
      length -= deleted;
      keys.push({ at, deleted, inserted: '' });
      continue;
    }
    const inserted = dice > 0.9 ? '\n' : String.fromCharCode(97 + random.integer(26));
    keys.push({ at, deleted: 0, inserted });
    at += 1;
    length += 1;
  }
  return keys;
}

/** A text after one change. */
export function typed(text: string, { at, deleted, inserted }: Keystroke): string {
  return text.slice(0, at) + inserted + text.slice(at + deleted);
}
