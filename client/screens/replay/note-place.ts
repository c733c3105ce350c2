import type { Milliseconds } from '../../../shared/base/ids.ts';
import type { NotePlace } from '../../replay/note-desk.ts';
import type { Theatre } from '../../replay/theatre.ts';

/** Where a note would stand now: at the line where somebody runs or types. */
export function placeOf(theatre: Theatre): NotePlace {
  const time = noteTime(theatre);
  const programs = theatre.moment.peek()?.programs;
  const seat = programs?.heroku.name === null ? 'salesforce' : 'heroku';
  const program = programs?.[seat];
  const before = program?.text.slice(0, program.caret?.head ?? 0) ?? '';
  return { time, seat, line: program?.facts.runningLine ?? before.split('\n').length };
}

/** The moment of a note: what stands still after the result is no moment of its own. */
export function noteTime(theatre: Theatre): Milliseconds {
  return Math.min(theatre.time, theatre.facts.endAt);
}
