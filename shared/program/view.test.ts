import { describe, expect, it } from 'vitest';
import { defaultSettings, fieldFor, knowSealed, startBattle } from '../battle/index.ts';
import { playPrograms } from './play.ts';
import { Play, roomy } from './testing/field.ts';
import { walkAlone, walkWatched } from './walk.ts';
import { parseBoard } from '../battle/index.ts';

describe('R17 a program as a debugger shows it', () => {
  it('R17 its line, its variables without functions, what it logged in this turn', () => {
    const play = new Play(
      'let n = 1\nconst way = "up"\nfunction f() {}\nconst g = () => n\nlog("a", n)\np.up(); n++\nlog("b")\n',
    );
    play.turn();
    expect(play.run.view()).toEqual({
      line: 6,
      variables: { n: '1', way: '"up"' },
      log: ['a 1'],
    });
    play.turn();
    expect(play.run.view()).toEqual({
      line: null,
      variables: { n: '2', way: '"up"' },
      log: ['b'],
    });
  });

  it('R17 an error is where it stands', () => {
    const play = new Play('let a = [1, { b: 2 }]\na.nothing()\n');
    play.turn();
    expect(play.run.view()).toMatchObject({ line: 2, variables: { a: '[1, {b: 2}]' } });
  });

  it('L6 of very many variables the last are shown', () => {
    const many = Array.from({ length: 100 }, (_, index) => `let v${index} = ${index}`).join('\n');
    const play = new Play(`${many}\np.up()`);
    play.turn();
    const names = Object.keys(play.run.view().variables);
    expect(names).toHaveLength(40);
    expect(names.at(-1)).toBe('v99');
  });

  it('R31 a trial that is watched walks as one that is not, with a view of every step', () => {
    const text = 'let n = 0\nwhile (n < 3) {\n  n++\n  p.left()\n}\nlog("end")\n';
    const { views, ...walk } = walkWatched(text, 'heroku', parseBoard(roomy), 30);
    expect(walk).toEqual(walkAlone(text, 'heroku', parseBoard(roomy), 30));
    expect(views.map(({ line, variables }) => `${line} ${variables['n']}`)).toEqual([
      '4 1',
      '4 2',
      '4 3',
      'null 3',
    ]);
    expect(views.at(-1)?.log).toEqual(['end']);
  });
});

describe('R23 both programs against each other', () => {
  it('R28 R29 until it is decided; sealed gold counts and stays hidden from programs', () => {
    const settings = { ...defaultSettings, width: 6, height: 6, walls: 0, gold: 20, turns: 8 };
    const { field, sealed } = fieldFor(settings, 'sealed');
    const start = knowSealed(startBattle(field, settings), field, sealed);
    const heroku =
      'for (;;) { log(field.gold().filter((g) => g.points === null).length); p.wait() }';
    const turns = playPrograms(start, { salesforce: '', heroku }, 'seed');
    expect(turns).toHaveLength(8);
    expect(turns[0]?.views.heroku.log).toEqual([String(sealed.length)]);
    expect(sealed.length).toBeGreaterThan(0);
    expect(turns).toEqual(playPrograms(start, { salesforce: '', heroku }, 'seed'));
  });
});
