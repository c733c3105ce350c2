import {
  perSeat,
  seats,
  type Milliseconds,
  type PerSeat,
  type Seat,
} from '../../shared/base/ids.ts';
import type { BattleEvent, Cell, Outcome, Settings } from '../../shared/battle/index.ts';
import {
  authorityClient,
  summaryOf,
  type MatchSummary,
  type ReviewNote,
  type TalkLine,
} from '../../shared/room/index.ts';
import { highlightOf, marksOf, type Mark, type Stretch } from './marks.ts';
import {
  pointsSeries,
  quietStretches,
  typingSeries,
  type PointsSeries,
  type TypingSeries,
} from './series.ts';
import type { Timeline } from './timeline.ts';

/** What was said, at its time of the replay. */
export interface SpokenLine extends Omit<TalkLine, 'at'> {
  readonly at: Milliseconds;
}

/** A piece of sealed gold with what it turned out to be worth. */
export interface SealedPiece {
  readonly at: Cell;
  readonly points: number;
}

/** What came of a line in a turn beside a plain step. */
export interface LineOutcome {
  readonly at: Milliseconds;
  readonly line: number;
  readonly events: readonly BattleEvent[];
}

/** Everything a theatre knows of a match before it is played; small, however long the match is. */
export interface ReplayFacts {
  readonly summary: MatchSummary;
  readonly settings: Settings;
  readonly walls: readonly Cell[];
  readonly duration: Milliseconds;
  readonly runAt: Milliseconds;
  readonly endAt: Milliseconds;
  readonly outcome: Outcome;
  readonly marks: readonly Mark[];
  readonly highlight: Stretch;
  readonly quiet: readonly Stretch[];
  readonly points: PointsSeries;
  readonly typing: TypingSeries;
  /** When each turn was played. */
  readonly turnTimes: Float64Array;
  /** When each edit came, of both. */
  readonly strokeTimes: Float64Array;
  readonly talk: readonly SpokenLine[];
  readonly sealed: readonly SealedPiece[];
  readonly lineOutcomes: PerSeat<readonly LineOutcome[]>;
  /** Notes that came with a file. */
  readonly notes: readonly ReviewNote[];
}

/** Gathers the facts of a laid out match. */
export function factsOf(timeline: Timeline): ReplayFacts {
  const { replay, duration, runAt, endAt, turns, keystrokes } = timeline;
  const { start, records, talk, notes = [] } = replay;
  const summary = summaryOf(replay);
  const marks = marksOf(timeline);
  const beginning = records[0]?.at ?? 0;
  const strokes = seats.flatMap((seat) =>
    keystrokes[seat].flatMap(({ at, clientId }) => (clientId === authorityClient ? [] : [at])),
  );
  return {
    summary,
    settings: start.settings,
    walls: start.field.walls,
    duration,
    runAt,
    endAt,
    outcome: summary.outcome,
    marks,
    highlight: highlightOf(timeline, marks),
    quiet: quietStretches(timeline),
    points: pointsSeries(timeline),
    typing: typingSeries(timeline),
    turnTimes: Float64Array.from(turns, ({ at }) => at),
    strokeTimes: Float64Array.from(strokes).sort(),
    talk: talk.map(({ at, from, name, seat, lane, text }) => ({
      at: at - beginning,
      from,
      name,
      seat,
      lane,
      text,
    })),
    sealed: sealedOf(timeline),
    lineOutcomes: perSeat((seat) => lineOutcomes(timeline, seat)),
    notes,
  };
}

function sealedOf({ replay }: Timeline): SealedPiece[] {
  const places = replay.start.field.gold.filter(({ sealed }) => sealed);
  const ended = replay.records.at(-1)?.entries.find((entry) => entry.kind === 'match ended');
  const values = ended?.kind === 'match ended' ? ended.secret.sealed : [];
  return places.flatMap(({ at }, index) => {
    const points = values[index];
    return points === undefined ? [] : [{ at, points }];
  });
}

function lineOutcomes({ turns }: Timeline, seat: Seat): LineOutcome[] {
  return turns.flatMap(({ at, lines, events }) => {
    const line = lines[seat];
    const own = events.filter(
      (event) =>
        'seat' in event && event.seat === seat && event.kind !== 'moved' && event.kind !== 'waited',
    );
    return line === null || own.length === 0 ? [] : [{ at, line, events: own }];
  });
}
