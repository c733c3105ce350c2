import { describe, expect, it, vi } from 'vitest';
import { boardText } from './board.ts';
import { fieldFor, startBattle } from './field.ts';
import { outcomeOf } from './outcome.ts';
import { hideSealed, knowSealed } from './sealed.ts';
import type { GoldenBattle } from './testing/golden-battle.ts';
import { playTurn } from './turn.ts';

// Many cases in one test: slow on a busy machine, and no measure of speed.
vi.setConfig({ testTimeout: 60_000 });

const files = import.meta.glob<GoldenBattle>('../../tests/golden/battles/*.json', {
  eager: true,
  import: 'default',
});
const battles = Object.values(files);

describe.each(battles)('golden battle $name', ({ settings, seed, sealed, start, turns }) => {
  const made = fieldFor(settings, seed);
  const begun = knowSealed(startBattle(made.field, settings), made.field, made.sealed);

  it('R8 R9 R10 its field is made again', () => {
    expect(made.sealed).toEqual(sealed);
    expect(boardText(begun).split('\n')).toEqual(start);
    expect(hideSealed(begun)).toEqual(startBattle(made.field, settings));
  });

  it('R24–R30 it is played again, turn by turn', () => {
    let battle = begun;
    for (const turn of turns) {
      const played = playTurn(battle, turn.actions);
      battle = played.battle;
      const { salesforce, heroku } = battle.figures;
      expect({
        actions: turn.actions,
        events: played.events,
        points: { salesforce: salesforce.points, heroku: heroku.points },
        outcome: outcomeOf(battle),
        board: boardText(battle).split('\n'),
      }).toEqual(turn);
    }
  });

  it('R29 it ends with its last turn', () => {
    const outcomes = turns.map(({ outcome }) => outcome);
    expect(outcomes.slice(0, -1).every((outcome) => outcome === null)).toBe(true);
    expect(outcomes.at(-1)).not.toBeNull();
  });
});

it('the golden battles know every event a made field can bring, and every end', () => {
  expect(battles.length).toBeGreaterThanOrEqual(12);
  const turns = battles.flatMap((battle) => battle.turns);
  const events = new Set<string>(turns.flatMap((turn) => turn.events.map(({ kind }) => kind)));
  expect(events).toEqual(
    new Set([
      'moved',
      'waited',
      'bumped',
      'fell',
      'bug moved',
      'caught',
      'pushed back',
      'collected',
    ]),
  );
  const ends = turns.flatMap(({ outcome }) => outcome ?? []);
  expect(
    new Set(ends.map((end) => `${end.kind === 'won' ? end.winner : 'draw'} by ${end.by}`)),
  ).toEqual(
    new Set([
      'draw by both out',
      'draw by points',
      'salesforce by points',
      'salesforce by rival out',
      'heroku by points',
      'heroku by rival out',
    ]),
  );
});
