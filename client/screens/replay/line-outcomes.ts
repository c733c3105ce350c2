import type { Milliseconds, Seat } from '../../../shared/base/ids.ts';
import type { LineNote } from '../../editor/index.ts';
import type { ReplayFacts } from '../../replay/facts.ts';
import { countUntil } from '../../replay/timeline.ts';
import { noteOf } from '../game/turn-notes.ts';

/**
 * Answers what stood behind the lines of a program at a time, as on the screens of those who were
 * there: of each line the last thing that came of it. The same list while it stays the same.
 */
export function lineNotesOf(
  { lineOutcomes }: ReplayFacts,
  seat: Seat,
): (time: Milliseconds) => readonly LineNote[] {
  const told = lineOutcomes[seat].flatMap(({ at, line, events }) => {
    const note = noteOf(events, seat);
    return note === null ? [] : [{ at, note: { line, ...note } }];
  });
  const times = told.map(({ at }) => at);
  let last: { readonly count: number; readonly notes: readonly LineNote[] } | null = null;
  return (time) => {
    const count = countUntil(times, time);
    if (last?.count !== count) {
      const byLine = new Map(told.slice(0, count).map(({ note }) => [note.line, note]));
      last = { count, notes: [...byLine.values()] };
    }
    return last.notes;
  };
}
