import { createServer } from 'node:net';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { defaultSettings, type Settings } from '../../shared/battle/index.ts';
import type { Seat } from '../../shared/base/ids.ts';
import { applyRecord, type Replay, type RoomState } from '../../shared/room/index.ts';
import { PageClient } from '../support/page-client.ts';
import { ServerProcess } from '../support/server-process.ts';
import { temporaryFolder } from '../support/server.ts';

const settings: Settings = {
  ...defaultSettings,
  width: 16,
  height: 16,
  walls: 0,
  codingTime: 900_000,
  turns: 12,
  turnTime: 300,
};

let data: ReturnType<typeof temporaryFolder>;
let processes: ServerProcess[] = [];
let pages: PageClient[] = [];

beforeEach(() => {
  data = temporaryFolder();
});

afterEach(async () => {
  for (const page of pages) page.close();
  for (const server of processes) await server.end('SIGKILL');
  processes = [];
  pages = [];
  data.remove();
});

function started(env: Readonly<Record<string, string>> = {}): ServerProcess {
  const server = new ServerProcess({ DATA_DIR: data.path, ...env });
  processes.push(server);
  return server;
}

async function opened(address: string, name: string): Promise<PageClient> {
  const page = await PageClient.open(address, 'lasting', name);
  pages.push(page);
  return page;
}

/** Kills the server without a word and starts it anew where it was; waits until all are back. */
async function killedAndBack(server: ServerProcess, address: string): Promise<ServerProcess> {
  const joins = pages.map((page) => page.joins.length);
  await server.end('SIGKILL');
  const next = started({ PORT: new URL(address).port });
  expect(await next.address()).toBe(address);
  for (const [index, page] of pages.entries()) {
    await page.until(() => page.joins.length > (joins[index] ?? 0), 'back after the kill');
  }
  return next;
}

/** Types lines until told to stop; answers those the server has acknowledged. */
async function typeLines(page: PageClient, seat: Seat, stop: () => boolean): Promise<string[]> {
  const acknowledged: string[] = [];
  for (let i = 0; !stop(); i++) {
    const line = `p.wait(1); // line ${i}`;
    try {
      const answer = await page.type(seat, `${line}\n`);
      if (answer.ok) acknowledged.push(line);
      await page.until(() => !answer.ok || page.state.seq >= answer.value, 'the line is folded');
    } catch (error) {
      // The wire broke before the answer: whether this line was kept is open.
      if (!stop()) throw error;
    }
  }
  return acknowledged;
}

test('A18 A19 a killed server forgets nothing it acknowledged: coding, running, result', async () => {
  const first = started();
  const address = await first.address();
  const anna = await opened(address, 'Anna');
  const ben = await opened(address, 'Ben');
  const cleo = await opened(address, 'Cleo');
  await anna.does({ kind: 'make field', settings });
  await anna.does({ kind: 'take seat', seat: 'salesforce' });
  await ben.does({ kind: 'take seat', seat: 'heroku' });
  await ben.does({ kind: 'start' });

  let killing = false;
  const typing = [
    typeLines(anna, 'salesforce', () => killing),
    typeLines(ben, 'heroku', () => killing),
  ] as const;
  await cleo.until(
    () => cleo.state.documents.heroku.version > 10 && cleo.state.documents.salesforce.version > 10,
    'both have typed',
  );
  killing = true;
  const second = await killedAndBack(first, address);
  const [byAnna, byBen] = await Promise.all(typing);
  await cleo.heal();
  const { salesforce, heroku } = cleo.state.documents;
  expect(salesforce.text.split('\n')).toEqual(expect.arrayContaining(byAnna));
  expect(heroku.text.split('\n')).toEqual(expect.arrayContaining(byBen));
  expect(cleo.state.phase.kind).toBe('coding');
  expect(pages.every((page) => page.joins.at(-1)?.catchUp.kind === 'records')).toBe(true);

  await anna.does({ kind: 'ready' });
  await ben.does({ kind: 'ready' });
  await cleo.until(() => cleo.state.turns.length >= 2, 'the second turn');
  expect(cleo.state.phase.kind).toBe('running');
  await killedAndBack(second, address);
  for (const page of pages) {
    await page.until(() => page.state.phase.kind === 'result', 'the result');
  }
  const turns = cleo.records.flatMap(({ entries }) =>
    entries.flatMap((entry) => (entry.kind === 'turn played' ? [entry.turn] : [])),
  );
  expect(turns).toEqual(Array.from({ length: cleo.state.battle.turn }, (_turn, i) => i + 1));
  expect(anna.state).toEqual(cleo.state);
  expect(ben.state).toEqual(cleo.state);
  const response = await fetch(`${address}/api/replay/${cleo.state.match}`);
  const replay = (await response.json()) as Replay;
  // A replay does not say in which room it was played (R57).
  const start = { ...replay.start, room: cleo.state.room };
  expect(replay.records.reduce<RoomState>(applyRecord, start)).toEqual(cleo.state);
});

test('A18 SIGTERM tells pages to come back and ends with 0', async () => {
  const server = started();
  const anna = await opened(await server.address(), 'Anna');
  await anna.does({ kind: 'take seat', seat: 'heroku' });
  await anna.does({ kind: 'start' });
  const ended = await server.end('SIGTERM');
  expect(ended).toMatchObject({ code: 0, signal: null, stderr: '' });
  await anna.until(() => anna.closings.length === 1, 'told of the end');
});

test('A17 a port in use ends the start with 1 and says what to do', async () => {
  const other = createServer();
  other.listen(0, '127.0.0.1');
  await once(other, 'listening');
  const bound = other.address();
  const port = typeof bound === 'object' ? String(bound?.port) : '';
  const ended = await started({ PORT: port }).ended;
  other.close();
  expect(ended).toMatchObject({ code: 1, stdout: '' });
  expect(ended.stderr).toContain(`Port ${port} is in use`);
  expect(ended.stderr).toContain('PORT=');
});

test('A17 a data folder that is a file ends the start with 1 and is named', async () => {
  const file = join(data.path, 'file');
  writeFileSync(file, 'not a folder');
  const ended = await started({ DATA_DIR: file }).ended;
  expect(ended).toMatchObject({ code: 1, stdout: '' });
  expect(ended.stderr).toContain(`The data folder ${file} cannot be used`);
  expect(ended.stderr).toContain('DATA_DIR=');
});

test('A17 a setting that makes no sense ends the start with 1 and is named', async () => {
  const ended = await started({ PORT: 'three thousand' }).ended;
  expect(ended).toMatchObject({ code: 1, stdout: '' });
  expect(ended.stderr).toContain('The setting PORT is "three thousand"');
});
