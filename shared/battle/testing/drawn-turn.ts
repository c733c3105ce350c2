import { expect } from 'vitest';
import type { Seat } from '../../base/ids.ts';
import { boardText, parseBoard } from '../board.ts';
import { outcomeOf } from '../outcome.ts';
import { playTurn, type TurnActions } from '../turn.ts';
import type { BattleEvent } from '../types.ts';

const letters = { salesforce: 'S', heroku: 'H' } as const satisfies Record<Seat, string>;

/** Plays one turn on a drawn board; who is not told to do anything waits. */
export function play(before: string, actions: Partial<TurnActions>) {
  const { battle, events } = playTurn(parseBoard(before), {
    salesforce: 'wait',
    heroku: 'wait',
    ...actions,
  });
  return { battle, events, story: events.map(told), outcome: outcomeOf(battle) };
}

/** Plays one turn and expects the board drawn after it. */
export function expectTurn(before: string, actions: Partial<TurnActions>, after: string) {
  const played = play(before, actions);
  expect(boardText(played.battle)).toBe(boardText(parseBoard(after)));
  return played;
}

/** Who and what, without the places. */
function told(event: BattleEvent): string {
  return 'seat' in event ? `${letters[event.seat]} ${event.kind}` : event.kind;
}
