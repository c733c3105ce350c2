import { afterAll, beforeAll, expect, test } from 'vitest';
import { PageClient } from '../support/page-client.ts';
import { startServer, type TestServer } from '../support/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

test('R1 B8 an address with another form of a name leads to the one there is', async () => {
  const ask = (path: string) => fetch(`${server.address}${path}`, { redirect: 'manual' });
  const other = await ask(`/game/${encodeURIComponent('cafe\u0301')}?view=wall`);
  expect(other.status).toBe(308);
  expect(other.headers.get('location')).toBe(`/game/${encodeURIComponent('caf\u00E9')}?view=wall`);
  expect((await ask(`/game/${encodeURIComponent('caf\u00E9')}`)).status).toBe(200);
  expect((await ask(`/game/${encodeURIComponent('\u3164')}`)).status).toBe(404);
});

test('R1 B8 over the wire both forms are one room, and names that deceive are seen through', async () => {
  const anna = await PageClient.open(server.address, 'cafe\u0301', '\u202EAn\u200Bna\u3164');
  const ben = await PageClient.open(server.address, 'caf\u00E9', '\u3164\u2800\u200B');
  await anna.does({ kind: 'take seat', seat: 'salesforce' });
  await ben.does({ kind: 'take seat', seat: 'heroku' });
  await ben.until(() => ben.state.seats.salesforce !== null, 'the rival');
  expect(ben.state.seats.salesforce?.name).toBe('Anna');
  expect(ben.state.seats.heroku?.name).toMatch(/^guest/);
  await anna.does({
    kind: 'rename',
    name: '👩\u200D💻 \u00A0\u2066Z\u0301\u0301\u0301\u0301\u0301\u0301\u0301',
  });
  expect(anna.state.seats.salesforce?.name).toBe('👩\u200D💻 Ź\u0301\u0301\u0301');
  expect(await anna.say('\u202Eolleh\u202C \u200B')).toMatchObject({ value: { text: 'olleh' } });
  expect(await anna.say('\u3164\u200B\u2800')).toMatchObject({ refusal: { code: 'bad-message' } });
  for (const page of [anna, ben]) page.close();
});
