import { describe, expect, it } from 'vitest';
import { seats } from '../../../shared/base/ids.ts';
import { botMatch } from '../../../tests/support/bot-match.ts';
import { factsOf } from '../../replay/facts.ts';
import { timelineOf } from '../../replay/timeline.ts';
import { noteOf } from '../game/turn-notes.ts';
import { lineNotesOf } from './line-outcomes.ts';

describe('R17 R32 what came of lines, in a replay', () => {
  const laidOut = timelineOf(botMatch('notes', { turns: 40, codingStrokes: 300, turnStrokes: 4 }));
  if (!laidOut.ok) throw new Error(laidOut.refusal.code);
  const timeline = laidOut.value;
  const facts = factsOf(timeline);

  it('is at any time the last thing each line brought about until then', () => {
    let seen = 0;
    for (const seat of seats) {
      const notesAt = lineNotesOf(facts, seat);
      for (const turn of timeline.turns.toReversed()) {
        const expected = new Map<number, string>();
        for (const { turn: number, lines, events } of timeline.turns) {
          const [line, note] = [lines[seat], noteOf(events, seat)];
          if (number <= turn.turn && line !== null && note !== null)
            expected.set(line, note.words());
        }
        const notes = notesAt(turn.at);
        expect(new Map(notes.map(({ line, words }) => [line, words()]))).toEqual(expected);
        seen += notes.length;
      }
    }
    expect(seen).toBeGreaterThan(0);
  });

  it('stays the same list until a turn brings more', () => {
    const notesAt = lineNotesOf(facts, 'heroku');
    const [first] = facts.lineOutcomes.heroku;
    if (first === undefined) throw new Error('nothing came of any line');
    expect(notesAt(first.at - 1)).toEqual([]);
    expect(notesAt(first.at)).toBe(notesAt(first.at + 1));
  });
});
