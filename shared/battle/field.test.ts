import * as fc from 'fast-check';
import { describe, expect, it, test, vi } from 'vitest';
import { largeSettings, legalSettings } from './testing/arbitrary.ts';
import { nextBug } from './bug.ts';
import { distancesFrom } from './distance.ts';
import { fieldFor, startBattle } from './field.ts';
import { isWall, oppositeCell, sameCell } from './geometry.ts';
import { checkSettings, defaultSettings, limitsFor } from './settings.ts';
import { layouts, type Cell, type Field, type Gold, type Settings } from './types.ts';

// Many cases in one test: slow on a busy machine, and no measure of speed.
vi.setConfig({ testTimeout: 60_000 });

const text = ({ x, y }: Cell): string => `${x},${y}`;

function mirroredLike(settings: Settings): Settings {
  return { ...settings, layout: 'mirrored' };
}

/** The cells of everything on the field. */
function everything({ walls, gold, starts, bug }: Field): Cell[] {
  return [...walls, ...gold.map(({ at }) => at), starts.salesforce, starts.heroku, bug.at];
}

/** R8, R10 for both layouts. */
function expectWellMade(settings: Settings, seed: string): void {
  const { field, sealed } = fieldFor(settings, seed);
  expect(field.walls).toHaveLength(settings.walls);
  expect(field.gold).toHaveLength(settings.gold);
  const cells = everything(field);
  expect(new Set(cells.map(text)).size).toBe(cells.length);
  expect(
    cells.every(({ x, y }) => x >= 0 && y >= 0 && x < settings.width && y < settings.height),
  ).toBe(true);
  const reached = distancesFrom(field, field.bug.at).filter((steps) => steps >= 0);
  expect(reached).toHaveLength(settings.width * settings.height - settings.walls);
  expect(field.gold.filter((gold) => gold.sealed)).toHaveLength(Math.ceil(settings.gold / 5));
  expect(sealed).toHaveLength(Math.ceil(settings.gold / 5));
  expect(field.gold.every((gold) => gold.sealed === (gold.points === null))).toBe(true);
  const known = field.gold.flatMap(({ points }) => points ?? []);
  expect([...known, ...sealed].every((points) => [10, 20, 30].includes(points))).toBe(true);
}

/** Cells of the list whose opposite cell is not in it. */
function withoutPartner(field: Field, cells: readonly Cell[]): Cell[] {
  return cells.filter((cell) => !cells.some((other) => sameCell(other, oppositeCell(field, cell))));
}

/** The gold with all points told, as the server knows it. */
function allKnown({ field, sealed }: ReturnType<typeof fieldFor>): Gold[] {
  const values = sealed.values();
  return field.gold.map((gold) =>
    gold.sealed ? { ...gold, points: values.next().value ?? null } : gold,
  );
}

/** How much nearer a cell is to one start than to the other. */
function lean(field: Field, { x, y }: Cell): number {
  const index = y * field.width + x;
  const [a, b] = [field.starts.salesforce, field.starts.heroku].map(
    (start) => distancesFrom(field, start)[index] ?? Number.NaN,
  );
  return Math.abs((a ?? Number.NaN) - (b ?? Number.NaN));
}

describe('R8 R10 fields are well made', () => {
  test('R7 R8 R10 every setting of the smallest fields', () => {
    for (const width of [3, 4, 5]) {
      for (const height of [3, 4, 5]) {
        const { walls } = limitsFor({ width, height, walls: 0 });
        for (let wall = 0; wall <= walls.max; wall++) {
          const { gold } = limitsFor({ width, height, walls: wall });
          for (let piece = 0; piece <= gold.max; piece++) {
            for (const layout of layouts) {
              const settings = {
                ...defaultSettings,
                width,
                height,
                walls: wall,
                gold: piece,
                layout,
              };
              expectWellMade(settings, `${width} ${height} ${wall} ${piece}`);
            }
          }
        }
      }
    }
  });

  test('R7 R8 R10 any settings and seed', () => {
    fc.assert(fc.property(legalSettings, fc.string(), expectWellMade), { seed: 8, numRuns: 600 });
  });

  test('R7 R8 R10 large fields, full of walls too', () => {
    fc.assert(fc.property(largeSettings, fc.string(), expectWellMade), { seed: 64, numRuns: 20 });
    const largest = { ...defaultSettings, width: 64, height: 64, gold: 200 };
    for (const layout of layouts) {
      for (const walls of [1637, 1638]) expectWellMade({ ...largest, walls, layout }, 'largest');
    }
  });

  it('R7 refused settings make no field: asking for one is a defect', () => {
    expect(() => fieldFor({ ...defaultSettings, walls: 26 }, 'any')).toThrow('does-not-fit');
  });
});

describe('R9 a field is a pure function of settings and seed', () => {
  it('R9 the same settings and seed make the same field', () => {
    fc.assert(
      fc.property(legalSettings, fc.string(), (settings, seed) => {
        expect(fieldFor(settings, seed)).toEqual(fieldFor({ ...settings }, seed));
      }),
      { seed: 9, numRuns: 100 },
    );
  });

  it('R9 times and turns do not change the field', () => {
    const other = { ...defaultSettings, turns: 7, turnTime: 150, codingTime: 5_000 };
    expect(fieldFor(other, 'same')).toEqual(fieldFor(defaultSettings, 'same'));
  });

  it('R9 other seeds make other fields', () => {
    const made = new Set(
      Array.from({ length: 100 }, (_, i) => JSON.stringify(fieldFor(defaultSettings, `${i}`))),
    );
    expect(made.size).toBe(100);
  });
});

describe('R10 mirrored fields are fair', () => {
  const mirrored = legalSettings.map(mirroredLike);

  it('R10 the starts lie opposite each other', () => {
    fc.assert(
      fc.property(mirrored, fc.string(), (settings, seed) => {
        const { field } = fieldFor(settings, seed);
        expect(field.starts.heroku).toEqual(oppositeCell(field, field.starts.salesforce));
      }),
      { seed: 10, numRuns: 300 },
    );
  });

  it('R10 walls and gold lie point-symmetric, but for one each of an odd number', () => {
    fc.assert(
      fc.property(mirrored, fc.string(), (settings, seed) => {
        const { field } = fieldFor(settings, seed);
        const hasMiddle = settings.width % 2 === 1 && settings.height % 2 === 1;
        const crowded = settings.width === 3 && settings.height === 3 && settings.walls === 3;
        const loneWall = settings.walls % 2 === 1 && (!hasMiddle || crowded);
        expect(withoutPartner(field, field.walls)).toHaveLength(loneWall ? 1 : 0);
        const wallInMiddle = settings.walls % 2 === 1 && hasMiddle && !crowded;
        const loneGold = settings.gold % 2 === 1 && (!hasMiddle || wallInMiddle);
        const gold = field.gold.map(({ at }) => at);
        expect(withoutPartner(field, gold)).toHaveLength(loneGold ? 1 : 0);
      }),
      { seed: 11, numRuns: 400 },
    );
  });

  it('R10 opposite gold is worth the same, and sealed alike but for one pair at most', () => {
    fc.assert(
      fc.property(mirrored, fc.string(), (settings, seed) => {
        const made = fieldFor(settings, seed);
        const gold = allKnown(made);
        const pairs = gold.flatMap((piece) => {
          const opposite = oppositeCell(made.field, piece.at);
          return gold.filter(({ at }) => sameCell(at, opposite)).map((twin) => ({ piece, twin }));
        });
        expect(pairs.every(({ piece, twin }) => piece.points === twin.points)).toBe(true);
        const uneven = pairs.filter(({ piece, twin }) => piece.sealed !== twin.sealed).length / 2;
        const odd = Math.ceil(settings.gold / 5) % 2 === 1 && settings.gold % 2 === 0;
        expect(uneven).toBe(odd ? 1 : 0);
      }),
      { seed: 12, numRuns: 400 },
    );
  });

  it('R10 the default field is symmetric in everything but the bug, which is equally far from both', () => {
    for (let seed = 0; seed < 200; seed++) {
      const { field } = fieldFor(defaultSettings, `${seed}`);
      expect(withoutPartner(field, field.walls)).toEqual([]);
      const sealed = field.gold.filter((gold) => gold.sealed).map(({ at }) => at);
      expect(withoutPartner(field, sealed)).toEqual([]);
      expect(lean(field, field.bug.at)).toBe(0);
    }
  });

  it('R10 where there is a middle it takes odd gold, else the bug', () => {
    const odd = { ...defaultSettings, width: 9, height: 7 };
    const middle = { x: 4, y: 3 };
    for (let seed = 0; seed < 50; seed++) {
      expect(fieldFor(odd, `${seed}`).field.bug.at).toEqual(middle);
      const { field } = fieldFor({ ...odd, gold: 11 }, `${seed}`);
      expect(field.gold.some(({ at }) => sameCell(at, middle))).toBe(true);
      expect(isWall(fieldFor({ ...odd, walls: 11 }, `${seed}`).field, middle)).toBe(true);
    }
  });

  it('R10 lone gold and the bug are equally far from both, or one step where that cannot be', () => {
    for (const [width, height, least] of [
      [8, 8, 0],
      [8, 6, 0],
      [8, 7, 1],
    ] as const) {
      for (let seed = 0; seed < 50; seed++) {
        const { field } = fieldFor({ ...defaultSettings, width, height, gold: 11 }, `${seed}`);
        const [alone] = withoutPartner(
          field,
          field.gold.map(({ at }) => at),
        );
        expect(alone && lean(field, alone)).toBe(least);
        expect(lean(field, field.bug.at)).toBe(least);
      }
    }
  });

  it('R10 R30 the bug’s first steps seldom favour a start, and no half of the field in the end', () => {
    let [above, below] = [0, 0];
    for (let seed = 0; seed < 300; seed++) {
      const { field } = fieldFor(defaultSettings, `${seed}`);
      const { salesforce, heroku } = field.starts;
      const [upper, lower] = salesforce.y < heroku.y ? [salesforce, heroku] : [heroku, salesforce];
      if (upper.y === lower.y) continue;
      const [toUpper, toLower] = [distancesFrom(field, upper), distancesFrom(field, lower)];
      let { bug } = field;
      for (let step = 0; step < 16; step++) {
        bug = nextBug(bug, field);
        const index = bug.at.y * field.width + bug.at.x;
        above += toUpper[index] ?? 0;
        below += toLower[index] ?? 0;
      }
    }
    // Without choosing among the cells equally far from both, it is a sixth nearer to the upper one.
    expect(Math.abs(above - below) / (above + below)).toBeLessThan(0.03);
  });

  it('R10 a lone wall makes no way longer', () => {
    for (let seed = 0; seed < 50; seed++) {
      const { field } = fieldFor({ ...defaultSettings, walls: 11 }, `${seed}`);
      const lone = withoutPartner(field, field.walls);
      const without = { ...field, walls: field.walls.filter((wall) => wall !== lone[0]) };
      for (const start of [field.starts.salesforce, field.starts.heroku]) {
        const before = distancesFrom(without, start);
        distancesFrom(field, start).forEach((steps, cell) => {
          if (steps >= 0) expect(steps).toBe(before[cell]);
        });
      }
    }
  });

  it('R10 a lot says whose start is whose, so nothing favours a seat over many fields', () => {
    const fields = Array.from({ length: 1_000 }, (_, i) => fieldFor(defaultSettings, `${i}`).field);
    const above = fields.filter(({ starts }) => starts.salesforce.y < starts.heroku.y).length;
    const below = fields.filter(({ starts }) => starts.salesforce.y > starts.heroku.y).length;
    // Three standard deviations of a fair coin.
    expect(Math.abs(above - below)).toBeLessThan(3 * Math.sqrt(above + below));
  });
});

it('R8 a battle begins with everybody in play, without points, before turn 1', () => {
  const { field } = fieldFor(defaultSettings, 'start');
  const { starts, ...rest } = field;
  expect(startBattle(field, { turns: 1 })).toEqual({
    ...rest,
    figures: {
      salesforce: { at: starts.salesforce, points: 0, out: null },
      heroku: { at: starts.heroku, points: 0, out: null },
    },
    turn: 0,
    turns: 1,
  });
  expect(checkSettings({ ...defaultSettings, turns: 1 }).ok).toBe(true);
});
