import { seats, type Milliseconds, type Seat } from '../../shared/base/ids.ts';
import { authorityClient } from '../../shared/room/index.ts';
import { changedFrom } from './caret.ts';
import { pointsAfter, type Timeline, type TurnMark } from './timeline.ts';

/** What can be jumped to, the weightiest first. */
export const markKinds = ['fall', 'caught', 'push', 'gold', 'error', 'late'] as const;

export type MarkKind = (typeof markKinds)[number];

/** Something worth looking at, at the turn in which it came to pass. */
export interface Mark {
  readonly kind: MarkKind;
  readonly seat: Seat;
  readonly turn: number;
  readonly at: Milliseconds;
  /** Points of gold; 0 for everything else. */
  readonly points: number;
}

/** A stretch of a match. */
export interface Stretch {
  readonly from: Milliseconds;
  readonly to: Milliseconds;
}

/** Length of the highlight cut. */
export const highlightLength: Milliseconds = 20_000;

/**
 * What a thing is worth in the highlight cut beside the swing of points it makes: whoever is out
 * decides a match, two who meet are a scene, and a line changed in the last moment is the game's own.
 */
const worth = {
  fall: 60,
  caught: 60,
  push: 15,
  gold: 0,
  error: 8,
  late: 12,
} as const satisfies Record<MarkKind, number>;

/** All marks of a match in the order of their turns. */
export function marksOf(timeline: Timeline): Mark[] {
  const late = lateEdits(timeline);
  return timeline.turns.flatMap((turn) => [
    ...eventMarks(turn),
    ...seats.flatMap((seat) => [
      ...(turn.erred[seat] ? [mark('error', seat, turn)] : []),
      ...(late.has(`${seat} ${turn.turn}`) ? [mark('late', seat, turn)] : []),
    ]),
  ]);
}

/**
 * The 20 seconds with the biggest swings: the window that begins shortly before a turn and in which
 * points change hands the most, counting falls, bites, meetings and late edits as well. Of equals the
 * first. A match without turns shows its end.
 */
export function highlightOf(timeline: Timeline, marks: readonly Mark[]): Stretch {
  const { turns, duration, replay } = timeline;
  const length = Math.min(highlightLength, duration);
  const worths = worthByTurn(marks);
  const values = turns.map((turn, index) => ({
    at: turn.at,
    value: swing(turn, turns[index - 1]) + (worths.get(turn.turn) ?? 0),
  }));
  const lead = Math.min(replay.start.settings.turnTime, 1500);
  let best: { readonly from: Milliseconds; readonly value: number } | null = null;
  let [sum, end] = [0, 0];
  for (const [index, { at }] of values.entries()) {
    const from = Math.max(0, Math.min(at - lead, duration - length));
    for (; end < values.length && (values[end]?.at ?? 0) < from + length; end++) {
      sum += values[end]?.value ?? 0;
    }
    if (best === null || sum > best.value) best = { from, value: sum };
    sum -= values[index]?.value ?? 0;
  }
  const from = best?.from ?? duration - length;
  return { from, to: from + length };
}

/** How much a turn moved the difference of points. */
function swing(turn: TurnMark, before: TurnMark | undefined): number {
  const lead = (of: TurnMark | undefined): number => {
    if (of === undefined) return 0;
    const { salesforce, heroku } = pointsAfter(of);
    return salesforce - heroku;
  };
  return Math.abs(lead(turn) - lead(before));
}

function worthByTurn(marks: readonly Mark[]): Map<number, number> {
  const worths = new Map<number, number>();
  for (const { kind, turn } of marks) worths.set(turn, (worths.get(turn) ?? 0) + worth[kind]);
  return worths;
}

function eventMarks(turn: TurnMark): Mark[] {
  return turn.events.flatMap((event): Mark[] => {
    if (event.kind === 'fell') return [mark('fall', event.seat, turn)];
    if (event.kind === 'caught') return [mark('caught', event.seat, turn)];
    if (event.kind === 'collected') {
      return [{ ...mark('gold', event.seat, turn), points: event.points }];
    }
    // Both are pushed in one meeting, which is one thing to look at.
    const met = event.kind === 'pushed back' && event.seat === 'salesforce';
    return met ? [mark('push', event.seat, turn)] : [];
  });
}

function mark(kind: MarkKind, seat: Seat, { turn, at }: TurnMark): Mark {
  return { kind, seat, turn, at, points: 0 };
}

/**
 * Turns whose lines were changed when they were all but read: an edit after the run began, less than
 * a turn's time before the turn that read it. Keys are seat and turn.
 */
function lateEdits({ turns, keystrokes, runAt, replay }: Timeline): Set<string> {
  const found = new Set<string>();
  const { turnTime } = replay.start.settings;
  for (const seat of seats) {
    let next = 0;
    for (const { at, clientId, changes } of keystrokes[seat]) {
      if (at < runAt || clientId === authorityClient) continue;
      while (next < turns.length && (turns[next]?.at ?? 0) < at) next += 1;
      const turn = turns[next];
      if (turn === undefined || turn.at - at > turnTime) continue;
      const readBefore = turns[next - 1]?.readTo[seat] ?? 0;
      const from = changedFrom(changes);
      if (from >= readBefore && from < turn.readTo[seat]) found.add(`${seat} ${turn.turn}`);
    }
  }
  return found;
}
