import { seats, type Milliseconds, type Timestamp } from '../../base/ids.ts';
import { ok, refused } from '../../base/result.ts';
import {
  knowSealed,
  outcomeOf,
  playTurn as playOnField,
  type Outcome,
} from '../../battle/index.ts';
import { applyEntry, stepsToPlay } from '../apply.ts';
import type { CommandOf } from '../commands.ts';
import type { Entry, Revealed } from '../entries.ts';
import { seatsOf, type RoomState } from '../state.ts';
import type { Decision } from './decision.ts';
import { readStep } from './writing.ts';

/** R11: anyone with a seat may start, alone too. */
export function start(state: RoomState, command: CommandOf<'start'>, now: Timestamp): Decision {
  if (state.phase.kind !== 'entry') return refused('not-in-entry');
  if (seatsOf(state, command.by).length === 0) return refused('no-seat');
  return ok([
    { kind: 'coding started', match: command.match, endsAt: now + state.settings.codingTime },
  ]);
}

/** R12: when both owners are ready, coding ends at once. An empty seat needs no word. */
export function ready(
  state: RoomState,
  command: CommandOf<'ready'>,
  now: Timestamp,
  shout: Milliseconds,
): Decision {
  if (state.phase.kind !== 'coding') return refused('not-in-coding');
  const mine = seatsOf(state, command.by);
  if (mine.length === 0) return refused('no-seat');
  const already = state.phase.ready;
  const news = mine.filter((seat) => !already[seat]);
  const everybody = seats.every(
    (seat) => already[seat] || mine.includes(seat) || state.seats[seat] === null,
  );
  return ok([
    ...news.map((seat): Entry => ({ kind: 'seat ready', seat })),
    ...(everybody ? [runningStarted(now, shout)] : []),
  ]);
}

/** R12: whoever was ready may take it back while the other one writes. */
export function notReady(state: RoomState, command: CommandOf<'not ready'>): Decision {
  if (state.phase.kind !== 'coding') return refused('not-in-coding');
  const { ready: already } = state.phase;
  const mine = seatsOf(state, command.by);
  if (mine.length === 0) return refused('no-seat');
  return ok(
    mine.filter((seat) => already[seat]).map((seat): Entry => ({ kind: 'seat not ready', seat })),
  );
}

/** R12, R13: coding time is over. */
export function endCoding(state: RoomState, now: Timestamp, shout: Milliseconds): Decision {
  if (state.phase.kind !== 'coding') return refused('not-in-coding');
  if (now < state.phase.endsAt) return refused('too-early');
  return ok([runningStarted(now, shout)]);
}

/** R13: one turn of everybody at once. Seats that said nothing in time do what the referee read. */
export function playTurn(
  state: RoomState,
  command: CommandOf<'play turn'>,
  now: Timestamp,
): Decision {
  if (state.phase.kind !== 'running') return refused('not-running');
  const turn = state.battle.turn + 1;
  if (command.turn !== turn) return refused('wrong-turn', { turn });
  if (now < state.phase.dueAt) return refused('too-early');
  const read: Entry[] = [];
  for (const seat of seats) {
    if (state.nextSteps[seat] !== null) continue;
    const refereed = command.refereed[seat];
    if (refereed === null) throw new Error(`the referee owes a step of ${seat}`);
    const entries = readStep(state, seat, turn, refereed, null);
    if (entries === null) return refused('stale-step');
    read.push(...entries);
  }
  const readAll = read.reduce((current, entry) => applyEntry(current, entry, now), state);
  const steps = stepsToPlay(readAll);
  const { battle, events } = playOnField(knowingAll(readAll), {
    salesforce: steps.salesforce.action,
    heroku: steps.heroku.action,
  });
  const revealed = events.flatMap((event): Revealed[] =>
    event.kind === 'collected' && event.sealed ? [{ at: event.at, points: event.points }] : [],
  );
  const outcome = outcomeOf(battle);
  return ok([
    ...read,
    { kind: 'turn played', turn, revealed, dueAt: nextDue(state.phase.dueAt, state, now) },
    ...(outcome === null ? [] : [matchEnded(state, outcome)]),
  ]);
}

/** The entry that ends the match of this room. */
export function matchEnded(state: RoomState, outcome: Outcome): Entry {
  if (state.match === null) throw new Error('no match to end');
  return { kind: 'match ended', match: state.match, outcome, secret: secretOf(state) };
}

function runningStarted(now: Timestamp, shout: Milliseconds): Entry {
  return { kind: 'running started', dueAt: now + shout };
}

/**
 * Turns follow each other at the turn time, reckoned from when they were due, so that small delays
 * do not add up. After a real standstill the pace begins anew instead of hurrying.
 */
function nextDue(due: Timestamp, state: RoomState, now: Timestamp): Timestamp {
  const { turnTime } = state.settings;
  return now - due < turnTime ? due + turnTime : now + turnTime;
}

function knowingAll(state: RoomState): RoomState['battle'] {
  return knowSealed(state.battle, state.field, secretOf(state).sealed);
}

function secretOf(state: RoomState): NonNullable<RoomState['secret']> {
  if (state.secret === null) throw new Error('only the authority decides, and it knows the secret');
  return state.secret;
}
