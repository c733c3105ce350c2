import { describe, expect, it } from 'vitest';
import { boardText, parseBoard } from '../../../shared/battle/index.ts';
import { walkAlone } from '../../../shared/program/index.ts';
import { anna, RoomStory } from '../../../shared/room/testing/story.ts';
import { bugWalk, trialBattle } from '../../runner/index.ts';
import { expectedEnd } from './cell-writing.ts';
import { bugFrames, walkFrames } from './trial-frames.ts';

const field = parseBoard('S 2 # ?\n. . . .\n. > . H');

function walked(text: string): ReturnType<typeof walkFrames> {
  return walkFrames(field, 'salesforce', walkAlone(text, 'salesforce', field, 20));
}

describe('R31 a trial of a program', () => {
  it('walks, takes gold, bumps; rival and bug stay where they are', () => {
    const frames = walked('p.right(2)\np.down()\n');
    expect(frames.map(({ events }) => events.map(({ kind }) => kind))).toEqual([
      ['moved', 'collected'],
      ['bumped'],
      ['moved'],
    ]);
    const end = frames.at(-1)?.after;
    expect(end && boardText(end).split('\n').slice(1).join('\n')).toBe('. . # ?\n. S . .\n. > . H');
    expect(end?.figures.salesforce.points).toBe(20);
  });

  it('drops the character at the edge and ends there', () => {
    const frames = walked('p.up()\np.right()\n');
    expect(frames).toHaveLength(1);
    expect(frames[0]?.events).toEqual([
      { kind: 'fell', seat: 'salesforce', from: { x: 0, y: 0 }, direction: 'up' },
    ]);
    expect(frames[0]?.after.figures.salesforce.out).toBe('fallen');
  });

  it('R9 takes sealed gold away without telling its points', () => {
    const sealed = parseBoard('S ? .\n. . .\n> . H');
    const walk = walkAlone('p.right()\n', 'salesforce', sealed, 20);
    const [frame] = walkFrames(sealed, 'salesforce', walk);
    expect(frame?.events.map(({ kind }) => kind)).toEqual(['moved']);
    expect(frame?.after.gold).toEqual([]);
  });

  it('marks the step that was an error', () => {
    expect(walked('p.lefft()\np.right()\n').map(({ erred }) => erred)).toEqual([true, false]);
  });

  it('each picture begins where the one before it ended', () => {
    const frames = walked('p.right()\np.down()\np.left()\n');
    for (const [index, frame] of frames.entries()) {
      expect(frame.before).toBe(index === 0 ? field : frames[index - 1]?.after);
    }
  });
});

it('R31 the bug shows its way alone, a step for each turn', () => {
  const { state } = new RoomStory().set({ turns: 7 });
  const frames = bugFrames(trialBattle(state), bugWalk(state));
  expect(frames).toHaveLength(7);
  expect(frames.at(-1)?.after.bug).toEqual(bugWalk(state).at(-1));
  expect(frames.at(-1)?.after.figures).toEqual(state.battle.figures);
});

describe('R22 where the way to a clicked cell begins', () => {
  it('at the end of the program as it stands', () => {
    const { state } = new RoomStory().set({ walls: 0 }).sits(anna, 'salesforce').starts();
    const { x, y } = state.battle.figures.salesforce.at;
    const away = x > 3 ? 'left' : 'right';
    const walk = walkAlone(
      `${state.documents.salesforce.text}p.${away}(2)\n`,
      'salesforce',
      state.battle,
      30,
    );
    expect(expectedEnd(state, 'salesforce', walk)).toEqual({ x: x > 3 ? x - 2 : x + 2, y });
  });

  it('in a match, off by as much as the figure was pushed off its way', () => {
    const { state } = new RoomStory().set({ walls: 0, width: 9, height: 9 });
    const at = { x: 4, y: 4 };
    const figures = { ...state.battle.figures, salesforce: { at, points: 0, out: null } };
    const moved = { ...state, battle: { ...state.battle, turn: 1, figures } };
    const cells = [
      { x: 2, y: 4 },
      { x: 3, y: 4 },
      { x: 3, y: 5 },
    ];
    expect(expectedEnd(moved, 'salesforce', { steps: [], cells, end: 'finished' })).toEqual({
      x: 4,
      y: 5,
    });
  });
});
