/**
 * `npm run -s match -- --salesforce FILE --heroku FILE [--seed N] [--settings FILE] [--replay FILE]
 * [--json]` plays a whole match without a browser (L12) and prints the result, or every turn as a
 * JSON line. The same seed, settings and files print the same. With `--replay` the match is also
 * written as a file for the replay theatre. Arguments that cannot be used: one line, exit code 2.
 */
import { writeSync } from 'node:fs';
import { onMachineFault } from '../shared/lang/index.ts';
import { BadArguments } from './match/options.ts';
import { playedLines } from './match/play.ts';
import { writeAll } from './write-all.ts';

onMachineFault((fault) => console.error('the machine that runs programs has failed', fault));

try {
  const lines = playedLines(process.argv.slice(2));
  writeAll(lines.map((line) => `${line}\n`).join(''));
} catch (error) {
  if (!(error instanceof BadArguments)) throw error;
  writeSync(2, `match: ${error.message}\n`);
  process.exitCode = 2;
}
