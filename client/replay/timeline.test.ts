import { describe, expect, it } from 'vitest';
import { replayOf, type Replay } from '../../shared/room/replay.ts';
import { anna, ben, RoomStory } from '../../shared/room/testing/story.ts';
import { readReplay } from './read-replay.ts';
import {
  nextMoment,
  previousMoment,
  recordsUntil,
  roomAt,
  timelineOf,
  turnsBetween,
  type Timeline,
} from './timeline.ts';

/** A match of some turns, typed letter by letter, with a second between the letters. */
function playedStory(): RoomStory {
  const story = new RoomStory().sits(anna, 'salesforce').sits(ben, 'heroku');
  story.set({ turns: 6, turnTime: 700, walls: 0 }).starts();
  for (const letter of 'p.wait(2)\np.lefft()\np.wait()\n') {
    story.now += 250;
    story.types(ben, 'heroku', letter);
  }
  for (let press = 0; press < 60; press++) {
    story.now += 50;
    story.types(anna, 'salesforce', press === 59 ? 'p.wait()\n' : ' ');
  }
  return story.codingEnds().turns();
}

function replayed(story: RoomStory): Replay {
  const replay = replayOf(null, story.records);
  if (replay === null) throw new Error('no finished match');
  return replay;
}

function laidOut(replay: Replay): Timeline {
  const timeline = timelineOf(replay);
  if (!timeline.ok) throw new Error(timeline.refusal.code);
  return timeline.value;
}

const story = playedStory();
const replay = replayed(story);
const timeline = laidOut(replay);
const beginning = replay.records[0]?.at ?? 0;

describe('R32 a match along its time', () => {
  it('ends in the very room the match ended in', () => {
    const end = roomAt(timeline, timeline.duration);
    expect({ ...end, secret: null }).toEqual({ ...story.state, secret: null });
  });

  it('shows at any record what folding all records up to it shows', () => {
    for (const [index, record] of replay.records.entries()) {
      const time = record.at - beginning;
      const count = recordsUntil(timeline, time);
      expect(count).toBeGreaterThan(index);
      expect(roomAt(timeline, time).seq).toBe(replay.records[count - 1]?.seq);
    }
  });

  it('shows both programs as they were typed', () => {
    const typed = (time: number): string => {
      const { text } = roomAt(timeline, time).documents.heroku;
      return text.slice(text.indexOf('\n') + 1);
    };
    expect(typed(0)).toBe('');
    expect(typed(249)).toBe('');
    expect(typed(250)).toBe('p');
    expect(typed(1250)).toBe('p.wai');
  });

  it('finds each turn once, with what it did and whose program erred', () => {
    expect(timeline.turns.map(({ turn }) => turn)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(timeline.turns.map(({ erred }) => erred.heroku)).toEqual([
      false,
      false,
      true,
      false,
      false,
      false,
    ]);
    for (const { after, turn } of timeline.turns) {
      expect(after.turn).toBe(turn);
    }
    expect(turnsBetween(timeline, -1, timeline.duration)).toHaveLength(6);
  });

  it('a turn belongs to the moment it was passed, not to the one before', () => {
    const [first] = timeline.turns;
    if (first === undefined) throw new Error('no turns');
    expect(turnsBetween(timeline, 0, first.at - 1)).toEqual([]);
    expect(turnsBetween(timeline, first.at - 1, first.at)).toEqual([first]);
    expect(turnsBetween(timeline, first.at, first.at + 1)).toEqual([]);
  });

  it('steps by turns, forth and back, and stops at both ends', () => {
    const forth = [0];
    while ((forth.at(-1) ?? 0) < timeline.duration) {
      forth.push(nextMoment(timeline, forth.at(-1) ?? 0));
    }
    expect(forth).toEqual([
      0,
      timeline.runAt,
      ...timeline.turns.map(({ at }) => at),
      timeline.duration,
    ]);
    expect(nextMoment(timeline, timeline.duration)).toBe(timeline.duration);
    expect(previousMoment(timeline, timeline.duration)).toBe(timeline.turns.at(-1)?.at);
    expect(previousMoment(timeline, 0)).toBe(0);
  });

  it('R3 a match that was given up in coding has no turns and an end', () => {
    const given = new RoomStory().sits(anna, 'salesforce').sits(ben, 'heroku').starts();
    given.now += 5000;
    given.does({ kind: 'leave seat', seat: 'heroku', by: ben.id });
    const short = laidOut(replayed(given));
    expect(short.turns).toEqual([]);
    expect(roomAt(short, short.duration).phase.kind).toBe('result');
  });
});

describe('A17 what does not read as a replay is refused', () => {
  it.each([
    ['no JSON', '{'],
    ['nothing', 'null'],
    ['a list', '[]'],
    ['no records', JSON.stringify({ ...replay, records: [] })],
    ['another format', JSON.stringify({ ...replay, format: 99 })],
    ['a gap', JSON.stringify({ ...replay, records: replay.records.toSpliced(3, 1) })],
    ['no start', JSON.stringify({ ...replay, start: {} })],
    ['records of something else', JSON.stringify({ ...replay, records: [{ seq: 1 }] })],
  ])('%s', (_name, text) => {
    expect(readReplay(text)).toMatchObject({ ok: false, refusal: { code: 'replay-broken' } });
  });

  it('the stored form reads as it was', () => {
    const read = readReplay(JSON.stringify(replay));
    expect(read.ok && read.value.turns).toEqual(timeline.turns);
  });
});
