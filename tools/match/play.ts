import { writeFileSync } from 'node:fs';
import type { MatchId, RoomName } from '../../shared/base/ids.ts';
import type { Refusal } from '../../shared/base/result.ts';
import { layouts } from '../../shared/battle/index.ts';
import { replayText } from '../../shared/replay/index.ts';
import { playHeadless, replayOf, type LogRecord } from '../../shared/room/index.ts';
import { BadArguments, readOptions } from './options.ts';
import { jsonLines, story } from './report.ts';

/** Plays the match that some arguments ask for; the lines to print. Throws `BadArguments`. */
export function playedLines(args: readonly string[]): readonly string[] {
  const options = readOptions(args);
  const { programs, seed, settings } = options;
  const match = playHeadless({
    room: 'terminal' as RoomName,
    match: `match-${seed}` as MatchId,
    settings,
    seed,
    programs,
  });
  if (!match.ok) throw new BadArguments(refusalLine(match.refusal));
  if (options.replay !== null) writeReplay(options.replay, match.value.records);
  return options.json ? jsonLines(match.value, options) : story(match.value, options);
}

/** Writes the match as a file that the replay theatre opens (R32). */
function writeReplay(file: string, records: readonly LogRecord[]): void {
  const replay = replayOf(null, records);
  if (replay === null) throw new Error('a match that was played has a replay');
  try {
    writeFileSync(file, replayText(replay));
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new BadArguments(`cannot write ${file} (${reason})`, { cause: error });
  }
}

function refusalLine({ code, details }: Refusal): string {
  const reason = details['reason'] ?? code;
  const field = details['field'] ?? '';
  switch (reason) {
    case 'setting-not-whole':
      return `${field} must be a whole number`;
    case 'setting-out-of-range':
      return `${field} must be from ${details['min']} to ${details['max']}`;
    case 'setting-does-not-fit':
      return `in this field ${field} must be from ${details['min']} to ${details['max']}`;
    case 'setting-unknown-layout':
      return `layout must be ${layouts.join(' or ')}`;
    case 'program-too-long':
      return `a program has at most ${details['maximum']} characters, with its opening line`;
    default:
      return `refused: ${reason}`;
  }
}
