import { expect, test } from 'vitest';
import { createLogger } from './logger.ts';

test('an error is logged with its message and where it came from', () => {
  const lines: string[] = [];
  const logger = createLogger('error', { write: (line) => void lines.push(line) });
  logger.error({ error: new TypeError('disk full') }, 'a command could not be stored');
  logger.info('too quiet to be heard');
  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    msg: 'a command could not be stored',
    error: {
      type: 'TypeError',
      message: 'disk full',
      stack: expect.stringContaining('logger.test') as unknown,
    },
  });
});
