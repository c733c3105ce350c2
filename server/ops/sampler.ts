import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import type { Milliseconds, Timestamp } from '../../shared/base/ids.ts';
import { gaugeNames, type Gauge, type OpsView, type Sample } from '../../shared/protocol/index.ts';
import type { Clock } from '../../shared/room/index.ts';
import type { Traffic } from '../traffic.ts';
import { processName } from './process-name.ts';
import { Series } from './series.ts';

/** How often a sample is taken: the finest resolution that is kept. */
const sampleEvery: Milliseconds = 5000;

/** What the sampler looks at. */
export interface Watched {
  readonly clock: Clock;
  readonly traffic: Traffic;
  readonly rooms: () => number;
  /** Rooms in which a match is under way. */
  readonly matches: () => Promise<number>;
  /** Asks the store something small. */
  readonly askStore: () => Promise<unknown>;
}

/** Watches a process for its operators. */
export interface Sampler {
  view(): OpsView;
  /** The last values, for those who keep series of their own. */
  latest(): Sample | null;
  stop(): void;
}

/** Begins to take samples. */
export function startSampler(watched: Watched): Sampler {
  const { clock, traffic } = watched;
  const series = new Series();
  const startedAt = clock.now();
  const delay = monitorEventLoopDelay({ resolution: 10 });
  delay.enable();
  let loop = performance.eventLoopUtilization();
  let before: Traffic = { ...traffic };
  let sampledAt = clock.now();
  let latest: Sample | null = null;

  const take = async (): Promise<void> => {
    const storeRoundTrip = await timed(watched.askStore);
    const matches = await watched.matches();
    const now = clock.now();
    const seconds = Math.max(0.001, (now - sampledAt) / 1000);
    const rate = (name: 'messages' | 'frames' | 'deliveries' | 'missed' | 'corrections'): number =>
      (traffic[name] - before[name]) / seconds;
    const memory = process.memoryUsage();
    const utilization = performance.eventLoopUtilization();
    latest = {
      rss: memory.rss,
      heapUsed: memory.heapUsed,
      heapCommitted: memory.heapTotal,
      external: memory.external,
      busy: performance.eventLoopUtilization(utilization, loop).utilization,
      // The monitor counts the interval it waits for into every delay.
      lag: Math.max(0, delay.percentile(99) / 1e6 - 10),
      connections: traffic.connections,
      rooms: watched.rooms(),
      matches,
      messagesIn: rate('messages'),
      framesOut: rate('frames'),
      deliveries: rate('deliveries'),
      missed: rate('missed'),
      turnLateness: traffic.turnLateness,
      corrections: rate('corrections'),
      storeRoundTrip,
    };
    delay.reset();
    // The worst of this sample's time; the next one begins anew.
    traffic.turnLateness = 0;
    loop = utilization;
    before = { ...traffic };
    sampledAt = now;
    series.add(now, latest);
  };
  const timer = setInterval(() => void take(), sampleEvery).unref();
  return {
    view: () => viewOf(series, startedAt, clock.now()),
    latest: () => latest,
    stop: () => {
      clearInterval(timer);
      delay.disable();
    },
  };
}

/** Milliseconds some work took; how long it was tried where it failed. */
async function timed(work: () => Promise<unknown>): Promise<Milliseconds> {
  const startedAt = performance.now();
  await work().catch(() => undefined);
  return performance.now() - startedAt;
}

function viewOf(series: Series, startedAt: Timestamp, now: Timestamp): OpsView {
  const points = series.points();
  const valuesOf = (gauge: Gauge): number[] => points.map(({ sample }) => sample[gauge]);
  return {
    process: processName,
    startedAt,
    now,
    at: points.map(({ at }) => at),
    values: Object.fromEntries(gaugeNames.map((gauge) => [gauge, valuesOf(gauge)])) as Record<
      Gauge,
      number[]
    >,
  };
}
