import { describe, expect, test } from 'vitest';
import { defaultSettings } from '../battle/index.ts';
import { protocolVersion } from './limits.ts';
import { parseChatText, parseCount, parseCursor, parseJoin, parseWish } from './parse.ts';
import { visibleLine } from '../base/visible-text.ts';
import { parseRoomName } from './room-name.ts';

const edit = {
  kind: 'edit',
  seat: 'heroku',
  epoch: 1,
  version: 0,
  updates: [{ clientId: 'c', changes: [5, [0, 'p.up();', '']] }],
};

const step = {
  kind: 'submit step',
  seat: 'heroku',
  turn: 1,
  version: 0,
  claimed: { action: 'up', readTo: 3 },
};

describe('R1 room names', () => {
  test.each(['a', 'meet-up_2026', '部屋', 'Räume', 'ゲーム', 'x'.repeat(40), 'हिन्दी'])(
    '%s is one',
    (name) => {
      expect(parseRoomName(name)).toMatchObject({ ok: true });
    },
  );

  test.each([
    '',
    ' ',
    'a b',
    'a/b',
    '..',
    '<b>',
    'x'.repeat(41),
    'a\0',
    '💥',
    5,
    null,
    undefined,
    {},
  ])('%j is none', (name) => {
    expect(parseRoomName(name)).toMatchObject({ refusal: { code: 'bad-room-name' } });
  });

  test('two ways to write the same letters are the same room', () => {
    expect(parseRoomName('Cafe\u0301')).toEqual(parseRoomName('Caf\u00e9'));
  });
});

describe('A17 wishes', () => {
  test.each([
    { kind: 'make field', settings: defaultSettings },
    { kind: 'take seat', seat: 'salesforce' },
    { kind: 'leave seat', seat: 'heroku' },
    { kind: 'rename', name: 'Änne 花' },
    { kind: 'start' },
    { kind: 'start', meant: { phase: 'entry', epoch: 3 } },
    { kind: 'not ready', meant: { phase: 'coding', epoch: 0 } },
    { kind: 'ready' },
    { kind: 'play again' },
    { kind: 'swap seats' },
    edit,
    step,
  ])('%o is read as it stands', (wish) => {
    expect(parseWish(wish)).toEqual({ ok: true, value: wish });
  });

  test.each([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'start'],
    ['a list', [edit]],
    ['an unknown kind', { kind: 'win' }],
    ['no kind', { seat: 'heroku' }],
    ['a kind of the host', { kind: 'end coding' }],
    ['somebody else’s id', { kind: 'ready', by: 'anna' }],
    ['a phase there is not', { kind: 'ready', meant: { phase: 'party', epoch: 1 } }],
    ['half of what it was meant for', { kind: 'ready', meant: { phase: 'coding' } }],
    ['a seed', { kind: 'play again', seed: 'mine' }],
    ['a match id', { kind: 'start', match: 'mine' }],
    ['a third seat', { kind: 'take seat', seat: 'azure' }],
    ['a seat from the prototype', { kind: 'take seat', seat: 'constructor' }],
    ['a negative version', { ...edit, version: -1 }],
    ['a fractional version', { ...edit, version: 0.5 }],
    ['a huge version', { ...edit, version: 1e300 }],
    ['no updates', { ...edit, updates: [] }],
    ['too many updates', { ...edit, updates: Array(201).fill(edit.updates[0]) }],
    ['a line break inside a line', update([0, 'a\nb'])],
    ['a carriage return inside a line', update([0, 'a\rb'])],
    ['a change that is an object', update({ from: 0 })],
    ['a change that is a text', update('p.up();')],
    ['a negative length', update(-1)],
    ['an empty piece', update([])],
    ['too many pieces', { ...edit, updates: [{ clientId: 'c', changes: Array(4001).fill(1) }] }],
    ['a long client id', { ...edit, updates: [{ clientId: 'c'.repeat(65), changes: [1] }] }],
    ['an unknown action', { ...step, claimed: { action: 'fly', readTo: 1 } }],
    ['a referee’s word', { ...step, refereed: {} }],
    ['a setting too many', { kind: 'make field', settings: { ...defaultSettings, cheat: 1 } }],
    ['a setting as text', { kind: 'make field', settings: { ...defaultSettings, width: '8' } }],
    [
      'a setting that is no number',
      { kind: 'make field', settings: { ...defaultSettings, width: NaN } },
    ],
    ['a missing setting', { kind: 'make field', settings: { width: 8 } }],
    ['a long nickname', { kind: 'rename', name: 'x'.repeat(25) }],
  ])('%s is refused', (_what, message) => {
    expect(parseWish(message)).toMatchObject({ ok: false, refusal: { code: 'bad-message' } });
  });

  function update(part: unknown): unknown {
    return { ...edit, updates: [{ clientId: 'c', changes: [part] }] };
  }
});

describe('R34 chat', () => {
  test('1–300 characters of any script, counted as people count', () => {
    expect(parseChatText('こんにちは')).toEqual({ ok: true, value: 'こんにちは' });
    expect(parseChatText('😀'.repeat(300))).toMatchObject({ ok: true });
    expect(parseChatText('x'.repeat(301))).toMatchObject({ ok: false });
    expect(parseChatText('')).toMatchObject({ ok: false });
    expect(parseChatText(' \n\t ')).toMatchObject({ ok: false });
  });

  test('line breaks and control characters become blanks', () => {
    expect(parseChatText(' a\nb\u0000c\u2028d ')).toEqual({ ok: true, value: 'a b c d' });
  });

  test('A17 what a page sends of a text is read, or there is nothing to send', () => {
    for (const text of ['\0\0', '\u0085 \u2028', '\ud800\0', '\ufeff', 'a\nb']) {
      const line = visibleLine(text);
      expect(parseChatText(line).ok).toBe(line !== '');
    }
  });

  test('an empty nickname is allowed: the session gives a default', () => {
    const hello = { protocol: protocolVersion, room: 'r', name: '  ', since: null, chatSince: 0 };
    expect(parseJoin(hello)).toMatchObject({ ok: true, value: { name: '' } });
  });
});

test('A17 joins, cursors and numbers of a wrong shape are refused', () => {
  expect(parseJoin({ room: 'r' }).ok).toBe(false);
  expect(parseJoin([]).ok).toBe(false);
  expect(parseCursor({ seat: 'heroku', epoch: 0, version: 0, anchor: 0 }).ok).toBe(false);
  expect(parseCursor({ seat: 'heroku', epoch: 0, version: 0, anchor: 0, head: 2 }).ok).toBe(true);
  for (const bad of ['1', -1, 1.5, Number.NaN, Infinity, null])
    expect(parseCount(bad).ok).toBe(false);
});
