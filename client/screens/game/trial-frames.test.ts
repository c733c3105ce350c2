import { describe, expect, it } from 'vitest';
import { boardText, parseBoard } from '../../../shared/battle/index.ts';
import { walkAlone } from '../../../shared/program/index.ts';
import { RoomStory } from '../../../shared/room/testing/story.ts';
import { bugWalk, trialBattle } from '../../runner/index.ts';
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
