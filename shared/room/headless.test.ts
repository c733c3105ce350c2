import { describe, expect, it } from 'vitest';
import type { MatchId, RoomName } from '../base/ids.ts';
import { defaultSettings, parseBoard, boardText } from '../battle/index.ts';
import { applyRecord } from './apply.ts';
import { playHeadless, type HeadlessSetup } from './headless.ts';
import { replayOf } from './replay.ts';
import type { RoomState } from './state.ts';
import { anna, RoomStory } from './testing/story.ts';

const wanderer = `let n = 0;
const free = () => ['up', 'down', 'left', 'right'].filter((way) => p.look(way) === 'empty');
while (turn.now <= turn.last) {
  const ways = free();
  if (ways.length === 0) p.wait();
  else n += p[ways[Math.floor(Math.random() * ways.length)]]();
  log(n);
}
`;

const setup: HeadlessSetup = {
  room: 'story' as RoomName,
  match: 'match-1' as MatchId,
  settings: { ...defaultSettings, turns: 12 },
  seed: 'field',
  programs: { salesforce: 'p.wait(3)\np.up(', heroku: wanderer },
};

function played(change: Partial<HeadlessSetup> = {}) {
  const match = playHeadless({ ...setup, ...change });
  if (!match.ok) throw new Error(match.refusal.code);
  return match.value;
}

describe('L12 a match without people', () => {
  it('L12 goes as it goes in a room with people and a clock', () => {
    const story = new RoomStory()
      .sits(anna, 'salesforce')
      .sits(anna, 'heroku')
      .set(setup.settings)
      .starts()
      .types(anna, 'salesforce', setup.programs.salesforce)
      .types(anna, 'heroku', setup.programs.heroku)
      .codingEnds()
      .turns();
    const match = played();
    expect(match.turns.map(({ steps }) => steps)).toEqual(
      story.state.turns.map(({ steps }) => steps),
    );
    expect(match.state.battle).toEqual(story.state.battle);
    expect(match.state.phase).toMatchObject({ kind: 'result', outcome: match.outcome });
  });

  it('L5 L12 the same setup gives the same records, another seed others', () => {
    expect(played()).toEqual(played());
    expect(played({ seed: 'other' }).start).not.toEqual(played().start);
  });

  it('L12 tells every turn: steps, errors, log lines, the field', () => {
    const { start, turns, state } = played();
    expect(start.turn).toBe(0);
    expect(turns.map(({ turn }) => turn)).toEqual(turns.map((_, index) => index + 1));
    expect(turns[3]?.steps.salesforce).toMatchObject({
      action: 'wait',
      line: 3,
      error: { code: 'missing-bracket', line: 3 },
    });
    expect(turns.some(({ logs }) => logs.heroku.length > 0)).toBe(true);
    const last = turns.at(-1)?.battle ?? start;
    expect(last).toEqual(state.battle);
    expect(parseBoard(boardText(last))).toEqual(last);
  });

  it('A1 R32 its records are a room and hold a whole replay', () => {
    const { records, state } = played();
    const folded = records.reduce<RoomState | null>(applyRecord, null);
    expect(folded).toEqual(state);
    const replay = replayOf(null, records);
    expect(replay?.match).toBe('match-1');
    expect(replay?.records.at(-1)).toMatchObject({ seq: state.seq });
  });

  it('A17 R7 L6 settings and programs that cannot be are refused by code', () => {
    const refusal = (change: Partial<HeadlessSetup>) => {
      const match = playHeadless({ ...setup, ...change });
      return match.ok ? null : match.refusal;
    };
    expect(refusal({ settings: { ...defaultSettings, width: 2 } })).toMatchObject({
      code: 'settings-refused',
      details: { field: 'width', min: 3, max: 64 },
    });
    const heroku = 'x'.repeat(20_000);
    expect(refusal({ programs: { salesforce: '', heroku } })?.code).toBe('program-too-long');
  });
});
