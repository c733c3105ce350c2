import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { newCookie, PageClient } from '../support/page-client.ts';
import { randomStream } from '../../shared/base/random.ts';
import {
  rawPolling,
  rawSocket,
  rawUpgraded,
  socketUrl,
  type Asking,
  type RawLine,
} from '../support/raw-lines.ts';
import { temporaryFolder } from '../support/server.ts';
import { ServerProcess } from '../support/server-process.ts';

const folder = temporaryFolder();
let server: ServerProcess;
let address: string;
let anna: PageClient;
let hasEnded = false;
let cookie: string;
let open: (() => void)[] = [];

beforeAll(async () => {
  server = new ServerProcess({ DATA_DIR: folder.path, LOG_LEVEL: 'info' });
  void server.ended.then(() => (hasEnded = true));
  address = await server.address();
  cookie = await newCookie(address);
  anna = await PageClient.open(address, 'packets', 'Anna');
  await anna.does({ kind: 'take seat', seat: 'heroku' });
});

afterEach(() => {
  for (const close of open) close();
  open = [];
});

afterAll(async () => {
  anna.close();
  await server.end('SIGKILL');
  folder.remove();
});

const ways = {
  'a WebSocket': rawSocket,
  polling: rawPolling,
  'polling that goes on as a WebSocket': rawUpgraded,
} as const satisfies Record<string, (address: string, cookie: string) => Promise<RawLine>>;

async function lineBy(way: keyof typeof ways): Promise<RawLine> {
  const line = await ways[way](address, cookie);
  open.push(() => line.close());
  return line;
}

/** The server lives, and whoever was there before is served as before, over the same line. */
async function othersNoticeNothing(): Promise<void> {
  expect((await fetch(`${address}/healthz`)).status).toBe(200);
  expect(await anna.socket.emitWithAck('time')).toMatchObject({ ok: true });
  expect(hasEnded).toBe(false);
  expect(anna.joins).toHaveLength(1);
  // Nobody else is there, though they may have been: who has left is not taken for present.
  const alone = JSON.stringify({ here: { salesforce: false, heroku: true }, watching: 0 });
  await anna.until(() => JSON.stringify(anna.presence) === alone, 'only Anna is there');
}

const joinText = '{"protocol":2,"room":"packets","name":"","since":null,"chatSince":0}';

/** Says that end the line they are said on, and that line alone. */
const ending: Readonly<Record<string, readonly string[]>> = {
  'CONNECT twice': ['40', '40'],
  DISCONNECT: ['40', '41'],
  'DISCONNECT, and then an event': ['40', '41', `421["join",${joinText}]`],
  'DISCONNECT before CONNECT': ['41'],
  'CONNECT to two namespaces': ['40/admin,', '40'],
  'CONNECT with a huge payload': [`40{"token":"${'x'.repeat(90_000)}"}`],
  'CONNECT with a payload that is none': ['40[1]'],
  'an event before CONNECT': [`421["join",${joinText}]`],
  'an event in another namespace': ['40', '42/admin,["time"]'],
  'a binary event': ['40', '451-["say",{"_placeholder":true,"num":0}]'],
  'a binary answer': ['40', '461-1[{"_placeholder":true,"num":0}]'],
  'an answer nobody asked for': ['40', '430[]'],
  'a refusal of a CONNECT': ['40', '44{"message":"no"}'],
  'an event with a reserved name': ['40', '42["disconnect"]'],
  'an event that is no list': ['40', '42{"0":"join"}'],
  'an event without a body': ['40', '42'],
  'an event with a number no page counts to': ['40', `42${'9'.repeat(400)}["time"]`],
  'a kind of packet that does not exist': ['40', '49'],
  'a kind of message that does not exist': ['9'],
  nothing: [''],
  'a ping from the wrong side': ['2'],
};

const everyWay = Object.keys(ways) as (keyof typeof ways)[];

async function endsItsLine(way: keyof typeof ways, said: readonly string[]): Promise<void> {
  const line = await lineBy(way);
  await line.say(...said);
  await line.ended;
}

test.each(everyWay)(
  'A17 CONNECT, DISCONNECT, CONNECT over %s ends that line alone',
  async (way) => {
    await endsItsLine(way, ['40', '41', '40']);
    await othersNoticeNothing();
  },
);

test.each(everyWay)('A17 2,000 CONNECTs in one piece over %s end that line alone', async (way) => {
  await endsItsLine(way, Array<string>(2000).fill('40'));
  await othersNoticeNothing();
});

test.each(everyWay)('A17 what no page says ends its line over %s, and no other', async (way) => {
  const living = new Set(Object.keys(ending));
  for (const [name, said] of Object.entries(ending)) {
    void endsItsLine(way, said).then(() => living.delete(name));
  }
  await expect.poll(() => [...living], { timeout: 60_000 }).toEqual([]);
  await othersNoticeNothing();
});

/** The same, each in a piece of its own once the first CONNECT is answered. */
test.each(everyWay)(
  'A17 one CONNECT a line, however late the second comes, over %s',
  async (way) => {
    for (const later of [['40'], ['41'], ['41', '40'], ['40/admin,']]) {
      const line = await lineBy(way);
      await line.say('40');
      await line.until((packet) => packet.startsWith('40{'), 'the answer to CONNECT');
      await line.say(...later);
      await line.ended;
    }
    await othersNoticeNothing();
  },
);

test.each(everyWay)('A17 odd things that break no rule harm nobody over %s', async (way) => {
  const line = await lineBy(way);
  await line.say('6', '3', '40{"pid":"x","offset":"y","__proto__":{"a":1}}', '3', '6');
  await line.until((packet) => packet.startsWith('40{'), 'the answer to CONNECT');
  const names = ['__proto__', 'constructor', 'error', 'message', '', 'toString'];
  await line.say(...names.map((name) => `42${JSON.stringify([name, {}])}`), '42[7]', '42[""]');
  await line.say('421["time"]');
  await line.until((packet) => packet.startsWith('431['), 'the time');
  await othersNoticeNothing();
});

/** Asks for a session's line over HTTP; answers the status. */
async function asked(query: string, how: Asking = {}, cookieOf = cookie): Promise<number> {
  const headers = { cookie: cookieOf, ...how.headers };
  const signal = AbortSignal.timeout(10_000);
  const response = await fetch(socketUrl(address, query), { signal, ...how, headers });
  await response.text();
  return response.status;
}

test('R5 A17 a line is its person’s alone, whoever knows its name, and over its own transport', async () => {
  const polling = await rawPolling(address, cookie, false);
  const socket = await lineBy('a WebSocket');
  await polling.say('40');
  const other = await newCookie(address);
  const query = `EIO=4&transport=polling&sid=${polling.sid}`;
  expect(await asked(query, {}, other)).toBe(400);
  expect(await asked(query, { method: 'POST', body: '421["time"]' }, other)).toBe(400);
  expect(await asked(query, { headers: { origin: 'https://evil.example' } })).toBe(400);
  for (const sid of [polling.sid, socket.sid, 'x'.repeat(20), '__proto__']) {
    await expect(rawSocket(address, other, sid)).rejects.toThrow(/400/);
  }
  // Its own person cannot take a WebSocket over by another, nor hang a request on it.
  await expect(rawSocket(address, cookie, socket.sid)).rejects.toThrow(/400/);
  expect(await asked(`EIO=4&transport=websocket&sid=${socket.sid}`)).toBe(400);
  await polling.say('421["time"]');
  expect(await polling.fetchOnce()).toBe(200);
  expect(polling.heard.some((packet) => packet.startsWith('431['))).toBe(true);
  await othersNoticeNothing();
});

test('A17 requests in forms no page uses get a clear answer', async () => {
  const { sid } = await rawPolling(address, cookie, false);
  const mine = `EIO=4&transport=polling&sid=${sid}`;
  for (const method of ['PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS']) {
    expect([method, await asked(mine, { method })]).toEqual([method, 405]);
  }
  const odd = ['', 'EIO=4', 'EIO=3&transport=polling', 'EIO=4&transport=polling&j=0'];
  odd.push('EIO=4&transport=websocket', 'EIO=4&transport=webtransport', `${mine}&EIO=3`);
  odd.push('EIO=4&transport=__proto__', 'EIO=4&transport=polling&sid=gone', `${mine}&j=1`);
  for (const query of odd) expect([query, await asked(query)]).toEqual([query, 400]);
  const body = 'x'.repeat(200_000);
  expect(await asked(mine, { method: 'POST', body })).toBe(413);
  // Two fetches at a time end the line: the second is refused, and what comes later too.
  const both = await Promise.all([asked(mine), asked(mine), asked(mine)]);
  expect(both.filter((status) => status === 400).length).toBeGreaterThanOrEqual(1);
  expect(await asked(mine)).toBe(400);
  await othersNoticeNothing();
});

const pieces = ['40', '40', '41', '42["time"]', '421["time"]', '6', '3', '2', '1', '5', '2probe'];
const morePieces = ['40/admin,', '42["join"]', '451-["x"]', 'bAAAA', '430[]', '9', '', '4', '0{}'];

test('A17 120 lines that say whatever comes to mind end themselves at most', async () => {
  const random = randomStream('lines', 'packets');
  const anyOf = <T>(from: readonly T[]): T => from[random.integer(from.length)] as T;
  const join = `427["join",${joinText}]`;
  const all = [...pieces, ...pieces, ...morePieces, join, join];
  const said: string[][] = [];
  const one = async (): Promise<void> => {
    const packets = Array.from({ length: 1 + random.integer(8) }, () => anyOf(all));
    if (random.integer(2) === 0) packets.unshift('40');
    said.push(packets);
    const way = anyOf(everyWay);
    const end = random.integer(packets.length + 1);
    const hasty = random.integer(3) === 0;
    const line = await ways[way](address, cookie);
    await line.say(...packets.slice(0, end));
    if (hasty) line.close();
    await line.say(...packets.slice(end));
    line.close();
  };
  for (let round = 0; round < 8; round++) {
    await Promise.all(Array.from({ length: 15 }, one));
    expect([hasEnded, said.slice(-15)]).toEqual([false, said.slice(-15)]);
  }
  await othersNoticeNothing();
  const newcomer = await PageClient.open(address, 'packets', 'Ben');
  expect(newcomer.state.seats.heroku?.name).toBe('Anna');
  newcomer.close();
});
