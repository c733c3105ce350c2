import { expect, test } from 'vitest';
import { kept } from './kept.ts';

test('what many ask for at once is made once, and again after a while', async () => {
  let [now, made] = [1000, 0];
  const ask = kept(
    async () => ++made,
    1000,
    () => now,
  );
  expect(await Promise.all(Array.from({ length: 2000 }, ask))).toEqual(Array(2000).fill(1));
  now += 999;
  expect(await ask()).toBe(1);
  now += 1;
  expect(await ask()).toBe(2);
});

test('what has failed is not kept', async () => {
  let well = false;
  const ask = kept(
    async () => {
      if (!well) throw new Error('away');
      return 'here';
    },
    1000,
    () => 0,
  );
  await expect(ask()).rejects.toThrow('away');
  well = true;
  expect(await ask()).toBe('here');
});
