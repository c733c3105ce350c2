import { describe, expect, it } from 'vitest';
import {
  advance,
  afterwards,
  beginPlayback,
  otherSpeed,
  playingTime,
  playStretch,
  quietLength,
  seek,
  toggle,
} from './playback.ts';

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

  it('plays a stretch by itself and stops at its end; moved elsewhere it plays on', () => {
    const stretch = playStretch(beginPlayback(1000), { from: 300, to: 500 });
    expect(stretch).toMatchObject({ time: 300, playing: true });
    expect(advance(stretch, 100)).toMatchObject({ time: 400, playing: true });
    const over = advance(stretch, 250);
    expect(over).toMatchObject({ time: 500, playing: false });
    expect(advance(toggle(over), 250)).toMatchObject({ time: 750, playing: true });
    expect(advance(toggle(toggle(stretch)), 250)).toMatchObject({ time: 500, playing: false });
    expect(advance(seek(stretch, 350), 400)).toMatchObject({ time: 750, playing: true });
  });

  it('is moved within the match only', () => {
    expect(seek(playing, -5).time).toBe(0);
    expect(seek(playing, 5000).time).toBe(1000);
    expect(seek(playing, 400)).toMatchObject({ time: 400, playing: true });
  });

  it('goes faster and slower, and no further than it can', () => {
    expect(otherSpeed(playing, 1).speed).toBe(2);
    expect(otherSpeed({ ...playing, speed: 8 }, 1).speed).toBe(8);
    expect(otherSpeed({ ...playing, speed: 0.5 }, -1).speed).toBe(0.5);
  });
});

describe('R32 quiet stretches are shortened if wished', () => {
  const quiet = [
    { from: 1000, to: 1000 + 10 * quietLength },
    { from: 20_000, to: 20_000 + 4 * quietLength },
  ];

  it('each passes as if it were a moment long, and the rest as it was', () => {
    expect(afterwards(0, 900, quiet)).toBe(900);
    expect(afterwards(0, 1000 + quietLength / 2, quiet)).toBe(1000 + 5 * quietLength);
    expect(afterwards(0, 1000 + quietLength, quiet)).toBe(1000 + 10 * quietLength);
    expect(afterwards(0, 1500 + quietLength, quiet)).toBe(1500 + 10 * quietLength);
    expect(afterwards(1000 + 5 * quietLength, quietLength / 2, quiet)).toBe(
      1000 + 10 * quietLength,
    );
  });

  it('in small steps as in one', () => {
    let time = 0;
    for (let frame = 0; frame < 2000; frame++) time = afterwards(time, 10, quiet);
    expect(time).toBeCloseTo(afterwards(0, 20_000, quiet), 6);
  });

  it('a stretch tells how long it takes', () => {
    const whole = { from: 0, to: 30_000 };
    expect(playingTime(whole, [])).toBe(30_000);
    expect(playingTime(whole, quiet)).toBeCloseTo(30_000 - 9 * quietLength - 3 * quietLength, 6);
  });
});
