import { describe, expect, it } from 'vitest';
import type { Battle, BattleEvent } from '../../shared/battle/types.ts';
import type { AnimationPlan, Cue } from './cues.ts';
import { frameAt } from './frame-at.ts';
import { restFrame } from './frame.ts';
import { pictureOf } from './picture.ts';
import { planTurn } from './plan.ts';
import { settle } from './settle.ts';
import { figureAt, quiet } from './test-battle.ts';

const calm = { salesforce: 'calm', heroku: 'calm' } as const;

interface Story {
  readonly title: string;
  readonly events: readonly BattleEvent[];
  readonly after: Battle;
  /** The acts, in the order in which they begin. */
  readonly acts: readonly Cue['kind'][];
  readonly before?: Battle;
}

const bugUp: BattleEvent = {
  kind: 'bug moved',
  from: { x: 2, y: 4 },
  to: { x: 2, y: 3 },
  facing: 'up',
};

const swapped: Battle = {
  ...quiet,
  figures: { salesforce: figureAt(1, 1), heroku: figureAt(2, 1) },
};

const stories: readonly Story[] = [
  {
    title: 'R24 both walk, R25 then the bug does',
    events: [
      { kind: 'moved', seat: 'salesforce', from: { x: 1, y: 1 }, to: { x: 1, y: 0 } },
      { kind: 'moved', seat: 'heroku', from: { x: 3, y: 1 }, to: { x: 4, y: 1 } },
      bugUp,
    ],
    after: {
      ...quiet,
      figures: { salesforce: figureAt(1, 0), heroku: figureAt(4, 1) },
      bug: { at: { x: 2, y: 3 }, facing: 'up' },
    },
    acts: ['walk', 'walk', 'bug walk'],
  },
  {
    title: 'R24 one bumps into a wall, the other waits',
    events: [
      { kind: 'bumped', seat: 'salesforce', at: { x: 1, y: 1 }, direction: 'left' },
      { kind: 'waited', seat: 'heroku' },
    ],
    after: quiet,
    acts: ['bump', 'wait'],
  },
  {
    title: 'R24 who leaves the field grabs the edge before the fall',
    events: [{ kind: 'fell', seat: 'heroku', from: { x: 3, y: 1 }, direction: 'up' }],
    after: {
      ...quiet,
      figures: { ...quiet.figures, heroku: { ...figureAt(3, 1), out: 'fallen' } },
    },
    acts: ['step over', 'grab edge', 'drop'],
  },
  {
    title: 'R30 the bug turns before it walks',
    events: [{ kind: 'bug moved', from: { x: 2, y: 4 }, to: { x: 3, y: 4 }, facing: 'right' }],
    after: { ...quiet, bug: { at: { x: 3, y: 4 }, facing: 'right' } },
    acts: ['bug turn', 'bug walk'],
  },
  {
    title: 'R30 a bug that is shut in only shakes itself',
    events: [{ kind: 'bug stuck', at: { x: 2, y: 4 }, facing: 'up' }],
    after: quiet,
    acts: ['bug stuck'],
  },
  {
    title: 'R26 the bite comes after the steps that led to it',
    events: [
      { kind: 'moved', seat: 'salesforce', from: { x: 1, y: 1 }, to: { x: 1, y: 2 } },
      bugUp,
      { kind: 'caught', seat: 'salesforce', at: { x: 1, y: 2 } },
    ],
    after: {
      ...quiet,
      figures: { ...quiet.figures, salesforce: { ...figureAt(1, 2), out: 'caught' } },
      bug: { at: { x: 2, y: 3 }, facing: 'up' },
    },
    acts: ['walk', 'bug walk', 'bite'],
  },
  {
    title: 'R27 two who meet run up, burst and are thrown back',
    events: [
      { kind: 'moved', seat: 'salesforce', from: { x: 1, y: 1 }, to: { x: 2, y: 1 } },
      { kind: 'moved', seat: 'heroku', from: { x: 3, y: 1 }, to: { x: 2, y: 1 } },
      { kind: 'pushed back', seat: 'salesforce', from: { x: 2, y: 1 }, to: { x: 1, y: 1 } },
      { kind: 'pushed back', seat: 'heroku', from: { x: 2, y: 1 }, to: { x: 3, y: 1 } },
    ],
    after: quiet,
    acts: ['run up', 'run up', 'starburst', 'thrown back', 'thrown back'],
  },
  {
    title: 'R27 two who change places meet on the line between their cells',
    before: swapped,
    events: [
      { kind: 'moved', seat: 'salesforce', from: { x: 1, y: 1 }, to: { x: 2, y: 1 } },
      { kind: 'moved', seat: 'heroku', from: { x: 2, y: 1 }, to: { x: 1, y: 1 } },
      { kind: 'pushed back', seat: 'salesforce', from: { x: 2, y: 1 }, to: { x: 1, y: 1 } },
      { kind: 'pushed back', seat: 'heroku', from: { x: 1, y: 1 }, to: { x: 2, y: 1 } },
    ],
    after: swapped,
    acts: ['run up', 'run up', 'starburst', 'thrown back', 'thrown back'],
  },
  {
    title: 'R27 one who is pushed back to the bug is bitten after the flight',
    events: [
      { kind: 'moved', seat: 'salesforce', from: { x: 1, y: 1 }, to: { x: 2, y: 1 } },
      { kind: 'moved', seat: 'heroku', from: { x: 3, y: 1 }, to: { x: 2, y: 1 } },
      bugUp,
      { kind: 'pushed back', seat: 'salesforce', from: { x: 2, y: 1 }, to: { x: 1, y: 1 } },
      { kind: 'pushed back', seat: 'heroku', from: { x: 2, y: 1 }, to: { x: 3, y: 1 } },
      { kind: 'caught', seat: 'heroku', at: { x: 3, y: 1 } },
    ],
    after: {
      ...quiet,
      figures: { ...quiet.figures, heroku: { ...figureAt(3, 1), out: 'caught' } },
      bug: { at: { x: 2, y: 3 }, facing: 'up' },
    },
    acts: ['run up', 'run up', 'bug walk', 'starburst', 'thrown back', 'thrown back', 'bite'],
  },
  {
    title: 'R28 gold is taken once its finder is there',
    events: [
      { kind: 'moved', seat: 'salesforce', from: { x: 1, y: 1 }, to: { x: 1, y: 2 } },
      { kind: 'collected', seat: 'salesforce', at: { x: 1, y: 2 }, points: 20, sealed: false },
    ],
    after: {
      ...quiet,
      gold: quiet.gold.slice(1),
      figures: { ...quiet.figures, salesforce: figureAt(1, 2) },
    },
    acts: ['walk', 'take gold'],
  },
];

function planOf({ before = quiet, events, after }: Story): AnimationPlan {
  return planTurn(before, events, after);
}

describe.each(stories)('$title', (story) => {
  const plan = planOf(story);

  it('tells it in this order', () => {
    expect(plan.cues.map(({ kind }) => kind)).toEqual(story.acts);
  });

  it('stays within the turn', () => {
    for (const { start, end } of plan.cues) {
      expect(start).toBeGreaterThanOrEqual(0);
      expect(end).toBeGreaterThan(start);
      expect(end).toBeLessThanOrEqual(1);
    }
  });

  it('ends with the picture of the world after it', () => {
    expect([...plan.cues].reduce(settle, plan.start)).toEqual(pictureOf(story.after));
    expect(frameAt(plan, 1, calm)).toEqual(restFrame(pictureOf(story.after), calm));
  });

  it('begins where the turn began', () => {
    const { figures, bug, gold } = frameAt(plan, 0, calm);
    const rest = restFrame(pictureOf(story.before ?? quiet), calm);
    for (const seat of ['salesforce', 'heroku'] as const) {
      expect(figures[seat].x).toBeCloseTo(rest.figures[seat].x);
      expect(figures[seat].y).toBeCloseTo(rest.figures[seat].y);
    }
    expect([bug.x, bug.y, gold]).toEqual([rest.bug.x, rest.bug.y, rest.gold]);
  });

  it('moves without jumps', () => {
    const steps = 400;
    for (const seat of ['salesforce', 'heroku'] as const) {
      let last = frameAt(plan, 0, calm).figures[seat];
      for (let i = 1; i <= steps; i++) {
        const next = frameAt(plan, i / steps, calm).figures[seat];
        // Whoever fell is gone; the thing they left behind lies where they stood.
        if (next.drawing !== 'gone') {
          expect(Math.hypot(next.x - last.x, next.y - last.y)).toBeLessThan(0.16);
        }
        last = next;
      }
    }
  });
});

describe('R18 R20 an error of the program', () => {
  const waited: BattleEvent = { kind: 'waited', seat: 'heroku' };

  it('makes the figure scratch its head instead of only waiting', () => {
    const plan = planTurn(quiet, [waited], quiet, { heroku: true });
    expect(plan.cues.map(({ kind }) => kind)).toEqual(['scratch']);
    const drawings = new Set(
      [0.1, 0.3, 0.5].map((time) => frameAt(plan, time, calm).figures.heroku.drawing),
    );
    expect([...drawings].every((drawing) => drawing.startsWith('scratch'))).toBe(true);
    expect(drawings.size).toBe(2);
  });

  it('leaves the other seat waiting as usual', () => {
    const plan = planTurn(quiet, [waited], quiet, { salesforce: true });
    expect(plan.cues.map(({ kind }) => kind)).toEqual(['wait']);
  });
});

describe('a plan read at one moment', () => {
  const find = (title: string): AnimationPlan => {
    const story = stories.find((s) => s.title.startsWith(title));
    if (!story) throw new Error(title);
    return planOf(story);
  };

  it('R27 shows the starburst in the middle of the meeting', () => {
    const frame = frameAt(find('R27 two who change'), 0.5, calm);
    expect(frame.effects.find(({ drawing }) => drawing === 'burst')?.x).toBeCloseTo(2);
  });

  it('R28 takes the gold off the ground and carries it up', () => {
    const plan = find('R28');
    const heights = [0.55, 0.7, 0.9].map((time) => {
      const frame = frameAt(plan, time, calm);
      expect(frame.gold).toHaveLength(1);
      return frame.effects.find(({ drawing }) => drawing === 'gold-20')?.y ?? Infinity;
    });
    expect(heights).toEqual([...heights].sort((a, b) => b - a));
    expect(frameAt(plan, 0.4, calm).gold).toHaveLength(2);
  });

  it('R24 hangs behind the sheet at the far edge and spins when it lets go', () => {
    const plan = find('R24 who leaves');
    expect(frameAt(plan, 0.4, calm).figures.heroku).toMatchObject({
      drawing: 'grab',
      behind: true,
    });
    expect(frameAt(plan, 0.9, calm).figures.heroku).toMatchObject({
      drawing: 'fall',
      spinning: true,
    });
    expect(frameAt(plan, 0.99, calm).figures.heroku).toMatchObject({ drawing: 'gone' });
  });

  it('R26 shakes the bitten figure to both sides', () => {
    const plan = find('R26');
    const xs = Array.from(
      { length: 20 },
      (_, i) => frameAt(plan, 0.62 + i * 0.01, calm).figures.salesforce.x,
    );
    expect(Math.min(...xs)).toBeLessThan(1.45);
    expect(Math.max(...xs)).toBeGreaterThan(1.55);
  });
});
