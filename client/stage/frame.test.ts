import { describe, expect, it } from 'vitest';
import sheets from '../../assets/drawings/sheets.json';
import { figureDrawings, thingDrawings } from './drawing-names.ts';
import { restFrame, sitHigh } from './frame.ts';
import { moodFrame } from './moods.ts';
import { pictureOf } from './picture.ts';
import { figureAt, quiet } from './test-battle.ts';

const calm = { salesforce: 'calm', heroku: 'calm' } as const;

describe('the resting frame', () => {
  it('puts everybody in the middle of their cells', () => {
    const { figures, bug } = restFrame(pictureOf(quiet), calm);
    expect(figures.salesforce).toMatchObject({ x: 1.5, y: 1.5, drawing: 'stand' });
    expect(figures.heroku).toMatchObject({ x: 3.5, y: 1.5, drawing: 'stand' });
    expect(bug).toMatchObject({ x: 2.5, y: 4.5, angle: 0 });
  });

  it('R29 shows who is out, whatever their mood', () => {
    const out = {
      ...quiet,
      figures: {
        salesforce: { ...figureAt(1, 1), out: 'fallen' },
        heroku: { ...figureAt(2, 4), out: 'caught' },
      },
    } as const;
    const frame = restFrame(pictureOf(out), { salesforce: 'winning', heroku: 'losing' });
    expect(frame.figures.salesforce.drawing).toBe('gone');
    expect(frame.figures.heroku.drawing).toBe('caught');
    expect(frame.bug.y).toBeCloseTo(4.5 - sitHigh);
  });

  it('keeps two in one cell apart', () => {
    const both = { ...quiet, figures: { salesforce: figureAt(2, 2), heroku: figureAt(2, 2) } };
    const { figures } = restFrame(pictureOf(both), calm);
    expect(figures.heroku.x - figures.salesforce.x).toBeGreaterThan(0.3);
  });

  it('is reached at the end of every mood', () => {
    for (const mood of ['calm', 'scratching', 'winning', 'losing'] as const) {
      const frame = restFrame(pictureOf(quiet), { ...calm, heroku: mood });
      expect(moodFrame(frame, 'heroku', mood, 1)).toBe(frame);
    }
  });
});

describe('the sheets', () => {
  it('hold exactly the drawings the stage names', () => {
    expect(sheets.salesforce.frames).toEqual([...figureDrawings]);
    expect(sheets.heroku.frames).toEqual([...figureDrawings]);
    expect([...sheets.things.frames].sort()).toEqual([...thingDrawings].sort());
  });
});
