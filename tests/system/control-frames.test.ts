import { afterEach, expect, test } from 'vitest';
import { mostOdd } from '../../server/sockets/page.ts';
import { mostPings, mostProbes } from '../../server/sockets/websocket-guard.ts';
import { rates } from '../../server/sockets/rate-limit.ts';
import { realClock } from '../../server/real.ts';
import { newCookie } from '../support/page-client.ts';
import { rawPolling, rawSocket, rawUpgraded } from '../support/raw-lines.ts';
import { startServer, type TestServer } from '../support/server.ts';

let server: TestServer | null = null;
let close = (): void => {};

afterEach(async () => {
  close();
  await server?.close();
});

/** Nobody is asked whether they are there: what ends these lines is nothing else. */
async function serving(): Promise<string> {
  const pings = { interval: 60_000, patience: 60_000 };
  server = await startServer(realClock, undefined, null, undefined, { pings });
  return server.address;
}

/** A ping of the WebSocket protocol, masked with zeros as from a page. */
const ping = Buffer.from([0x89, 0x80, 0, 0, 0, 0]);

test.each([
  ['a WebSocket', rawSocket],
  ['polling that goes on as a WebSocket', rawUpgraded],
] as const)(
  'A17 pings without end, whose answers nobody reads, end %s',
  async (_way, open) => {
    const address = await serving();
    const line = await open(address, await newCookie(address));
    close = () => line.close();
    const { net } = line;
    await line.say('40');
    await line.until((packet) => packet.startsWith('40{'), 'the answer to CONNECT');
    net.write(Buffer.concat(Array<Buffer>(mostPings).fill(ping)));
    await line.say('421["time"]');
    await line.until((packet) => packet.startsWith('431['), 'an answer after as many as may be');
    net.write(ping);
    await line.ended;
  },
  15_000,
);

const pong = Buffer.from([0x8a, 0x80, 0, 0, 0, 0]);

test('A17 pongs of the WebSocket protocol that nobody asked for end the line', async () => {
  const address = await serving();
  const line = await rawSocket(address, await newCookie(address));
  close = () => line.close();
  line.net.write(Buffer.concat(Array<Buffer>(mostPings + 1).fill(pong)));
  await line.ended;
});

test('A17 a WebSocket that is to carry on a polling line may probe, but not without end', async () => {
  const address = await serving();
  const cookie = await newCookie(address);
  const polling = await rawPolling(address, cookie);
  const line = await rawSocket(address, cookie, polling.sid);
  close = () => line.close();
  await line.say(...Array<string>(mostProbes).fill('2probe'));
  await expect.poll(() => line.heard.length).toBe(mostProbes);
  await line.say('2probe');
  await line.ended;
  expect(line.heard).toEqual(Array<string>(mostProbes).fill('3probe'));
});

test.each([
  ['nothing', '6'],
  ['answers nobody asked for', '3'],
  ['a change of the way that is over', '5'],
  ['another opening', '0{}'],
])(
  'A17 packets below the messages that no page sends end the line: %s',
  async (_what, packet) => {
    const address = await serving();
    for (const open of [rawSocket, rawPolling, rawUpgraded]) {
      const line = await open(address, await newCookie(address));
      close = () => line.close();
      await line.say('40');
      await line.until((packet) => packet.startsWith('40{'), 'the answer to CONNECT');
      await line.say(...Array<string>(mostOdd).fill(packet));
      await line.say('421["time"]');
      await line.until((packet) => packet.startsWith('431['), 'an answer after as many as may be');
      await line.say(packet);
      await line.ended;
    }
  },
  15_000,
);

test('A17 a page that says more than any page does is cut off, and others are answered at once', async () => {
  const address = await serving();
  const line = await rawSocket(address, await newCookie(address));
  close = () => line.close();
  await line.say('40');
  await line.until((packet) => packet.startsWith('40{'), 'the answer to CONNECT');
  await line.say(...Array<string>(rates.message.burst * 3).fill('421["time"]'));
  await line.ended;
  expect(line.heard.filter((packet) => packet.startsWith('431[')).length).toBeLessThanOrEqual(
    rates.message.burst * 2,
  );
  expect((await fetch(`${address}/healthz`)).status).toBe(200);
});
