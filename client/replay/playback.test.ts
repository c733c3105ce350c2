import { describe, expect, it } from 'vitest';
import { advance, beginPlayback, seek, toggle } from './playback.ts';

const playing = toggle(beginPlayback(1000));

describe('R32 playing a replay', () => {
  it('stands still until it is played, and while it is paused', () => {
    expect(advance(beginPlayback(1000), 300).time).toBe(0);
    expect(advance(toggle(playing), 300).time).toBe(0);
  });

  it.each([
    [0.5, 50],
    [1, 100],
    [2, 200],
    [4, 400],
    [8, 800],
  ] as const)('at %d× a tenth of a second is %d ms of the match', (speed, time) => {
    expect(advance({ ...playing, speed }, 100).time).toBe(time);
  });

  it('stops at its end and plays from the start again', () => {
    const over = advance(playing, 5000);
    expect(over).toMatchObject({ time: 1000, playing: false });
    expect(toggle(over)).toMatchObject({ time: 0, playing: true });
  });

  it('is moved within the match only', () => {
    expect(seek(playing, -5).time).toBe(0);
    expect(seek(playing, 5000).time).toBe(1000);
    expect(seek(playing, 400)).toMatchObject({ time: 400, playing: true });
  });
});
