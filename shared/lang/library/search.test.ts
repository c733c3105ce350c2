import { afterEach, expect, test, vi } from 'vitest';
import { randomStream } from '../../base/random.ts';
import { createMachine, defaultLimits } from '../index.ts';
import { firstIndex, lastIndex, splitBy } from './search.ts';

afterEach(() => vi.restoreAllMocks());

const random = randomStream('search', 'texts');

/** Texts that repeat themselves, with a letter that does not fit here and there. */
function likeItself(length: number): string {
  const piece = 'a'.repeat(1 + random.integer(3)) + 'b'.repeat(random.integer(3));
  let text = piece.repeat(length).slice(0, length);
  for (let odd = random.integer(3); odd > 0; odd--) {
    const at = random.integer(length);
    text = `${text.slice(0, at)}c${text.slice(at + 1)}`;
  }
  return text;
}

test('L6 what is long is found where the standard says, however it repeats itself', () => {
  let found = 0;
  for (let round = 0; round < 600; round++) {
    const text = likeItself(300 + random.integer(900));
    const start = random.integer(200);
    const cut = text.slice(start, start + 241 + random.integer(200));
    const wanted = cut.length > 240 && random.integer(3) > 0 ? cut : likeItself(250);
    const from = random.integer(text.length + 20) - 10;
    if (text.includes(wanted)) found += 1;
    expect(firstIndex(text, wanted, from)).toBe(text.indexOf(wanted, from));
    expect(lastIndex(text, wanted, from)).toBe(text.lastIndexOf(wanted, from));
    expect(lastIndex(text, wanted, Infinity)).toBe(text.lastIndexOf(wanted));
    for (const limit of [0, 1, 2, 2 ** 32 - 1]) {
      expect(splitBy(text, wanted, limit)).toEqual(text.split(wanted, limit));
    }
  }
  expect(found).toBeGreaterThan(100);
});

test('L6 the host, which may compare all of it at each place, is not asked for what is long', () => {
  const asked = [
    vi.spyOn(String.prototype, 'indexOf'),
    vi.spyOn(String.prototype, 'lastIndexOf'),
    vi.spyOn(String.prototype, 'includes'),
    vi.spyOn(String.prototype, 'split'),
  ];
  const program = `const t = "a".repeat(3000), w = "a".repeat(400) + "b" + "a".repeat(400);
    [t.indexOf(w), t.lastIndexOf(w), t.includes(w), t.split(w).length, t.replace(w, "c") === t,
      t.replaceAll(w, "c") === t, t.replaceAll(w, () => "c") === t]`;
  expect(createMachine({}, 'search', defaultLimits).run(program, 1)).toMatchObject({
    kind: 'finished',
    value: [-1, -1, false, 1, true, true, true],
  });
  const wanted = asked.flatMap(({ mock }) =>
    mock.calls.map(([first]) => (typeof first === 'string' ? first.length : 0)),
  );
  expect(wanted.length).toBeGreaterThan(0);
  expect(Math.max(...wanted)).toBeLessThan(250);
});
