import { afterEach, expect, test } from 'vitest';
import { randomStream, type Random } from '../../shared/base/random.ts';
import { defaultSettings } from '../../shared/battle/index.ts';
import { protocolVersion } from '../../shared/protocol/index.ts';
import type { Clock } from '../../shared/room/index.ts';
import { realClock } from '../../server/real.ts';
import type { Socket } from 'socket.io-client';
import { connect, newCookie, PageClient } from '../support/page-client.ts';
import { startServer, type TestServer } from '../support/server.ts';

let open: (() => unknown)[] = [];

afterEach(async () => {
  for (const close of open.toReversed()) await close();
  open = [];
});

async function serving(clock: Clock = realClock): Promise<TestServer> {
  const server = await startServer(clock);
  open.push(() => server.close());
  return server;
}

async function opened(server: TestServer, room: string, name: string): Promise<PageClient> {
  const page = await PageClient.open(server.address, room, name);
  open.push(() => page.close());
  return page;
}

test('R9 A9 seed and sealed gold are on no wire before the end, and on it then', async () => {
  const server = await serving();
  const anna = await opened(server, 'sealed', 'Anna');
  const settings = { ...defaultSettings, gold: 20, codingTime: 600_000, turns: 4, turnTime: 150 };
  await anna.does({ kind: 'make field', settings });
  await anna.does({ kind: 'take seat', seat: 'salesforce' });
  await anna.does({ kind: 'take seat', seat: 'heroku' });
  const stored = await server.stores.log.load(anna.state.room);
  const { seed, sealed } = stored?.snapshot?.state.secret ?? { seed: '', sealed: [] };
  expect(seed).toMatch(/^[0-9a-f]{32}$/);
  expect(sealed.length).toBeGreaterThan(0);
  const hidden = anna.state.field.gold.filter((gold) => gold.sealed);
  expect(hidden).toHaveLength(sealed.length);
  expect(hidden.every(({ points }) => points === null)).toBe(true);
  await anna.does({ kind: 'start' });
  await anna.type('heroku', 'p.wait(9);\n');
  await anna.does({ kind: 'ready' });
  const cleo = await opened(server, 'sealed', 'Cleo');
  await anna.until(() => anna.state.phase.kind === 'result', 'the result');
  await cleo.until(() => cleo.state.phase.kind === 'result', 'the result');
  for (const { frames } of [anna, cleo]) {
    const end = frames.findIndex((frame) => frame.includes('"match ended"'));
    expect(end).toBeGreaterThan(0);
    const before = frames.slice(0, end).join('\n');
    expect(before).toContain('"field"');
    expect(before).not.toContain(seed);
    expect(before).not.toContain('"seed"');
    expect(before).not.toMatch(/"secret":\{|"sealed":\[/);
    expect(frames[end]).toContain(seed);
  }
});

type Message = readonly [event: string, input: unknown];

const events = ['join', 'wish', 'since', 'say', 'chatSince', 'time', 'cursor'] as const;
const kinds = [
  'make field',
  'take seat',
  'leave seat',
  'rename',
  'start',
  'ready',
  'play again',
  'swap seats',
  'edit',
  'submit step',
  'constructor',
  '__proto__',
];
const words = [
  '',
  'x',
  'heroku',
  'up',
  '部屋',
  '\u0000',
  '__proto__',
  '🙂'.repeat(200),
  'mirrored',
];
const numbers = [0, 1, -1, 1.5, 1e308, Number.MAX_SAFE_INTEGER, 2 ** 53, -0];

function pick<T>(random: Random, from: readonly T[]): T {
  return from[random.integer(from.length)] as T;
}

/** Anything JSON can carry. */
function junk(random: Random, depth = 0): unknown {
  switch (random.integer(depth > 3 ? 4 : 6)) {
    case 0:
      return pick(random, [null, true, false]);
    case 1:
      return pick(random, numbers);
    case 2:
      return pick(random, words);
    case 3:
      return 'y'.repeat(random.integer(3000));
    case 4:
      return Array.from({ length: random.integer(5) }, () => junk(random, depth + 1));
    default:
      return Object.fromEntries(
        Array.from({ length: random.integer(5) }, () => [
          pick(random, ['kind', 'seat', 'room', 'updates', 'length', 'toJSON', 'then']),
          junk(random, depth + 1),
        ]),
      );
  }
}

/** Something that looks like a real message, with junk where it may hurt. */
function almost(random: Random, event: (typeof events)[number]): unknown {
  const maybe = (right: unknown): unknown => (random.integer(4) === 0 ? junk(random) : right);
  if (event === 'join') {
    return {
      protocol: maybe(protocolVersion),
      room: maybe(pick(random, ['fuzz', 'elsewhere'])),
      name: maybe('Mallory'),
      since: maybe(pick(random, [null, 0, 3, 999])),
      chatSince: maybe(0),
    };
  }
  if (event !== 'wish') return maybe(pick(random, numbers));
  const changes = [maybe(20), [maybe(0), 'a']];
  return {
    kind: maybe(pick(random, kinds)),
    ...(random.integer(2) === 0 ? { seat: maybe('heroku') } : {}),
    ...(random.integer(3) === 0 ? { settings: maybe(defaultSettings) } : {}),
    ...(random.integer(3) === 0
      ? { epoch: maybe(1), version: maybe(0), updates: maybe([{ clientId: 'c', changes }]) }
      : {}),
    ...(random.integer(4) === 0
      ? { turn: maybe(1), version: 0, claimed: { action: maybe('up'), readTo: maybe(1) } }
      : {}),
  };
}

function messages(seed: string, count: number): Message[] {
  const random = randomStream(seed, 'messages');
  return Array.from({ length: count }, () => {
    const event = pick(random, events);
    return [event, random.integer(3) === 0 ? junk(random) : almost(random, event)];
  });
}

/** Every look at it is a second later, so that no allowance ever runs out. */
function hurryingClock(): Clock {
  let now = 1_000_000;
  return { now: () => (now += 1000), after: () => () => {} };
}

test.each(['one', 'two', 'three'])(
  'A17 200 odd messages (%s): each is answered once, others notice nothing',
  async (seed) => {
    const server = await serving(hurryingClock());
    const anna = await opened(server, 'fuzz', 'Anna');
    await anna.does({ kind: 'take seat', seat: 'heroku' });
    await anna.does({ kind: 'take seat', seat: 'salesforce' });
    await anna.does({ kind: 'start' });
    const before = anna.state;
    const cookie = await newCookie(server.address);
    const odd = connect(server.address, { cookie }) as unknown as Socket;
    open.push(() => odd.disconnect());
    const frames: string[] = [];
    odd.io.on('open', () => odd.io.engine.on('data', (data) => frames.push(String(data))));
    await new Promise<void>((resolve) => odd.on('connect', resolve));
    const asked = messages(seed, 200).map(async ([event, input]) => {
      if (event === 'cursor') odd.emit(event, input);
      else {
        const answer: unknown = await odd.emitWithAck(event, input);
        expect([event, input, answer]).toMatchObject([
          event,
          input,
          { ok: expect.any(Boolean) as unknown },
        ]);
        return answer as { ok: boolean; refusal?: { code: string } };
      }
      return null;
    });
    const answers = (await Promise.all(asked)).filter((answer) => answer !== null);
    await odd.emitWithAck('time');
    const acknowledged = frames.flatMap((frame) => /^3(\d+)\[/.exec(frame)?.[1] ?? []);
    expect(acknowledged).toHaveLength(answers.length + 1);
    expect(new Set(acknowledged).size).toBe(acknowledged.length);
    const codes = new Set(answers.map(({ refusal }) => refusal?.code));
    expect(codes).toContain('bad-message');
    expect(codes).not.toContain('storage-failed');
    expect(odd.connected).toBe(true);
    await anna.heal();
    expect(anna.state).toEqual(before);
    expect(anna.socket.connected && anna.joins.length).toBe(1);
    expect(await anna.type('heroku', 'p.up();\n')).toMatchObject({ ok: true });
    expect((await fetch(`${server.address}/healthz`)).status).toBe(200);
  },
);

test('A17 a message larger than any honest one ends that connection and no other', async () => {
  const server = await serving();
  const anna = await opened(server, 'large', 'Anna');
  const cookie = await newCookie(server.address);
  const large = connect(server.address, { cookie }) as unknown as Socket;
  open.push(() => large.disconnect());
  await new Promise<void>((resolve) => large.on('connect', resolve));
  const gone = new Promise<void>((resolve) => large.on('disconnect', () => resolve()));
  large.emit('say', 'z'.repeat(200_000));
  await gone;
  expect(await anna.say('nothing happened')).toMatchObject({ ok: true });
  expect(anna.joins).toHaveLength(1);
});
