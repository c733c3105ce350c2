import { afterEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { protocolVersion } from '../../shared/protocol/index.ts';
import { smallRoom } from '../../server/sockets/fan-out.ts';
import { cutOff } from '../../server/sockets/page.ts';
import { newCookie, PageClient } from '../support/page-client.ts';
import { realClock } from '../../server/real.ts';
import { startServer, type TestServer } from '../support/server.ts';

let endings: (() => unknown)[] = [];

afterEach(async () => {
  for (const end of endings.toReversed()) await end();
  endings = [];
});

async function serving(clock = realClock): Promise<TestServer> {
  const server = await startServer(clock);
  endings.push(() => server.close());
  return server;
}

async function opened(
  server: TestServer,
  name: string,
  transports?: readonly ('websocket' | 'polling')[],
): Promise<PageClient> {
  const coming = transports === undefined ? {} : { transports };
  const page = await PageClient.open(server.address, 'crowd', name, coming);
  endings.push(() => page.close());
  return page;
}

/** A page that can stop reading, as one on a train does: Socket.IO spoken by hand over `ws`. */
async function reader(server: TestServer) {
  const address = server.address.replace('http', 'ws');
  const socket = new WebSocket(`${address}/socket.io/?EIO=4&transport=websocket`, {
    headers: { cookie: await newCookie(server.address) },
  });
  endings.push(() => socket.terminate());
  const heard: string[] = [];
  const looks = new Set<() => void>();
  socket.on('message', (data) => {
    const text = (data as Buffer).toString();
    if (text.startsWith('0')) socket.send('40');
    if (text === '2') socket.send('3');
    heard.push(text);
    for (const look of looks) look();
  });
  const until = (found: (text: string) => boolean): Promise<string> =>
    new Promise((resolve) => {
      const look = (): void => {
        const text = heard.find(found);
        if (text === undefined) return;
        looks.delete(look);
        resolve(text);
      };
      looks.add(look);
      look();
    });
  await until((text) => text.startsWith('40'));
  let asked = 0;
  const ask = async (event: string, body: unknown): Promise<string> => {
    const id = asked++;
    socket.send(`42${id}${JSON.stringify([event, body])}`);
    return until((text) => text.startsWith(`43${id}[`));
  };
  return { socket, heard, until, ask };
}

async function metric(server: TestServer, name: string): Promise<number> {
  const text = await (await fetch(`${server.address}/metrics`)).text();
  return Number(new RegExp(`^${name} (\\d+)$`, 'm').exec(text)?.[1]);
}

function missedFrames(server: TestServer): Promise<number> {
  return metric(server, 'game_missed_total');
}

test('A15 in a crowd everybody hears everything once, in order, by WebSocket and by polling', async () => {
  const server = await serving();
  const writer = await opened(server, 'writer');
  await writer.does({ kind: 'take seat', seat: 'heroku' });
  await writer.does({ kind: 'start' });
  const crowd = await Promise.all(
    Array.from({ length: smallRoom + 4 }, (_, i) =>
      opened(server, `reader ${i}`, i % 4 === 0 ? ['polling'] : undefined),
    ),
  );
  for (let i = 0; i < 30; i++) await writer.type('heroku', `// line ${i}\n`);
  for (let i = 0; i < 4; i++) await writer.say(`said ${i}`);
  for (const page of [writer, ...crowd]) {
    await page.until(() => page.state.documents.heroku.version === 30, 'all letters');
    await page.until(() => page.chat.length >= 4, 'all talk');
    expect(page.state.documents.heroku.text).toBe(writer.state.documents.heroku.text);
    expect(page.chat.map(({ text }) => text)).toEqual(['said 0', 'said 1', 'said 2', 'said 3']);
  }
  const frames = crowd.map((page) => page.frames.filter((text) => text.includes('"batch"')).length);
  expect(Math.max(...frames)).toBeGreaterThan(0);
});

test('A15 who reads too slowly misses frames, is told so, and catches up by asking', async () => {
  let ahead = 0;
  const server = await serving({ ...realClock, now: () => Date.now() + ahead });
  const slow = await reader(server);
  const join = { protocol: protocolVersion, room: 'crowd', name: '', since: null, chatSince: 0 };
  const joined = await slow.ask('join', join);
  const since = Number(/"seq":(\d+)/.exec(joined)?.[1]);
  const anna = await opened(server, 'Anna');
  const ben = await opened(server, 'Ben');
  await anna.does({ kind: 'take seat', seat: 'heroku' });
  await ben.does({ kind: 'take seat', seat: 'salesforce' });
  const settings = { ...anna.state.settings, codingTime: 900_000 };
  await anna.does({ kind: 'make field', settings });
  await anna.does({ kind: 'start' });
  slow.socket.pause();
  // Each replaces a whole program, until what nobody reads is more than the kernel will hold.
  const rewrite = async (page: PageClient, seat: 'heroku' | 'salesforce'): Promise<void> => {
    const { epoch, version, text } = page.state.documents[seat];
    // Letters are limited, their bytes are not: each of these is three.
    const changes = [[text.length, '語'.repeat(19_000)] as const];
    const updates = [{ clientId: page.name, changes }];
    const answer = await page.wish({ kind: 'edit', seat, epoch, version, updates });
    if (!answer.ok) return;
    await page.until(() => page.state.documents[seat].version > version, 'written');
  };
  for (let i = 0; i < 90 && (await missedFrames(server)) === 0; i++) {
    // By then as many letters may be written again; all of it is within the coding time.
    ahead += 9500;
    await Promise.all([rewrite(anna, 'heroku'), rewrite(ben, 'salesforce')]);
  }
  expect(await missedFrames(server)).toBeGreaterThan(0);
  slow.socket.resume();
  await slow.until((text) => text === '42["missed"]');
  const { seq } = anna.state;
  const answer = await slow.ask('since', since);
  expect(answer).toContain(`"seq":${seq}`);
});

test('A15 A17 who asks again and again and reads nothing is cut off', async () => {
  let ahead = 0;
  const server = await serving({ ...realClock, now: () => Date.now() + ahead });
  const anna = await opened(server, 'Anna');
  await anna.does({ kind: 'take seat', seat: 'heroku' });
  await anna.does({ kind: 'start' });
  // A room that weighs some 57 KB each time it is sent whole.
  await anna.type('heroku', '語'.repeat(19_000));
  const deaf = await reader(server);
  const join = { protocol: protocolVersion, room: 'crowd', name: '', since: null, chatSince: 0 };
  await deaf.ask('join', join);
  deaf.socket.pause();
  // What the kernel holds on both sides comes first, then what the server lets wait: tens of MiB at most.
  const mostAsked = 1000;
  let asked = 0;
  while (asked < mostAsked && (await metric(server, 'game_connections')) === 2) {
    // Time enough passes on the server that it may be asked so often.
    ahead += 2000;
    for (let i = 0; i < 20; i++) {
      asked += 1;
      deaf.socket.send(`42${asked}${JSON.stringify(['join', join])}`);
    }
  }
  // The figures are those of a second ago at most.
  await expect.poll(() => metric(server, 'game_connections'), { timeout: 20_000 }).toBe(1);
  expect(asked).toBeGreaterThan(cutOff / 60_000);
  await anna.type('heroku', 'p.up()\n');
});
