import { expect, test } from 'vitest';
import { fetchReplay } from './fetch-replay.ts';

const answering =
  (status: number, body: unknown): typeof fetch =>
  () =>
    Promise.resolve(new Response(JSON.stringify(body), { status }));

test.each([
  [410, { code: 'replay-gone', details: { why: 'space' } }, 'replay-gone', { why: 'space' }],
  [410, { code: 'replay-gone' }, 'replay-gone', { why: '' }],
  [404, { code: 'no-such-replay' }, 'replay-not-found', {}],
  [503, { code: 'storage-failed' }, 'offline', {}],
])('B5 %j of %j is told as %s', async (status, body, code, details) => {
  const answer = await fetchReplay('match-one', answering(status, body));
  expect(answer).toEqual({ ok: false, refusal: { code, details } });
});
