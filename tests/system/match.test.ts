import { afterEach, beforeEach, expect, test } from 'vitest';
import { defaultSettings, type Settings } from '../../shared/battle/index.ts';
import { applyRecord, type Replay, type RoomState } from '../../shared/room/index.ts';
import { PageClient, type Coming } from '../support/page-client.ts';
import { HeldClock } from '../support/held-clock.ts';
import { startServer, type TestServer } from '../support/server.ts';

const short: Settings = {
  ...defaultSettings,
  width: 6,
  height: 6,
  gold: 6,
  walls: 4,
  codingTime: 600_000,
  turns: 5,
  turnTime: 150,
};

let clock: HeldClock;
let server: TestServer;
let pages: PageClient[] = [];

beforeEach(async () => {
  clock = new HeldClock();
  server = await startServer(clock);
});

afterEach(async () => {
  for (const page of pages) page.close();
  pages = [];
  await server.close();
});

async function opened(name: string, room: string, coming: Coming = {}): Promise<PageClient> {
  const page = await PageClient.open(server.address, room, name, coming);
  pages.push(page);
  return page;
}

/** Two players in their seats, one who watches, and coding under way. */
async function coding(room: string, coming: Coming = {}) {
  const anna = await opened('Anna', room, coming);
  const ben = await opened('Ben', room, coming);
  const cleo = await opened('Cleo', room, coming);
  await anna.does({ kind: 'make field', settings: short });
  await anna.does({ kind: 'take seat', seat: 'salesforce' });
  await ben.does({ kind: 'take seat', seat: 'heroku' });
  await ben.does({ kind: 'start' });
  for (const page of [anna, ben, cleo]) {
    await page.until(() => page.state.phase.kind === 'coding', 'coding');
  }
  return { anna, ben, cleo };
}

async function played({ anna, ben, cleo }: Awaited<ReturnType<typeof coding>>): Promise<void> {
  await anna.does({ kind: 'ready' });
  await ben.does({ kind: 'ready' });
  for (const page of [anna, ben, cleo]) {
    await page.until(() => page.state.phase.kind === 'result', 'the result');
  }
}

/** The whole room, but for the secret: the live page heard it beside the state. */
function seen(state: RoomState): RoomState {
  return { ...state, secret: null };
}

function turnsOf(page: PageClient): number[] {
  return page.records.flatMap(({ entries }) =>
    entries.flatMap((entry) => (entry.kind === 'turn played' ? [entry.turn] : [])),
  );
}

test('A1 A5 R32 a whole match: all pages and the replay fold to the same end', async () => {
  const all = await coding('whole');
  const { anna, ben, cleo } = all;
  expect(await anna.type('salesforce', 'p.wait(2);\n')).toMatchObject({ ok: true });
  expect(await ben.type('heroku', 'p.left();\np.up();\n')).toMatchObject({ ok: true });
  await played(all);
  expect(anna.state.turns[0]?.steps).toMatchObject({
    salesforce: { action: 'wait', line: 2 },
    heroku: { action: 'left', line: 2 },
  });
  expect(ben.state).toEqual(anna.state);
  expect(cleo.state).toEqual(anna.state);
  const turns = turnsOf(cleo);
  expect(turns).toEqual(turns.map((_turn, index) => index + 1));
  expect(turns.length).toBe(anna.state.battle.turn);
  const response = await fetch(`${server.address}/api/replay/${anna.state.match}`);
  expect(response.status).toBe(200);
  const replay = (await response.json()) as Replay;
  const end = replay.records.reduce<RoomState>(applyRecord, replay.start);
  // R57: all but the name of the room.
  expect({ ...end, room: anna.state.room }).toEqual(anna.state);
});

test('A5 whoever comes after the match sees what those saw who were there', async () => {
  const all = await coding('late');
  await played(all);
  const dora = await opened('Dora', 'late');
  expect(dora.records).toEqual([]);
  expect(seen(dora.state)).toEqual(seen(all.anna.state));
});

test('A7 A8 a step an owner claims is confirmed or replaced by the referee', async () => {
  const all = await coding('claims');
  const { anna, ben } = all;
  await anna.type('salesforce', 'p.wait(9);\n');
  await ben.type('heroku', 'p.up();\n');
  // The first turn is not due before both have claimed.
  clock.hold();
  await anna.does({ kind: 'ready' });
  await ben.does({ kind: 'ready' });
  for (const page of [anna, ben]) {
    await page.until(() => page.state.phase.kind === 'running', 'running');
  }
  const whole = { action: 'wait', readTo: anna.state.documents.salesforce.text.length } as const;
  expect(await anna.submit('salesforce', whole)).toMatchObject({ ok: true });
  // The program of this seat goes up, so the claim is wrong.
  expect(await ben.submit('heroku', { action: 'wait', readTo: 0 })).toMatchObject({ ok: true });
  clock.goOn();
  await anna.until(() => anna.state.turns.length > 0, 'the first turn');
  const read = anna.records.flatMap(({ entries }) =>
    entries.flatMap((entry) => (entry.kind === 'step read' && entry.turn === 1 ? [entry] : [])),
  );
  expect(read.map(({ seat, confirmed, step }) => [seat, confirmed, step.action])).toEqual([
    ['salesforce', true, 'wait'],
    ['heroku', false, 'up'],
  ]);
});

test('R34 during a match players do not hear the spectators, afterwards everybody reads all', async () => {
  const all = await coding('lanes');
  const { anna, ben, cleo } = all;
  expect(await cleo.say('go left, Ben!')).toMatchObject({ value: { lane: 'spectators' } });
  expect(await anna.say('good luck')).toMatchObject({
    value: { lane: 'players', seat: 'salesforce', name: 'Anna' },
  });
  for (const page of [ben, cleo]) {
    await page.until(() => page.chat.some(({ text }) => text === 'good luck'), 'the greeting');
  }
  expect(ben.chat.map(({ text }) => text)).toEqual(['good luck']);
  expect(cleo.chat.map(({ text }) => text)).toEqual(['go left, Ben!', 'good luck']);
  const during = await ben.socket.emitWithAck('chatSince', 0);
  expect(during).toMatchObject({ ok: true, value: [{ text: 'good luck' }] });
  await played(all);
  const after = await ben.socket.emitWithAck('chatSince', 0);
  expect(after).toMatchObject({ value: [{ text: 'go left, Ben!' }, { text: 'good luck' }] });
  expect(await cleo.say('おつかれさま')).toMatchObject({ value: { lane: 'all' } });
  await ben.until(() => ben.chat.some(({ text }) => text === 'おつかれさま'), 'the last line');
});

test('R4 presence tells who is here and how many watch', async () => {
  const { anna, ben, cleo } = await coding('present');
  // Presence is gathered and told once a second: earlier states may come first.
  await anna.until(
    () => anna.presence?.watching === 1 && anna.presence.here.heroku,
    'two in their seats and one who watches',
  );
  expect(anna.presence?.here).toEqual({ salesforce: true, heroku: true });
  cleo.close();
  ben.close();
  await anna.until(
    () => anna.presence?.watching === 0 && !anna.presence.here.heroku,
    'both have gone',
  );
  expect(anna.presence?.here.salesforce).toBe(true);
});

test('R3 R62 leaving a seat in a match forfeits it; a match without a turn is nobody’s win', async () => {
  const { anna, ben, cleo } = await coding('forfeit');
  await ben.does({ kind: 'leave seat', seat: 'heroku' });
  for (const page of [anna, cleo]) {
    await page.until(() => page.state.phase.kind === 'result', 'the result');
    expect(page.state.phase).toMatchObject({
      outcome: { kind: 'won', winner: 'salesforce', by: 'forfeit' },
    });
    expect(page.state.seats.heroku).toBeNull();
    expect(page.state.score).toEqual({ salesforce: 0, heroku: 0, draws: 0 });
  }
});

test('A14 a match works over long polling alone', async () => {
  const all = await coding('polling', { transports: ['polling'] });
  await all.ben.type('heroku', 'p.wait(3);\n');
  await played(all);
  expect(all.cleo.socket.io.engine.transport.name).toBe('polling');
  expect(all.cleo.state).toEqual(all.ben.state);
  expect(all.cleo.state.turns.length).toBeGreaterThan(0);
});
