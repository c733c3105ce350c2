import { beforeAll, describe, expect, it } from 'vitest';
import { randomStream } from '../../shared/base/random.ts';
import { hideSealed } from '../../shared/battle/index.ts';
import { applyRecord, type Replay, type RoomState } from '../../shared/room/index.ts';
import { longBotMatch, turnsIn } from '../../tests/support/bot-match.ts';
import { factsOf } from './facts.ts';
import { highlightLength } from './marks.ts';
import { momentsOf, type Moment } from './moment.ts';
import { timelineOf, type Timeline } from './timeline.ts';

/** A match of 500 turns and 5,000 keystrokes; made once, as it takes a while. */
let replay: Replay;
let timeline: Timeline;
let at: (time: number) => Moment;

beforeAll(() => {
  replay = longBotMatch(500, 5000);
  const laidOut = timelineOf(replay);
  if (!laidOut.ok) throw new Error(laidOut.refusal.code);
  timeline = laidOut.value;
  at = momentsOf(timeline);
}, 120_000);

describe('R32 seeking in a long match', () => {
  it('is a match of 500 turns with 5,000 keystrokes', () => {
    expect(turnsIn(replay)).toBe(500);
    expect(factsOf(timeline).strokeTimes.length).toBeGreaterThanOrEqual(5000 * 0.9);
  });

  it('any of 50 random moments shows what playing to it shows', () => {
    const random = randomStream('moments', 'seek');
    const times = Array.from({ length: 50 }, () => random.fraction() * timeline.duration);
    // In random order first, so that no answer can lean on the one before.
    const sought = new Map(times.map((time) => [time, at(time)]));
    const beginning = replay.records[0]?.at ?? 0;
    let state: RoomState = replay.start;
    let next = 0;
    for (const time of times.toSorted((a, b) => a - b)) {
      for (const record of replay.records.slice(next)) {
        if (record.at - beginning > time) break;
        state = applyRecord(state, record);
        next += 1;
      }
      const moment = sought.get(time);
      const { walls: _walls, ...battle } = hideSealed(state.battle);
      expect(moment?.battle).toEqual(battle);
      expect(moment?.phase).toEqual(state.phase);
      expect(moment?.turn?.turn ?? 0).toBe(state.battle.turn);
      for (const seat of ['salesforce', 'heroku'] as const) {
        const { text, lockedTo, marks } = state.documents[seat];
        expect(moment?.programs[seat].text).toBe(text);
        expect(moment?.programs[seat].facts).toMatchObject({ lockedTo, marks });
      }
    }
  });

  it('folds no more at the end than at the start', () => {
    const { checkpoints, times } = timeline;
    expect(checkpoints.length).toBe(Math.ceil(times.length / 50));
  });

  it('cuts a highlight of 20 seconds out of it', () => {
    const { highlight, duration } = factsOf(timeline);
    expect(highlight.to - highlight.from).toBe(highlightLength);
    expect(highlight.from).toBeGreaterThanOrEqual(0);
    expect(highlight.to).toBeLessThanOrEqual(duration);
  });

  it('points in the graph are those of the battle after each turn', () => {
    const { points } = factsOf(timeline);
    for (const [i, turn] of points.turns.entries()) {
      if (i === 0 || i > 500) continue;
      expect(points.points.heroku[i]).toBe(timeline.turns[turn - 1]?.after.figures.heroku.points);
    }
  });
});
