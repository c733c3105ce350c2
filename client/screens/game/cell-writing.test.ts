import { signal } from '@preact/signals';
import { describe, expect, test } from 'vitest';
import { defaultSettings, fieldFor, type Settings } from '../../../shared/battle/index.ts';
import { walkAlone, walkOn } from '../../../shared/program/index.ts';
import { anna, RoomStory } from '../../../shared/room/testing/story.ts';
import type { PadActions } from '../../editor/index.ts';
import type { ProgramWorker } from '../../worker/index.ts';
import { writeWayTo } from './cell-writing.ts';

/** A bare field, and a worker that walks at once. */
function room(turns: number) {
  const story = new RoomStory().sits(anna, 'salesforce');
  const { state } = story.set({ width: 8, height: 8, walls: 0, gold: 0, turns });
  const { documents } = state;
  let { text } = documents.salesforce;
  const worker = {
    walk: async (seat, program, battle, most) => walkAlone(program, seat, battle, most),
    walkOn: async (underWay, seat, program, battle, most) =>
      walkOn(underWay, program, seat, battle, most),
  } as Pick<ProgramWorker, 'walk' | 'walkOn'> as ProgramWorker;
  const pad = {
    mode: signal('insert'),
    append: (lines: readonly string[]) => {
      text += lines.map((line) => `${line}\n`).join('');
    },
  } as Partial<PadActions> as PadActions;
  return {
    state,
    click: (x: number, y: number) => writeWayTo({ x, y }, state, worker, text, pad),
    types: (more: string) => (text += more),
    /** Where the whole program leads to, however long it is. */
    end: () => {
      const { field, battle } = state;
      const walk = walkAlone(text, 'salesforce', { ...battle, turns: 999 }, 999);
      return { ...walk.cells.at(-1), onField: walk.end === 'finished' && field.width === 8 };
    },
  };
}

describe('R22 a click on a cell writes the way there', () => {
  test('from where the program ends, click after click, also beyond the last turn of the match', async () => {
    const { click, end } = room(12);
    for (const [x, y] of [
      [0, 0],
      [7, 7],
      [0, 7],
      [3, 4],
    ] as const) {
      expect(await click(x, y)).toBe('written');
      expect(end()).toEqual({ x, y, onField: true });
    }
  });

  test('nothing is written behind a program whose end cannot be found', async () => {
    const { click, types, end } = room(12);
    types('p.wait(500);\n'.repeat(11));
    const before = end();
    expect(await click(0, 0)).toBe('no answer');
    expect(end()).toEqual(before);
  });

  test('nothing is written behind a program that falls off the field', async () => {
    const { click, types, end } = room(12);
    types('p.up(64);\n');
    expect(await click(0, 0)).toBe('falls');
    expect(end().onField).toBe(false);
  });
});

test.each([1, 2, 3, 4, 5])(
  'R22 L5 in a running match the way begins where the whole program will end, after turn %i',
  async (turns) => {
    const program = [
      'const seen = [];',
      'function zigzag(n) {',
      '  for (let i = 0; i < n; i++) {',
      '    seen.push(p.x);',
      '    if (turn.now % 2 === 0) p.left(); else p.right();',
      '  }',
      '}',
      'zigzag(4);',
      'const more = seen.length + Math.floor(Math.random() * 3);',
      'p.wait(more);',
      '',
    ];
    const bare = { width: 16, height: 16, walls: 0, gold: 0, turns: 80 };
    const story = new RoomStory().sits(anna, 'salesforce').set(bare, anna, roomyFor(bare)).starts();
    story.types(anna, 'salesforce', program.join('\n')).codingEnds().turns(turns);
    const worker = {
      walkOn: async (underWay, seat, text, battle, most) =>
        walkOn(underWay, text, seat, battle, most),
    } as Pick<ProgramWorker, 'walkOn'> as ProgramWorker;
    const pad = {
      append: (lines: readonly string[]) =>
        void story.types(anna, 'salesforce', lines.map((line) => `${line}\n`).join('')),
    } as Partial<PadActions> as PadActions;
    const { at } = story.state.battle.figures.salesforce;
    const cell = { x: at.x > 8 ? at.x - 3 : at.x + 3, y: at.y };
    const { text } = story.state.documents.salesforce;
    expect(await writeWayTo(cell, story.state, worker, text, pad)).toBe('written');
    story.turns();
    expect(story.state.battle.figures.salesforce).toMatchObject({ at: cell, out: null });
  },
);

/** A seed whose field has S in the middle and the bug, which goes up and down, beside its ways. */
function roomyFor(size: Partial<Settings>): string {
  const settings = { ...defaultSettings, ...size };
  for (let n = 0; n < 1000; n++) {
    const { starts, bug } = fieldFor(settings, `seed ${n}`).field;
    const { x } = starts.salesforce;
    if (x >= 5 && x <= 10 && Math.abs(bug.at.x - x) > 5) return `seed ${n}`;
  }
  throw new Error('no such field');
}
