import { setImmediate as nextTurn } from 'node:timers/promises';
import { beforeEach, expect, test } from 'vitest';
import type { PageSocket, SocketData } from './door.ts';
import { mostLate, Outbox } from './outbox.ts';

/** A page whose TCP socket takes everything, and what has been written to it. */
interface FakePage {
  readonly written: string[];
  readonly data: SocketData;
  told: string[];
  /** What Socket.IO calls to write packets. */
  write(packets: readonly string[], options?: object): void;
  /** What Engine.IO calls to send a packet of its own. */
  sendPacket(...packet: string[]): void;
  readonly usual: string[];
}

let traffic: { frames: number; missed: number };
let outbox: Outbox;

beforeEach(() => {
  traffic = { frames: 0, missed: 0 };
  outbox = new Outbox(traffic, (trouble, error) => {
    throw new Error(trouble, { cause: error });
  });
});

function fakePage(): FakePage {
  const written: string[] = [];
  const usual: string[] = [];
  const told: string[] = [];
  const data = { person: 'someone', address: 'somewhere', unanswered: 0 } as SocketData;
  const net = {
    writableLength: 0,
    writableNeedDrain: false,
    write: (bytes: Buffer) => written.push(bytes.toString('latin1')),
  };
  const conn = {
    readyState: 'open',
    upgrading: false,
    writeBuffer: [],
    pingTimeoutTimer: null,
    transport: {
      name: 'websocket',
      writable: true,
      socket: { _socket: net },
      onPacket: () => {},
    },
    sendPacket: (...packet: string[]) => usual.push(packet.join(' ')),
    once: () => {},
  };
  const client = { conn, writeToEngine: (packets: string[]) => usual.push(...packets) };
  const emit = (event: string): number => told.push(event);
  outbox.serve({ client, conn, data, emit } as unknown as PageSocket);
  const write = client.writeToEngine as unknown as FakePage['write'];
  return {
    written,
    usual,
    told,
    data,
    write: (packets, options = {}) => write(packets, options),
    sendPacket: (...packet) => conn.sendPacket(...packet),
  };
}

/** What Socket.IO hands to all clients of one broadcast. */
function broadcast(text: string): { packets: string[]; options: object } {
  return { packets: [text], options: { wsPreEncodedFrame: [Buffer.from(`<${text}`)] } };
}

test('A15 a record and the answer to who has asked leave in one write, in order', async () => {
  const [asking, other] = [fakePage(), fakePage()];
  const { packets, options } = broadcast('2["record"]');
  asking.data.unanswered = 1;
  for (const page of [asking, other]) page.write(packets, options);
  expect(asking.written).toEqual([]);
  expect(other.written).toEqual(['<2["record"]']);
  asking.data.unanswered = 0;
  asking.write(['31[{"ok":true}]']);
  expect(asking.written).toEqual(['<2["record"]\x81\x10431[{"ok":true}]']);
  await nextTurn();
  expect(asking.written).toHaveLength(1);
});

test('A15 what waits for an answer goes out without it at the end of the turn', async () => {
  const page = fakePage();
  page.data.unanswered = 1;
  for (const text of ['2["record",1]', '2["record",2]']) {
    const { packets, options } = broadcast(text);
    page.write(packets, options);
  }
  await nextTurn();
  expect(page.written).toEqual(['<2["record",1]<2["record",2]']);
});

test('a page is asked whether it is there in one write; other packets take the usual way', () => {
  const page = fakePage();
  page.sendPacket('ping');
  page.sendPacket('pong', 'probe');
  expect(page.written).toEqual(['\x81\x012']);
  expect(page.usual).toEqual(['pong probe']);
});

test(
  'A15 frames that pile up are left out beyond a bound, and who missed one is told',
  { timeout: 30_000 },
  async () => {
    const pages = Array.from({ length: 100 }, fakePage);
    const frames = (2 * mostLate) / pages.length;
    for (let i = 0; i < frames; i++) {
      const { packets, options } = broadcast('2["batch",[]]');
      for (const page of pages) page.write(packets, options);
    }
    const count = (): number => pages.reduce((sum, { written }) => sum + written.length, 0);
    while (traffic.frames + traffic.missed < frames * pages.length) await nextTurn();
    expect(traffic.missed).toBeGreaterThan(0);
    expect(count()).toBeLessThan(mostLate + 1000);
    expect(count()).toBe(traffic.frames);
    await expect
      .poll(() => pages.every(({ told }) => told.length > 0), { timeout: 20_000 })
      .toBe(true);
    expect(new Set(pages.flatMap(({ told }) => told))).toEqual(new Set(['missed']));
    const { packets, options } = broadcast('2["batch",[]]');
    for (const page of pages) page.write(packets, options);
    await nextTurn();
    expect(traffic.missed + traffic.frames).toBe((frames + 1) * pages.length);
  },
);
