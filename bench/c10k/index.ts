/** `npm run bench:c10k`: ten thousand people in a hundred rooms, against a bare `ws` and Socket.IO. */
import { benchArguments } from '../measure/arguments.ts';
import { progress, report, short } from '../measure/report.ts';
import { needFiles, pinning, takeSecondCore } from '../measure/server.ts';
import { runScenario, type ChatFigures, type Scenario } from './scenario.ts';
import { bareWs, game, plainSocketIo } from './talkers.ts';

const { json, full, only, numbers } = benchArguments({
  quick: { clients: 2000, ramp: 3, hold: 6, peers: 2000, pause: 5, processes: 0 },
  full: { clients: 10_000, ramp: 300, hold: 60, peers: 4000, pause: 5, processes: 0 },
  servers: ['game', 'ws-chat', 'socketio-chat'],
  mayBeNone: ['ramp'],
});

const perRoom = 100;

function scenario(clients: number, ramp: number, hold: number): Scenario {
  const rooms = Math.max(1, Math.round(clients / perRoom));
  return { clients, rooms, ramp, hold, pause: numbers.pause };
}

async function main(): Promise<void> {
  needFiles(Math.max(numbers.clients, numbers.peers));
  if (!pinning) progress('taskset is missing or there is one core only: server and load share it');
  takeSecondCore();
  const ours = game(numbers.processes);
  const wanted = [ours, bareWs, plainSocketIo].filter(
    ({ name }) => only === null || only.includes(name),
  );
  const results: ChatFigures[] = [];
  // All three at a size that each of them carries: what a delivery costs.
  const alike = scenario(numbers.peers, full ? 20 : numbers.ramp, full ? 20 : numbers.hold);
  for (const server of wanted) results.push(await runScenario(server, alike));
  // As many come in a second as before, unless the whole ramp is wanted.
  const wholeRamp = full ? numbers.ramp : (numbers.ramp * numbers.clients) / numbers.peers;
  const whole =
    numbers.clients === numbers.peers || !wanted.includes(ours)
      ? null
      : await runScenario(ours, scenario(numbers.clients, wholeRamp, numbers.hold));
  const peer = results.find(({ server }) => server === 'ws-chat');
  const ratios =
    peer === undefined
      ? {}
      : Object.fromEntries(
          results.map((one) => [one.server, one.cpuMicrosPerDelivery / peer.cpuMicrosPerDelivery]),
        );
  const rows = [...results, ...(whole === null ? [] : [whole])].map((one) => ({
    server: one.server,
    clients: one.clients,
    'deliveries/s': Math.round(one.deliveriesPerSecond),
    lost: one.lost,
    errors: Object.values(one.errors).reduce((sum, count) => sum + count, 0),
    p50: short(one.latency.p50, 1),
    p99: short(one.latency.p99, 1),
    cpu: short(one.cpu),
    redis: short(one.redisCpu),
    'µs/delivery': short(one.cpuMicrosPerDelivery),
    '× ws': short(one.cpuMicrosPerDelivery / (peer?.cpuMicrosPerDelivery ?? Number.NaN) || 0),
    'KiB/client': short(one.bytesPerIdleClient / 1024, 1),
    'own p99': short(one.generator.lateness.p99, 1),
  }));
  report('c10k', json, { load: numbers, alike: results, whole, ratios }, rows);
}

await main();
process.exit(0);
