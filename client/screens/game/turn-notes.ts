import { effect } from '@preact/signals';
import { unreachable } from '../../../shared/base/result.ts';
import { otherSeat, seats, type Seat } from '../../../shared/base/ids.ts';
import type { BattleEvent } from '../../../shared/battle/index.ts';
import type { LineNote } from '../../editor/index.ts';
import { say } from '../../i18n/phrase.ts';
import { turns } from '../../i18n/turns.ts';
import type { RoomScreen } from './room-context.ts';

/** What is worth telling at a line, most important first. */
const order = ['fell', 'caught', 'pushed back', 'collected', 'bumped'] as const;

type Told = Pick<LineNote, 'kind' | 'words'>;

/** What came of a seat's line in a turn; null where a step was just a step. */
export function noteOf(events: readonly BattleEvent[], seat: Seat): Told | null {
  const own = events.filter((event) => 'seat' in event && event.seat === seat);
  const [first] = order.flatMap((kind) => own.filter((event) => event.kind === kind));
  return first === undefined ? null : told(first);
}

function told(event: BattleEvent): Told | null {
  switch (event.kind) {
    case 'fell':
      return { kind: 'bad', words: () => say(turns.noteFell) };
    case 'caught':
      return { kind: 'bad', words: () => say(turns.noteCaught) };
    case 'pushed back': {
      const rival = otherSeat(event.seat) === 'salesforce' ? 'S' : 'H';
      return { kind: 'bad', words: () => say(turns.notePushed, rival) };
    }
    case 'collected':
      return { kind: 'good', words: () => say(turns.noteGold, event.points) };
    case 'bumped':
      return { kind: 'plain', words: () => say(turns.noteWall) };
    case 'moved':
    case 'waited':
    case 'bug moved':
    case 'bug stuck':
      return null;
    default:
      return unreachable(event);
  }
}

/** Writes behind each line what came of it, as turns are told (R17). Answers how to stop. */
export function noteTurns({ client, editors, field }: RoomScreen): () => void {
  return effect(() => {
    const told = field.told.value;
    const state = client.state.peek();
    for (const seat of seats) {
      const editor = editors[seat].peek();
      if (told === null) {
        editor?.note(null);
        continue;
      }
      const line = state?.turns[told.turn - 1]?.steps[seat].line ?? null;
      const note = noteOf(told.events, seat);
      if (line !== null) editor?.follow(line);
      if (line !== null && note !== null) editor?.note({ line, ...note });
    }
  });
}
