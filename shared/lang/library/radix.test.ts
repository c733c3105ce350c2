import { expect, it } from 'vitest';
import { randomStream } from '../../base/random.ts';
import { radixText } from './radix.ts';

it('L5 numbers in other bases read as in the host engine', () => {
  const random = randomStream('radix', 'numbers');
  const numbers = [
    0.5,
    1 / 3,
    255,
    -255.75,
    1e21,
    1e300,
    2 ** 53,
    2 ** 53 + 2,
    5e-324,
    0.1,
    123456.789,
  ];
  for (let i = 0; i < 2000; i++) {
    numbers.push((random.fraction() - 0.5) * 10 ** (random.integer(40) - 20));
    numbers.push(random.integer(2 ** 32));
  }
  for (const number of numbers) {
    for (const radix of [2, 3, 7, 8, 16, 31, 36]) {
      expect([number, radix, radixText(number, radix)]).toEqual([
        number,
        radix,
        number.toString(radix),
      ]);
    }
  }
});
