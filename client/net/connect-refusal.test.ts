import { expect, test } from 'vitest';
import { refusalIn } from './connect-refusal.ts';

const failed = (context: unknown): Error => Object.assign(new Error('xhr poll error'), { context });

test('B5 why no line is opened stands in the answer to polling, or in the refusal of a line', () => {
  const responseText = '{"code":"server-full","details":{"retryAfter":20}}';
  expect(refusalIn(failed({ responseText }))).toEqual({ code: 'server-full', retryAfter: 20 });
  const refused = Object.assign(new Error('too-many-people'), { data: { retryAfter: 7 } });
  expect(refusalIn(refused)).toEqual({ code: 'too-many-people', retryAfter: 7 });
  expect(refusalIn(new Error('no-session'))).toEqual({ code: 'no-session' });
});

test.each([
  undefined,
  {},
  { responseText: '' },
  { responseText: '<html>502 Bad Gateway</html>' },
  { responseText: 'null' },
  { responseText: '{"code":"constructor"}' },
  { responseText: '{"code":4,"message":"origin-refused"}' },
])('B5 whatever else comes says nothing: %j', (context) => {
  expect(refusalIn(failed(context))).toBeNull();
});
