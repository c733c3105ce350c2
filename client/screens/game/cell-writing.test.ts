import { signal } from '@preact/signals';
import { describe, expect, test } from 'vitest';
import { walkAlone } from '../../../shared/program/index.ts';
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
  } as Pick<ProgramWorker, 'walk'> as ProgramWorker;
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
});
