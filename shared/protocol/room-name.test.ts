import { expect, onTestFinished, test, vi } from 'vitest';
import { parseRoomName } from './room-name.ts';

test.each([
  ['decomposed', 'cafe\u0301', 'caf\u00E9'],
  ['Hangul in parts', '\u1112\u1161\u11AB', '\uD55C'],
  ['an Å that is a unit', '\u212B', '\u00C5'],
  ['already in form', '部屋-1_b', '部屋-1_b'],
])('R1 B8 a room has one name: %s', (_, written, name) => {
  expect(parseRoomName(written)).toEqual({ ok: true, value: name });
});

test.each([
  ['Hangul fillers', '\u3164'],
  ['a filler among letters', 'room\uFFA0'],
  ['zero width', 'ro\u200Bom'],
  ['bidi', '\u202Emoor'],
  ['a selector', 'room\uFE0F'],
  ['a soft hyphen', 'ro\u00ADom'],
  ['tags', 'room\u{E0041}'],
  ['a grapheme joiner', 'ro\u034Fom'],
  ['marks alone', '\u0301\u0301'],
  ['a pile of marks', `a${'\u0316'.repeat(20)}`],
  ['a selector of a form', '部屋\u{E01EF}'],
  ['a Mongolian selector', 'ᠠ\u180B'],
  ['a filler of the Khitan', 'a\u{16FE4}'],
  ['a joiner of the Berbers', 'a\u2D7F'],
  ['half a pair', 'room\uD800'],
  ['a key cap, without the sign for pictures', '1\u20E3'],
  ['a key cap with it', '1\uFE0F\u20E3'],
  ['41 letters', '𝐚'.repeat(41)],
])('R1 B8 what deceives is no room name: %s', (_, written) => {
  expect(parseRoomName(written)).toMatchObject({ ok: false, refusal: { code: 'bad-room-name' } });
});

test('R1 B8 what is too long for a name is not looked at', () => {
  const normalize = vi.spyOn(String.prototype, 'normalize');
  onTestFinished(() => normalize.mockRestore());
  expect(parseRoomName(`a${'\u0301\u0316'.repeat(30_000)}`).ok).toBe(false);
  expect(normalize).not.toHaveBeenCalled();
});
