import { expect, it } from 'vitest';
import { randomStream } from '../../base/random.ts';
import { createMachine, defaultLimits } from '../index.ts';

it('L5 parseInt of long digits in any base reads as in the host engine', () => {
  const random = randomStream('parseInt', 'texts');
  const texts = Array.from({ length: 700 }, (_, i) => {
    const base = 2 + (i % 35);
    const digits = Array.from({ length: 8 + random.integer(60) }, () =>
      random.integer(base).toString(base),
    );
    const sign = ['', '-', '+', ' \n', '00'][random.integer(5)] ?? '';
    return [`${sign}${digits.join('')}${i % 3 === 0 ? '!' : ''}`, base] as const;
  });
  const machine = createMachine({}, '', { ...defaultLimits, source: 1_000_000, steps: 1_000_000 });
  const source = `${JSON.stringify(texts)}.map(([text, base]) => parseInt(text, base))`;
  expect(machine.run(source, 1)).toEqual({
    kind: 'finished',
    value: texts.map(([text, base]) => Number.parseInt(text, base)),
  });
});
