import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { perSeat, seats, type MatchId, type RoomName } from '../../shared/base/ids.ts';
import { applyRecord, type LogRecord, type RoomState } from '../../shared/room/index.ts';
import { textsDuring, turnsOf, type Turn } from './support/log.ts';
import { openHouse } from './support/house.ts';
import {
  momentsSeen,
  moving,
  patience,
  phaseIs,
  pressMain,
  programOn,
  typeAtEnd,
} from './support/pages.ts';

// A match as people play it, shout and all.
const house = openHouse({ startShout: 3000 });

/** What a page showed at every played turn; of the programs as much as was locked by the log. */
async function turnsSeen(page: Page, told: readonly Turn[]): Promise<Turn[]> {
  const played = (await momentsSeen(page)).filter(({ board }) => !board.startsWith('turn 0/'));
  return played.map((moment, index) => ({
    board: moment.board,
    locked: perSeat((seat) => moment[seat].slice(0, told[index]?.locked[seat].length)),
  }));
}

async function lastState(room: string): Promise<{ state: RoomState; records: LogRecord[] }> {
  const stored = await house.server.stores.log.load(room as RoomName);
  if (stored === null) throw new Error('no such room');
  const base = stored.snapshot?.state ?? null;
  const state = stored.records.reduce<RoomState | null>(applyRecord, base);
  if (state === null) throw new Error('an empty room');
  return { state, records: [...stored.records] };
}

describe.each(['mirrored', 'random'] as const)('a whole match on a fixed %s field', (layout) => {
  test('R12 R13 R14 R32 all three screens, the log and the replay say the same at every turn', async () => {
    const room = `whole-${layout}`;
    // With motion and without it the same is seen.
    const [s, h, watcher] = [
      await house.come(`/game/${room}`, moving),
      await house.come(`/game/${room}`),
      await house.come(`/game/${room}`),
    ];
    await pressMain(s, /Salesforce/);
    await pressMain(h, /Heroku/);
    await house.server.makeField(room, { layout, turns: 8, turnTime: 700 });
    await watcher.waitForFunction(() =>
      document.querySelector('[data-testid=board]')?.textContent?.startsWith('turn 0/8'),
    );
    await pressMain(h, /Start/);
    for (const page of [s, h, watcher]) await phaseIs(page, 'coding');
    for (const name of ['Right', 'Down', 'Left', 'Up']) {
      await s.getByRole('button', { name, exact: true }).click();
    }
    await typeAtEnd(h, 'p.left();\np.wait();\n');
    await expect
      .poll(() => programOn(watcher, 'heroku'), patience)
      .toMatch(/p\.left\(\);\np\.wait\(\);\n$/);
    await pressMain(s, /Ready/);
    await pressMain(h, /Ready/);
    // Both at once, and as soon as their own page may: the match does not wait for them.
    const onward = {
      s: async () => {
        await phaseIs(s, 'running');
        await s.getByRole('button', { name: 'Right', exact: true }).click();
      },
      h: async () => {
        await phaseIs(h, 'running');
        await typeAtEnd(h, 'p.right();\np.dwn();\n');
      },
    };
    await Promise.all([onward.s(), onward.h(), phaseIs(watcher, 'running')]);
    for (const page of [s, h, watcher]) await phaseIs(page, 'result');

    const { state, records } = await lastState(room);
    const expected = turnsOf(await beginning(room), records);
    expect(expected.length).toBe(state.turns.length);
    expect(state.turns.length).toBeGreaterThanOrEqual(5);
    for (const page of [s, h, watcher]) {
      await expect.poll(() => turnsSeen(page, expected), patience).toEqual(expected);
      for (const seat of seats) {
        await expect.poll(() => programOn(page, seat), patience).toBe(state.documents[seat].text);
      }
    }
    // Whole texts, letter by letter, of every program that a page only reads along: what its owner
    // sees runs ahead of the log by what is on its way.
    const during = textsDuring(await beginning(room), records);
    const readers = [
      [s, ['heroku']],
      [h, ['salesforce']],
      [watcher, seats],
    ] as const;
    for (const [page, read] of readers) {
      const played = (await momentsSeen(page)).filter(({ board }) => !board.startsWith('turn 0/'));
      for (const [index, moment] of played.entries()) {
        for (const seat of read) expect(during[index]?.[seat]).toContain(moment[seat]);
      }
    }
    const steps = records.flatMap((record) =>
      record.entries.flatMap((entry) => (entry.kind === 'step read' ? [entry.confirmed] : [])),
    );
    expect(steps).not.toContain(false);

    const answer = await fetch(`${house.server.address}/api/replay/${state.match as MatchId}`);
    const replay = (await answer.json()) as { start: RoomState; records: LogRecord[] };
    expect(turnsOf(replay.start, replay.records)).toEqual(expected);

    await s.goto(`${house.server.address}/replay/${state.match ?? ''}`);
    await s.getByRole('slider').focus();
    await s.keyboard.press('End');
    await expect
      .poll(() => s.getByTestId('board').textContent(), patience)
      .toBe(expected.at(-1)?.board);
  });
});

async function beginning(room: string): Promise<RoomState | null> {
  return (await house.server.stores.log.load(room as RoomName))?.snapshot?.state ?? null;
}
