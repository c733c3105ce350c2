import { roomOf } from '../load/room-of.ts';
import { Latencies, OwnLateness, type LatencyFigures } from '../measure/latency.ts';
import { cpuBetween, cpuOf, residentBytes, tcpBytes } from '../measure/process.ts';
import { progress } from '../measure/report.ts';
import type { ChatServer, Talker } from './talkers.ts';

/** The scenario of 2014: rooms that fill one by one, where everybody says something now and then. */
export interface Scenario {
  readonly clients: number;
  readonly rooms: number;
  /** Seconds until everybody is there. */
  readonly ramp: number;
  /** Seconds that are measured once everybody is there. */
  readonly hold: number;
  /** Seconds between two lines of one client. */
  readonly pause: number;
}

/** What came of it. Counts are of the measured time alone, where every delivery is accounted for. */
export interface ChatFigures {
  readonly server: string;
  readonly clients: number;
  readonly errors: Readonly<Record<string, number>>;
  readonly linesIn: number;
  readonly expected: number;
  readonly received: number;
  readonly lost: number;
  readonly deliveriesPerSecond: number;
  readonly latency: LatencyFigures;
  readonly cpu: number;
  /** Of the Redis that several processes share, beside their own. */
  readonly redisCpu: number;
  readonly cpuMicrosPerDelivery: number;
  readonly systemShare: number;
  readonly bytesPerIdleClient: number;
  readonly kernelBytesPerIdleClient: number;
  readonly residentMiB: number;
  readonly generator: { readonly cpu: number; readonly lateness: LatencyFigures };
}

const beforeAll = Buffer.from('"~r');
const measured = Buffer.from('"~m');
const digits = 13;

/** The length of a chat line as people write them. */
const filler = ' is the time, and this is a line of chat';

/** How long deliveries under way may take to come in at the end. */
const drain = 5000;

export async function runScenario(server: ChatServer, scenario: Scenario): Promise<ChatFigures> {
  const { clients, rooms, hold } = scenario;
  const running = await server.start();
  const errors = new Map<string, number>();
  const failed = (why: string): void => void errors.set(why, (errors.get(why) ?? 0) + 1);
  const latencies = new Latencies();
  let received = 0;
  const heard = (payload: Buffer): void => {
    let at = payload.indexOf(measured);
    if (at < 0) return;
    const now = Math.round(performance.now() * 1000);
    for (; at >= 0; at = payload.indexOf(measured, at + digits)) {
      received += 1;
      latencies.add((now - timeAt(payload, at + measured.length)) / 1000);
    }
  };
  const talkers: Talker[] = [];
  const before = { resident: residentBytes(running.pids), tcp: tcpBytes() };
  await fill(
    server,
    scenario,
    talkers,
    async (client) =>
      server.enter(running, client, `room-${roomOf(client, rooms)}`, {
        heard,
        refused: () => failed('refused'),
        closed: failed,
      }),
    failed,
  );
  await sleep(1500);
  const idle = { resident: residentBytes(running.pids), tcp: tcpBytes() };
  progress(`${server.name}: ${talkers.length} of ${clients} clients are in, talking for ${hold} s`);

  // A first round of talk that is not counted, as long as one pause, warms both sides.
  await talk(talkers, scenario, Math.min(scenario.pause, hold / 2), beforeAll);
  const own = new OwnLateness();
  const ownBefore = process.cpuUsage();
  const cpuBefore = cpuOf(running.pids);
  const redisBefore = cpuOf(running.redis);
  const startedAt = performance.now();
  const linesIn = await talk(talkers, scenario, hold, measured);
  const seconds = (performance.now() - startedAt) / 1000;
  const cpuAfter = cpuOf(running.pids);
  const redisCpu = cpuBetween(redisBefore, cpuOf(running.redis));
  const ownUsed = process.cpuUsage(ownBefore);
  const receivedInTime = received;
  const expected = (linesIn * talkers.length) / rooms;
  const waitUntil = performance.now() + drain;
  const allIn = (): boolean => received >= expected;
  while (!allIn() && performance.now() < waitUntil) await sleep(50);
  const cpu = cpuBetween(cpuBefore, cpuAfter);
  const figures: ChatFigures = {
    server: server.name,
    clients: talkers.length,
    errors: Object.fromEntries(errors),
    linesIn,
    expected,
    received,
    lost: expected - received,
    deliveriesPerSecond: receivedInTime / seconds,
    latency: latencies.figures,
    cpu: cpu / seconds,
    redisCpu: redisCpu / seconds,
    cpuMicrosPerDelivery: (cpu / receivedInTime) * 1e6,
    systemShare: (cpuAfter.system - cpuBefore.system) / cpu,
    bytesPerIdleClient: (idle.resident - before.resident) / talkers.length,
    kernelBytesPerIdleClient: (idle.tcp - before.tcp) / talkers.length,
    residentMiB: residentBytes(running.pids) / 2 ** 20,
    generator: { cpu: (ownUsed.user + ownUsed.system) / 1e6 / seconds, lateness: own.stop() },
  };
  for (const talker of talkers) talker.close();
  await running.stop();
  return figures;
}

/** Lets the rooms fill evenly: one client into each, then the next one into each. */
async function fill(
  server: ChatServer,
  { clients, ramp }: Scenario,
  talkers: Talker[],
  enter: (client: number) => Promise<Talker>,
  failed: (why: string) => void,
): Promise<void> {
  const startedAt = performance.now();
  const coming = new Set<Promise<void>>();
  let said = startedAt;
  for (let client = 0; client < clients; client++) {
    const due = startedAt + (client / clients) * ramp * 1000;
    while (performance.now() < due || coming.size >= 64) {
      await (coming.size >= 64 ? Promise.race(coming) : sleep(1));
    }
    const come = enter(client)
      .then(
        (talker) => void talkers.push(talker),
        (error: Error) => failed(error.message),
      )
      .finally(() => coming.delete(come));
    coming.add(come);
    if (performance.now() - said < 5000) continue;
    said = performance.now();
    progress(`${server.name}: ${talkers.length} clients`);
  }
  await Promise.all(coming);
}

/** Everybody says a line once in each pause, evenly spread; answers how many lines that were. */
async function talk(
  talkers: readonly Talker[],
  { pause }: Scenario,
  seconds: number,
  marker: Buffer,
): Promise<number> {
  const prefix = marker.toString().slice(1);
  const perMillisecond = talkers.length / (pause * 1000);
  const startedAt = performance.now();
  let lines = 0;
  for (;;) {
    const elapsed = performance.now() - startedAt;
    if (elapsed >= seconds * 1000) return lines;
    const due = Math.floor(elapsed * perMillisecond);
    for (; lines < due; lines++) {
      const now = String(Math.round(performance.now() * 1000)).padStart(digits, '0');
      talkers[lines % talkers.length]?.say(`${prefix}${now}${filler}`);
    }
    await sleep(1);
  }
}

function timeAt(payload: Buffer, start: number): number {
  let time = 0;
  for (let at = start; at < start + digits; at++) {
    time = time * 10 + payload.readUInt8(at) - 0x30;
  }
  return time;
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
