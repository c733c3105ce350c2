import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { boardText } from '../../shared/battle/index.ts';
import { readReplay } from '../../shared/replay/index.ts';
import { applyRecord } from '../../shared/room/index.ts';
import { BadArguments } from '../../tools/match/options.ts';
import { playedLines } from '../../tools/match/play.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'match-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function file(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

function match(...args: string[]) {
  // The loader inside the command's own process: its launcher would be a second one.
  const command = ['--import', 'tsx', 'tools/match.ts', ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8' });
  return { status, stdout, stderr };
}

interface TurnLine {
  readonly kind: 'turn';
  readonly turn: number;
  readonly heroku: {
    readonly action: string;
    readonly line: number | null;
    readonly error: { readonly code: string; readonly line: number; readonly column: number };
    readonly log: readonly string[];
  };
  readonly board: string;
}

describe('L12 a match from a terminal', () => {
  it('L12 L5 every turn is a JSON line and the result the last, the same for the same seed', () => {
    const salesforce = file('s.js', '');
    const heroku = file(
      'h.js',
      '\uFEFFlet seen = 0;\r\nfor (const way of ["up", "down"]) {\r\n  log(way, ++seen);\r\n  p.wait();\r\n}\r\np.lfet();\r\n',
    );
    const settings = file('settings.json', '{"turns": 4, "width": 9, "walls": 0}');
    const args = ['--json', '--salesforce', salesforce, '--heroku', heroku];
    const all = [...args, '--seed', '12', '--settings', settings];
    const { status, stdout } = match(...all);
    expect(status).toBe(0);
    const lines = stdout.trimEnd().split('\n');
    const turns = lines.slice(0, -1).map((line) => JSON.parse(line) as TurnLine);
    expect(turns.map(({ turn }) => turn)).toEqual([1, 2, 3, 4]);
    expect(turns.map(({ heroku }) => `${heroku.action} ${heroku.line}`)).toEqual([
      'wait 4',
      'wait 4',
      'wait 6',
      'wait null',
    ]);
    expect(turns.flatMap(({ heroku }) => heroku.log)).toEqual(['up 1', 'down 2']);
    expect(turns[2]?.heroku.error).toMatchObject({ code: 'unknown-command', line: 6, column: 3 });
    expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({
      kind: 'result',
      turns: 4,
      seed: '12',
      settings: { turns: 4, width: 9, height: 8, walls: 0 },
      outcome: { kind: 'draw', by: 'points' },
      board: turns.at(-1)?.board,
    });
    expect(playedLines(all)).toEqual(lines);
  });

  it('L12 without --json it tells the result, errors with file, line and reason', () => {
    const wrong = file('wrong.js', 'p.up(-1)\n');
    const args = ['--salesforce', wrong, '--heroku', wrong, '--seed', 'a'];
    const stdout = `${playedLines(args).join('\n')}\n`;
    expect(stdout).toContain(`turn 1 ${wrong}:1:1 The number of steps cannot be negative`);
    expect(stdout).toMatch(/\nseed a\n(draw by|salesforce wins by|heroku wins by) .*\n$/);
  });

  it('L12 without a seed it tells the one it took', () => {
    const idle = file('idle.js', '// nothing\n');
    const args = ['--salesforce', idle, '--heroku', idle];
    const first = playedLines(args);
    const seed = /^seed (\w+)$/m.exec(first.join('\n'))?.[1] ?? '';
    expect(playedLines([...args, '--seed', seed])).toEqual(first);
  });

  it('L12 R32 --replay writes the match as a file of the theatre; what is printed stays the same', () => {
    const walker = file('walker.js', 'for (const w of ["up", "down"]) p[w]();\np.wait();\n');
    const idle = file('still.js', '// nothing\n');
    const settings = file('short.json', '{"turns": 3, "walls": 0}');
    const args = ['--salesforce', walker, '--heroku', idle, '--seed', '7', '--settings', settings];
    const path = join(folder, 'match.json');
    const told = match('--json', ...args, '--replay', path);
    expect(told).toEqual({ status: 0, stdout: expect.stringMatching(/\n$/), stderr: '' });
    const read = readReplay(readFileSync(path, 'utf8'));
    if (!read.ok) throw new Error(read.refusal.code);
    const { match: id, records, start } = read.value;
    expect(id).toBe('match-7');
    const end = records.reduce(applyRecord, start);
    const lines = told.stdout.trimEnd().split('\n');
    const result = JSON.parse(lines.at(-1) ?? '') as { readonly board: string };
    expect(boardText(end.battle)).toBe(result.board);
    expect(end.documents.salesforce.text).toContain(readFileSync(walker, 'utf8'));
    expect(lines).toEqual(playedLines(['--json', ...args]));
  });

  it('L12 A17 a place where no replay can be written is refused', () => {
    const nowhere = join(folder, 'no such folder', 'match.json');
    expect(refusalOf([...files(), '--replay', nowhere])).toBe(`cannot write ${nowhere} (ENOENT)`);
    expect(existsSync(nowhere)).toBe(false);
  });

  const files = () => ['--salesforce', file('a.js', ''), '--heroku', file('b.js', '')];
  const settings = (text: string) => [...files(), '--settings', file('bad.json', text)];
  test.each<[string, () => string[], RegExp]>([
    ['no arguments', () => [], /--salesforce FILE is missing; usage/],
    ['one program', () => files().slice(2), /--salesforce FILE is missing/],
    ['an unknown argument', () => [...files(), '--fast'], /unknown argument --fast; usage/],
    ['a value that is missing', () => [...files(), '--seed'], /--seed needs a value/],
    ['an argument twice', () => [...files(), ...files()], /--salesforce is given twice/],
    ['an odd seed', () => [...files(), '--seed', 'a b'], /--seed takes/],
    ['no such file', () => ['--salesforce', 'no.js', '--heroku', 'no.js'], /cannot read no\.js/],
    ['a folder', () => ['--salesforce', folder, '--heroku', folder], /cannot read/],
    ['settings that are no JSON', () => settings('{"width": }'), /bad\.json is no JSON/],
    ['settings that are a list', () => settings('[]'), /must hold an object/],
    ['an unknown setting', () => settings('{"wdith": 8}'), /no setting "wdith"/],
    ['a setting of another type', () => settings('{"width": "8"}'), /width must be a number/],
    ['a setting out of range', () => settings('{"width": 1}'), /width must be from 3 to 64/],
    ['walls that do not fit', () => settings('{"width": 3}'), /walls must be from 0 to 9/],
    ['half a step', () => settings('{"turns": 1.5}'), /turns must be a whole number/],
    [
      'an unknown layout',
      () => settings('{"layout": "round"}'),
      /layout must be mirrored or random/,
    ],
    [
      'a program that is too long',
      () => ['--salesforce', file('long.js', 'x'.repeat(20_001)), '--heroku', file('b.js', '')],
      /a program has at most 20000 characters/,
    ],
  ])('L12 A17 %s is refused in one line', (_name, args, reason) => {
    const told = refusalOf(args());
    expect(told).toMatch(reason);
    expect(told.split('\n')).toHaveLength(1);
  });

  it('L12 A17 what is refused prints nothing but the reason; the exit code is 2', () => {
    expect(match('--fast')).toEqual({
      status: 2,
      stdout: '',
      stderr: expect.stringMatching(/^match: unknown argument --fast; usage.*\n$/),
    });
  });
});

function refusalOf(args: readonly string[]): string {
  try {
    playedLines(args);
  } catch (error) {
    if (error instanceof BadArguments) return error.message;
    throw error;
  }
  throw new Error('that was not refused');
}
