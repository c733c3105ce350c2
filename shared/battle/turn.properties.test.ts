import * as fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { otherSeat, perSeat, seats } from '../base/ids.ts';
import { legalSettings, manyActions } from './testing/arbitrary.ts';
import { fieldFor, startBattle } from './field.ts';
import { isOpen, oppositeCell, sameCell } from './geometry.ts';
import { outcomeOf } from './outcome.ts';
import { hideSealed, knowSealed, reveal } from './sealed.ts';
import { playTurn, type PlayedTurn, type TurnActions } from './turn.ts';
import type { Action, Battle, Settings } from './types.ts';

// Many cases in one test: slow on a busy machine, and no measure of speed.
vi.setConfig({ testTimeout: 60_000 });

/** A battle as the server knows it: all points told. */
function knownBattle(settings: Settings, seed: string): Battle {
  const { field, sealed } = fieldFor(settings, seed);
  return knowSealed(startBattle(field, settings), field, sealed);
}

/** Every turn with what was done in it, up to the end of the match. */
function playAll(battle: Battle, actions: readonly TurnActions[]) {
  const played: (PlayedTurn & { readonly actions: TurnActions })[] = [];
  let current = battle;
  for (const each of actions) {
    if (outcomeOf(current) !== null) break;
    const turn = playTurn(current, each);
    played.push({ ...turn, actions: each });
    current = turn.battle;
  }
  return played;
}

function goldWorth(battle: Battle): number {
  const lying = battle.gold.reduce((sum, { points }) => sum + (points ?? Number.NaN), 0);
  return lying + battle.figures.salesforce.points + battle.figures.heroku.points;
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
}

const opposite = { up: 'down', down: 'up', left: 'right', right: 'left', wait: 'wait' } as const;

/** What the other would have to do, on the field turned by half. */
function swapped(actions: TurnActions): TurnActions {
  return perSeat((seat): Action => opposite[actions[otherSeat(seat)]]);
}

const match = [legalSettings, fc.string(), manyActions] as const;

it('R24 R30 nobody ever stands in a wall or outside, nor two in play in one cell', () => {
  fc.assert(
    fc.property(...match, (settings, seed, actions) => {
      for (const { battle } of playAll(knownBattle(settings, seed), actions)) {
        const { salesforce, heroku } = battle.figures;
        expect([salesforce, heroku, battle.bug].every(({ at }) => isOpen(battle, at))).toBe(true);
        const inPlay = [salesforce, heroku].filter(({ out }) => out === null);
        expect(inPlay.every(({ at }) => !sameCell(at, battle.bug.at))).toBe(true);
        if (inPlay.length === 2) expect(sameCell(salesforce.at, heroku.at)).toBe(false);
        expect(inPlay.some(({ at }) => battle.gold.some((gold) => sameCell(gold.at, at)))).toBe(
          false,
        );
      }
    }),
    { seed: 24, numRuns: 300 },
  );
});

it('R28 gold is conserved: what was collected and what lies there is all there was', () => {
  fc.assert(
    fc.property(...match, (settings, seed, actions) => {
      const battle = knownBattle(settings, seed);
      const worth = goldWorth(battle);
      for (const turn of playAll(battle, actions)) expect(goldWorth(turn.battle)).toBe(worth);
    }),
    { seed: 28, numRuns: 300 },
  );
});

it('R24–R28 the events tell all that has changed', () => {
  fc.assert(
    fc.property(...match, (settings, seed, actions) => {
      let before = knownBattle(settings, seed);
      for (const { battle, events } of playAll(before, actions)) {
        for (const seat of seats) {
          let { at, points, out } = before.figures[seat];
          for (const event of events) {
            if (!('seat' in event) || event.seat !== seat) continue;
            if (event.kind === 'moved' || event.kind === 'pushed back') {
              expect(event.from).toEqual(at);
              at = event.to;
            }
            if (event.kind === 'collected') points += event.points;
            if (event.kind === 'fell') out = 'fallen';
            if (event.kind === 'caught') out = 'caught';
          }
          expect({ at, points, out }).toEqual(battle.figures[seat]);
        }
        before = battle;
      }
    }),
    { seed: 25, numRuns: 200 },
  );
});

it('R24–R28 a turn is deterministic and leaves the battle it began with as it was', () => {
  fc.assert(
    fc.property(...match, (settings, seed, actions) => {
      const battle = deepFreeze(knownBattle(settings, seed));
      const copy = structuredClone(battle);
      expect(playAll(battle, actions)).toEqual(playAll(copy, actions));
    }),
    { seed: 26, numRuns: 100 },
  );
});

it('R9 who learns sealed points only as they are collected sees the same match', () => {
  fc.assert(
    fc.property(...match, (settings, seed, actions) => {
      const known = knownBattle(settings, seed);
      let seen = hideSealed(known);
      playAll(known, actions).forEach(({ actions, battle, events }) => {
        const revealed = events.flatMap((event) =>
          event.kind === 'collected' && event.sealed ? [event] : [],
        );
        const turn = playTurn(reveal(seen, revealed), actions);
        expect(turn.events).toEqual(events);
        expect(turn.battle).toEqual(hideSealed(battle));
        seen = turn.battle;
      });
    }),
    { seed: 29, numRuns: 150 },
  );
});

it('R10 with the seats’ programs swapped a mirrored field gives mirrored results, until the bug bites', () => {
  const even = ({ gold, walls, ...rest }: Settings): Settings => ({
    ...rest,
    gold: gold - (gold % 2),
    walls: walls - (walls % 2),
    layout: 'mirrored',
  });
  let bitten = 0;
  let collected = 0;
  fc.assert(
    fc.property(legalSettings.map(even), fc.string(), manyActions, (settings, seed, actions) => {
      const battle = knownBattle(settings, seed);
      const one = playAll(battle, actions);
      const other = playAll(battle, actions.map(swapped));
      for (const [i, { battle, events }] of one.entries()) {
        const twin = other[i];
        const bites = [...events, ...(twin?.events ?? [])].some(({ kind }) => kind === 'caught');
        if (bites) {
          bitten++;
          return;
        }
        collected += events.filter(({ kind }) => kind === 'collected').length;
        for (const seat of seats) {
          const { at, points, out } = battle.figures[seat];
          expect(twin?.battle.figures[otherSeat(seat)]).toEqual({
            at: oppositeCell(battle, at),
            points,
            out,
          });
        }
      }
    }),
    { seed: 30, numRuns: 400 },
  );
  expect(bitten).toBeLessThan(300);
  expect(collected).toBeGreaterThan(100);
});
