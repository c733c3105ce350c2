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

  it('R17 in a loop in a function what is in scope there, innermost first', () => {
    const play = new Play(
      'const seen = new Map()\nfunction go(way, n) {\n  for (let s = 0; s < n; s++) {\n    seen.set(s, way)\n    p[way]()\n  }\n}\n' +
        'for (let i = 1; i < 3; i++) go("left", i)\np.left()\n',
    );
    const views = Array.from({ length: 4 }, () => {
      play.turn();
      return play.run.view();
    });
    expect(Object.keys(views[0]?.variables ?? {})).toEqual(['s', 'way', 'n', 'i', 'seen']);
    expect(views.map(({ line, variables }) => [line, variables])).toEqual([
      [5, { s: '0', way: '"left"', n: '1', i: '1', seen: 'Map(1) {0 => "left"}' }],
      [5, { s: '0', way: '"left"', n: '2', i: '2', seen: 'Map(1) {0 => "left"}' }],
      [5, { s: '1', way: '"left"', n: '2', i: '2', seen: 'Map(2) {0 => "left", 1 => "left"}' }],
      [9, { seen: 'Map(2) {0 => "left", 1 => "left"}' }],
    ]);
  });

  it('R17 the log shows maps, sets, functions and errors, alone and inside of data', () => {
    const play = new Play(
      'const m = new Map([["a", new Set([1, 2])]])\nlog("m", m, [m], { m })\n' +
        'log(new Set(), p.up, Math.max, (x) => x, new TypeError("no"))\np.up()\n',
    );
    play.turn();
    const map = 'Map(1) {"a" => Set(2) {1, 2}}';
    expect(play.run.view().log).toEqual([
      `m ${map} [${map}] { m: ${map} }`,
      'Set(0) {} function p.up function max function TypeError: no',
    ]);
  });

  it('L6 what functions that run hold is told even beside very many global variables', () => {
    const many = Array.from({ length: 100 }, (_, index) => `let v${index} = ${index}`).join('\n');
    const play = new Play(`${many}\nfor (let i = 7; ;) p.up()`);
    play.turn();
    expect(play.run.view().variables).toMatchObject({ i: '7', v99: '99' });
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
