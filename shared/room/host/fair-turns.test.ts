import { beforeEach, describe, expect, it } from 'vitest';
import type { RoomName } from '../../base/ids.ts';
import { HandClock, settled } from '../../../tests/support/hand-clock.ts';
import { FairTurns } from './fair-turns.ts';

let clock: HandClock;
let turns: FairTurns;

beforeEach(() => {
  clock = new HandClock();
  turns = new FairTurns(clock);
});

const room = (name: string | number): RoomName => `room ${name}` as RoomName;

/** Work that takes so long. */
function takes(name: RoomName, milliseconds: number): void {
  turns.run(name, () => clock.stoodFor(milliseconds));
}

/** Rooms whose programs have taken all they may, and want more as often as they are let in. */
async function dearRooms(
  count: number,
  cost: number,
): Promise<{ stop(): void; took: Map<RoomName, number> }> {
  const took = new Map<RoomName, number>();
  const running = new Set([true]);
  const play = async (name: RoomName): Promise<void> => {
    while (running.size > 0) {
      await turns.enter(name);
      if (running.size === 0) return;
      takes(name, cost);
      took.set(name, (took.get(name) ?? 0) + cost);
    }
  };
  for (let i = 0; i < count; i++) {
    takes(room(i), cost);
    void play(room(i));
  }
  await settled();
  return { took, stop: () => running.clear() };
}

describe('A16 whoever is dear waits, and the others do not', () => {
  it('a room that takes little runs at once, however many dear ones wait', async () => {
    const dear = await dearRooms(20, 25);
    let late = 0;
    for (let turn = 0; turn < 50; turn++) {
      const due = clock.now() + 150;
      await clock.pass(150);
      await turns.enter(room('light'));
      late = Math.max(late, clock.now() - due);
      takes(room('light'), 2);
    }
    dear.stop();
    // No longer than the step that was under way.
    expect(late).toBeLessThanOrEqual(60);
  });

  it('the process is free for half of the time, and dear rooms share the rest alike', async () => {
    const began = clock.now();
    const dear = await dearRooms(20, 25);
    const from = clock.now();
    await clock.pass(20_000);
    dear.stop();
    const all = [...dear.took.values()];
    const sum = all.reduce((a, b) => a + b, 0);
    expect(from - began).toBe(21 * 25);
    expect(sum / (clock.now() - from)).toBeGreaterThan(0.4);
    expect(sum / (clock.now() - from)).toBeLessThanOrEqual(0.51);
    expect(all).toHaveLength(20);
    expect(Math.max(...all) - Math.min(...all)).toBeLessThanOrEqual(25);
  });

  it('a room that has become cheap waits no longer', async () => {
    takes(room('a'), 25);
    takes(room('b'), 25);
    let inside = 0;
    const enters = async (name: string): Promise<void> => {
      await turns.enter(room(name));
      inside++;
    };
    void enters('a');
    void enters('b');
    await settled();
    expect(inside).toBe(1);
    await clock.pass(1);
    expect(inside).toBe(2);
    for (let i = 0; i < 6; i++) takes(room('b'), 0);
    // The first of the dear one's two comes in, and the other has to wait for the pause.
    void enters('a');
    void enters('a');
    void enters('b');
    await settled();
    expect(inside).toBe(4);
  });

  it('nobody waits in a room that has closed', async () => {
    takes(room('a'), 1000);
    const waiting = turns.enter(room('a'));
    turns.forget(room('a'));
    await waiting;
    await turns.enter(room('a'));
  });
});
