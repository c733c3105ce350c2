import { describe, expect, it } from 'vitest';
import { perSeat } from '../../shared/base/ids.ts';
import type { RoomState } from '../../shared/room/index.ts';
import { replayOf, type Replay } from '../../shared/room/replay.ts';
import { anna, ben, RoomStory } from '../../shared/room/testing/story.ts';
import { factsOf } from './facts.ts';
import { stepFrom } from './steps.ts';
import { stepsUntil, roomAt, tail, timelineOf, turnAt, type Timeline } from './timeline.ts';

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

/** A room without what is kept for those who answer late: former texts, by records. */
function lasting(room: RoomState): unknown {
  const documents = perSeat((seat) => ({ ...room.documents[seat], earlier: [] }));
  return { ...room, documents, secret: null };
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
      const count = stepsUntil(timeline, time);
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
  });

  it('a turn belongs to the moment it was passed, not to the one before', () => {
    const [first, second] = timeline.turns;
    if (first === undefined || second === undefined) throw new Error('no turns');
    expect(turnAt(timeline, first.at - 1)).toBeNull();
    expect(turnAt(timeline, first.at)).toBe(first);
    expect(turnAt(timeline, second.at - 1)).toBe(first);
    expect(turnAt(timeline, timeline.duration)).toBe(timeline.turns.at(-1));
  });

  it('steps by turns, forth and back, and stops at both ends', () => {
    const facts = factsOf(timeline);
    const walk = (from: number, by: -1 | 1): number[] => {
      const passed = [from];
      for (let time = stepFrom(facts, from, 'turn', by); time !== passed.at(-1);) {
        passed.push(time);
        time = stepFrom(facts, time, 'turn', by);
      }
      return passed;
    };
    const moments = [0, timeline.runAt, ...timeline.turns.map(({ at }) => at), timeline.duration];
    expect(walk(0, 1)).toEqual(moments);
    expect(walk(timeline.duration, -1)).toEqual(moments.toReversed());
  });

  it('steps by keystrokes of both programs', () => {
    const facts = factsOf(timeline);
    const first = stepFrom(facts, 0, 'stroke', 1);
    expect(roomAt(timeline, first).documents.heroku.text).toMatch(/\np$/);
    const second = stepFrom(facts, first, 'stroke', 1);
    expect(roomAt(timeline, second).documents.heroku.text).toMatch(/\np\.$/);
    expect(stepFrom(facts, second, 'stroke', -1)).toBe(first);
    expect(stepFrom(facts, first, 'stroke', -1)).toBe(0);
  });

  it('letters that came in one record are shown one by one, none before what came before them', () => {
    const typing = new RoomStory().sits(anna, 'salesforce').sits(ben, 'heroku').starts();
    const types = (letters: string): void => {
      const { text, epoch, version } = typing.state.documents.heroku;
      const updates = Array.from(letters, (letter, i) => ({
        clientId: 'a slow line',
        changes: [text.length + i, [0, letter]] as const,
      }));
      typing.does({ kind: 'edit', by: ben.id, seat: 'heroku', epoch, version, updates });
    };
    typing.now += 1000;
    types('p.up');
    typing.now += 20;
    types('();');
    const slow = laidOut(replayed(typing.codingEnds().turns()));
    const typed = (time: number): string => {
      const { text } = roomAt(slow, time).documents.heroku;
      return text.slice(text.indexOf('\n') + 1);
    };
    const facts = factsOf(slow);
    const seen: string[] = [];
    let time = 0;
    for (let i = 0; i < 7; i++) {
      time = stepFrom(facts, time, 'stroke', 1);
      seen.push(typed(time));
    }
    expect(seen).toEqual(['p', 'p.', 'p.u', 'p.up', 'p.up(', 'p.up()', 'p.up();']);
    expect(time).toBe(1020);
    expect(typed(1000)).toBe('p.up');
    expect(slow.times).toEqual([...slow.times].sort((a, b) => a - b));
    expect(lasting(roomAt(slow, slow.duration))).toEqual(lasting(typing.state));
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

describe('A17 what does not fold', () => {
  it('is refused with the number of its record', () => {
    const lost = { ...replay, records: replay.records.filter((_record, index) => index !== 4) };
    expect(timelineOf(lost)).toMatchObject({
      refusal: { code: 'replay-inconsistent', details: { record: 5 } },
    });
    const open = { ...replay, records: replay.records.slice(0, -1) };
    expect(timelineOf(open)).toMatchObject({ refusal: { code: 'replay-inconsistent' } });
  });

  it('a clock that stepped back never makes time run back', () => {
    const records = replay.records.map((record, index) =>
      index === 10 ? { ...record, at: record.at - 5000 } : record,
    );
    const { times } = laidOut({ ...replay, records });
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(times[10]).toBe(times[9]);
    expect(laidOut({ ...replay, records }).duration).toBe(timeline.endAt + tail);
  });
});
