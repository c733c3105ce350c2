import { seats, type PerSeat, type Seat } from '../../../shared/base/ids.ts';
import type { BattleEvent, Direction } from '../../../shared/battle/index.ts';
import { seatNames } from '../../i18n/common.ts';
import { language } from '../../i18n/language.ts';
import { say } from '../../i18n/phrase.ts';
import { joints, turns, ways } from '../../i18n/turns.ts';

/**
 * What happened in a turn as one sentence in the viewer's language: first where both went, then what
 * came of it. `erred` says whose program had an error instead of a step (R18, R20).
 */
export function turnSentence(
  turn: number,
  events: readonly BattleEvent[],
  erred: PerSeat<boolean>,
): string {
  const clauses = [
    ...seats.flatMap((seat) => walkClause(events, seat, erred[seat])),
    ...(events.some((event) => event.kind === 'pushed back') ? [say(turns.pushed)] : []),
    ...events.flatMap(outcomeClause),
  ];
  return [say(turns.turn, turn), joined(clauses)].join(language.value === 'ja' ? '' : ' ');
}

function joined(clauses: readonly string[]): string {
  const cries = (clause: string): boolean => /[!！]$/.test(clause);
  return clauses
    .map((clause, index) => {
      if (cries(clause)) return clause + (index < clauses.length - 1 ? say(joints.afterCry) : '');
      return clause + say(index < clauses.length - 1 ? joints.between : joints.end);
    })
    .join('');
}

function walkClause(events: readonly BattleEvent[], seat: Seat, erred: boolean): string[] {
  const name = say(seatNames[seat]);
  if (erred) return [say(turns.erred, name)];
  for (const event of events) {
    if (!('seat' in event) || event.seat !== seat) continue;
    if (event.kind === 'moved') return [say(turns.moved, name, say(ways[wayOf(event)]))];
    if (event.kind === 'waited') return [say(turns.waited, name)];
    if (event.kind === 'bumped') return [say(turns.bumped, name)];
    if (event.kind === 'fell') return [say(turns.fell, name)];
  }
  return [];
}

function outcomeClause(event: BattleEvent): string[] {
  if (event.kind === 'caught') return [say(turns.caught, say(seatNames[event.seat]))];
  if (event.kind !== 'collected') return [];
  const words = event.sealed ? turns.unsealed : turns.collected;
  return [say(words, say(seatNames[event.seat]), event.points)];
}

function wayOf({ from, to }: BattleEvent & { readonly kind: 'moved' }): Direction {
  if (to.x !== from.x) return to.x > from.x ? 'right' : 'left';
  return to.y > from.y ? 'down' : 'up';
}
