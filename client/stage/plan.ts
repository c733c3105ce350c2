import type { PerSeat, Seat } from '../../shared/base/ids.ts';
import { unreachable } from '../../shared/base/result.ts';
import type { Battle, BattleEvent, Cell } from '../../shared/battle/types.ts';
import { directionTo, middleOf, towards, wayOf, type Spot } from './compass.ts';
import type { Act, AnimationPlan, Cue, Span } from './cues.ts';
import { pictureOf } from './picture.ts';

/** When each act has its time: first who moves, then the bug, then what came of it (R24–R28). */
const times = {
  walk: { start: 0, end: 0.44 },
  bump: { start: 0, end: 0.62 },
  wait: { start: 0, end: 0.8 },
  scratch: { start: 0, end: 0.95 },
  'step over': { start: 0, end: 0.24 },
  'grab edge': { start: 0.24, end: 0.56 },
  drop: { start: 0.56, end: 0.98 },
  'bug turn': { start: 0.12, end: 0.22 },
  'bug walk': { start: 0.22, end: 0.54 },
  'bug stuck': { start: 0.22, end: 0.6 },
  'run up': { start: 0, end: 0.34 },
  starburst: { start: 0.34, end: 0.74 },
  'thrown back': { start: 0.34, end: 0.72 },
  bite: { start: 0.55, end: 0.97 },
  'late bite': { start: 0.73, end: 0.98 },
  'take gold': { start: 0.46, end: 0.96 },
  'late take': { start: 0.73, end: 0.99 },
} as const satisfies Readonly<Record<string, Span>>;

/** How far from the middle of their meeting two who push each other stop, in cells. */
const arm = 0.3;

/**
 * The motion of one turn, from the world before it, what happened (R24–R28) and the world after.
 * `scratching` names the seats whose waiting was caused by an error of their program (R18, R20).
 */
export function planTurn(
  before: Battle,
  events: readonly BattleEvent[],
  after: Battle,
  scratching?: Partial<PerSeat<boolean>>,
): AnimationPlan {
  const meeting = meetingOf(before, events);
  const cues = events.flatMap((event, i) =>
    cuesFor(event, { before, past: events.slice(0, i), meeting, scratching }),
  );
  return {
    start: pictureOf(before),
    cues: cues.sort((a, b) => a.start - b.start),
    end: pictureOf(after),
    width: before.width,
  };
}

interface Setting {
  readonly before: Battle;
  /** What happened earlier in the turn. */
  readonly past: readonly BattleEvent[];
  readonly meeting: Meeting | null;
  readonly scratching: Partial<PerSeat<boolean>> | undefined;
}

/** Where two run into each other: the middle, and where each of them stops. */
interface Meeting {
  readonly middle: Spot;
  readonly stops: PerSeat<Spot>;
}

function cuesFor(event: BattleEvent, setting: Setting): Cue[] {
  switch (event.kind) {
    case 'moved':
      return setting.meeting
        ? [cue('run up', { ...runUp(event.seat, event.from, setting.meeting) })]
        : [cue('walk', { kind: 'walk', seat: event.seat, from: event.from, to: event.to })];
    case 'waited':
      return setting.meeting ? [] : [waiting(event.seat, setting)];
    case 'bumped':
      return [cue('bump', { ...event, kind: 'bump' })];
    case 'fell':
      return (['step over', 'grab edge', 'drop'] as const).map((kind) =>
        cue(kind, { kind, seat: event.seat, from: event.from, direction: event.direction }),
      );
    case 'bug moved':
      return [
        ...turning(setting.before, event.facing),
        cue('bug walk', {
          kind: 'bug walk',
          from: event.from,
          to: event.to,
          facing: event.facing,
        }),
      ];
    case 'bug stuck':
      return [
        ...turning(setting.before, event.facing),
        cue('bug stuck', { kind: 'bug stuck', facing: event.facing }),
      ];
    case 'caught':
      return [
        cue(isPushed(setting.past) ? 'late bite' : 'bite', {
          kind: 'bite',
          seat: event.seat,
          from: bugAfter(setting),
          at: event.at,
        }),
      ];
    case 'pushed back':
      return pushed(event.seat, event.to, setting);
    case 'collected':
      return [
        cue(isPushed(setting.past) ? 'late take' : 'take gold', {
          kind: 'take gold',
          seat: event.seat,
          at: event.at,
          points: event.points,
        }),
      ];
    default:
      return unreachable(event);
  }
}

function cue(time: keyof typeof times, act: Act): Cue {
  return { ...act, ...times[time] };
}

/** One who only stands there and is run into takes no breath of their own. */
function waiting(seat: Seat, { scratching }: Setting): Cue {
  return scratching?.[seat]
    ? cue('scratch', { kind: 'scratch', seat })
    : cue('wait', { kind: 'wait', seat });
}

function turning(before: Battle, facing: Battle['bug']['facing']): Cue[] {
  const from = before.bug.facing;
  return from === facing ? [] : [cue('bug turn', { kind: 'bug turn', from, to: facing })];
}

function runUp(seat: Seat, from: Cell, meeting: Meeting): Act {
  return { kind: 'run up', seat, from, spot: meeting.stops[seat] };
}

function pushed(seat: Seat, to: Cell, { past, meeting }: Setting): Cue[] {
  if (!meeting) return [];
  const thrown = cue('thrown back', { kind: 'thrown back', seat, from: meeting.stops[seat], to });
  // One starburst for the two of them.
  return isPushed(past)
    ? [thrown]
    : [cue('starburst', { kind: 'starburst', at: meeting.middle }), thrown];
}

function isPushed(past: readonly BattleEvent[]): boolean {
  return past.some(({ kind }) => kind === 'pushed back');
}

function bugAfter({ before, past }: Setting): Cell {
  const move = past.find((event) => event.kind === 'bug moved');
  return move ? move.to : before.bug.at;
}

function meetingOf(before: Battle, events: readonly BattleEvent[]): Meeting | null {
  if (!isPushed(events)) return null;
  const goalOf = (seat: Seat): Spot => {
    const move = events.find((event) => event.kind === 'moved' && event.seat === seat);
    return middleOf(move?.kind === 'moved' ? move.to : before.figures[seat].at);
  };
  // In one cell this is its middle, for two who change places the line between them.
  const middle = towards(goalOf('salesforce'), goalOf('heroku'), 0.5);
  const stopOf = (seat: Seat): Spot => {
    const start = middleOf(before.figures[seat].at);
    const own = directionTo(middle, start);
    return own ? beside(middle, wayOf(own)) : start;
  };
  return { middle, stops: { salesforce: stopOf('salesforce'), heroku: stopOf('heroku') } };
}

function beside(middle: Spot, way: Spot): Spot {
  return { x: middle.x + way.x * arm, y: middle.y + way.y * arm };
}
