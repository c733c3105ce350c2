import { describe, expect, it, test } from 'vitest';
import type { Seat } from '../base/ids.ts';
import { parseBoard } from '../battle/index.ts';
import type { HostValue } from '../lang/index.ts';
import type { WorldMember, WorldView } from './entry.ts';
import { worldNames, worldTable } from './world.ts';

const board = `
  turn 4/30, S 30, H 20
  . ? . #
  S ^ H 2
  . 1 . #
`;

function viewOf(seat: Seat, log: string[] = []): WorldView {
  const battle = parseBoard(board);
  return { seat, battle: () => battle, log: (line) => log.push(line) };
}

function member(name: string): WorldMember {
  let found: WorldMember = { kind: 'group', members: worldNames };
  for (const part of name.split('.')) {
    const inner: WorldMember | undefined = found.kind === 'group' ? found.members[part] : undefined;
    if (inner === undefined) throw new Error(`no ${name}`);
    found = inner;
  }
  return found;
}

function seen(name: string, args: readonly HostValue[] = [], seat: Seat = 'heroku'): unknown {
  const found = member(name);
  if (found.kind === 'value') return found.read(viewOf(seat));
  if (found.kind !== 'function' || found.call.kind !== 'answer') throw new Error(`${name} asks`);
  const refusal = found.call.check?.(args) ?? null;
  if (refusal !== null) return refusal.code;
  const result = found.call.answer(args, viewOf(seat));
  return 'value' in result ? result.value : result.error.code;
}

describe('L4 the world a program sees', () => {
  test.each<[string, HostValue, HostValue]>([
    ['p.x', 2, 0],
    ['p.y', 1, 1],
    ['p.points', 20, 30],
    ['rival.x', 0, 2],
    ['rival.y', 1, 1],
    ['rival.points', 30, 20],
    ['bug.x', 1, 1],
    ['bug.y', 1, 1],
    ['bug.facing', 'up', 'up'],
    ['field.width', 4, 4],
    ['field.height', 3, 3],
    ['turn.now', 5, 5],
    ['turn.last', 30, 30],
  ])('L4 %s is %s for H, %s for S', (name, heroku, salesforce) => {
    expect(seen(name)).toBe(heroku);
    expect(seen(name, [], 'salesforce')).toBe(salesforce);
  });

  test.each([
    ['up', 'empty'],
    ['left', 'bug'],
    ['right', 'gold'],
    ['north', 'unknown-direction'],
    ['', 'unknown-direction'],
  ])('L4 p.look(%j) is %s', (direction, sight) => {
    expect(seen('p.look', [direction])).toBe(sight);
  });

  test.each<[HostValue, HostValue, string]>([
    [0, 1, 'rival'],
    [1, 0, 'gold'],
    [3, 0, 'wall'],
    [-1, 0, 'edge'],
    [4, 1, 'edge'],
    [2, 1, 'empty'],
    [0.5, 1, 'coordinate-not-whole'],
    ['0', 1, 'coordinate-not-whole'],
    [0, undefined, 'coordinate-not-whole'],
  ])('L4 field.at(%j, %j) is %s', (x, y, sight) => {
    expect(seen('field.at', [x, y])).toBe(sight);
  });

  it('L4 a rival who is out is not seen any more', () => {
    const fallen = parseBoard('turn 4/30, S 30 fallen, H 20\ns H\n^ .');
    const look = member('p.look');
    if (look.kind !== 'function' || look.call.kind !== 'answer') throw new Error('no p.look');
    const view = { ...viewOf('heroku'), battle: () => fallen };
    expect(look.call.answer(['left'], view)).toEqual({ value: 'empty' });
  });

  it('R9 the points of sealed gold are null', () => {
    expect(seen('field.gold')).toEqual([
      { x: 1, y: 0, points: null },
      { x: 3, y: 1, points: 20 },
      { x: 1, y: 2, points: 10 },
    ]);
  });

  it('L4 log tells values as code', () => {
    const lines: string[] = [];
    const log = member('log');
    const view = viewOf('heroku', lines);
    if (log.kind !== 'function' || log.call.kind !== 'answer') throw new Error('no log');
    log.call.answer(['a', 1, -0, null, undefined, true, ['b', { c: 'd' }], {}, []], view);
    log.call.answer(['x'.repeat(1000)], view);
    log.call.answer([], view);
    expect(lines[0]).toBe('a 1 -0 null undefined true ["b", { c: "d" }] {} []');
    expect(lines[1]).toHaveLength(200);
    expect(lines[2]).toBe('');
  });
});

describe('the table of names', () => {
  it('R35 every name has its help in both languages', () => {
    for (const { name, help, signature } of worldTable) {
      expect(signature.startsWith(name), name).toBe(true);
      expect(help.en, name).toMatch(/^[\x20-\x7e]+$/);
      expect(help.ja, name).toMatch(/[\u3040-\u9fff]/);
    }
  });

  it('L4 R21 lists every name once, and every one can be used', () => {
    const names = worldTable.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const { name, kind } of worldTable) {
      const found = member(name);
      const expected = kind === 'command' ? 'function' : kind;
      expect(found.kind, name).toBe(expected);
      if (found.kind !== 'function') continue;
      expect(found.call.kind, name).toBe(kind === 'command' ? 'suspend' : 'answer');
    }
  });
});
