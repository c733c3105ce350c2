import {
  AggregatorRegistry,
  collectDefaultMetrics,
  Counter,
  Gauge,
  Histogram,
  Registry,
  type MetricObjectWithValues,
  type MetricValue,
} from 'prom-client';
import type { Sample } from '../shared/protocol/index.ts';
import type { Traffic } from './traffic.ts';

/** The numbers of a process as they travel to another. */
export type MetricsJson = readonly MetricObjectWithValues<MetricValue<string>>[];

/** What is counted while serving. */
export interface Metrics {
  readonly connections: Gauge;
  /** By `kind`; a wish counts under its own. */
  readonly messages: Counter<'kind'>;
  /** By `code`. */
  readonly refusals: Counter<'code'>;
  /** Turns played. */
  readonly turns: Counter;
  /** Seconds a turn was played after it was due. */
  readonly turnLateness: Histogram;
  /** Submitted steps that the referee could not confirm (A8). */
  readonly mismatches: Counter;
  /** All numbers, with those of the process and event loop. */
  json(): Promise<MetricsJson>;
}

/** The numbers of all processes as a page in Prometheus' text format. */
export async function metricsPage(
  processes: readonly MetricsJson[],
): Promise<{ readonly text: string; readonly contentType: string }> {
  // Where there are several each number carries the label of its process: no two are ever made one.
  const apart = processes.map((metrics) =>
    metrics.map((metric) => ({
      ...metric,
      aggregator: 'first',
      // What is not a number does not survive the way from another process.
      values: metric.values.map((one) => ({ ...one, value: one.value ?? Number.NaN })),
    })),
  );
  const registry = AggregatorRegistry.aggregate(apart);
  return { text: await registry.metrics(), contentType: registry.contentType };
}

/** `messages` is counted by kind below. */
const trafficNames = [
  ['deliveries', 'Room events told, one for each page that hears it'],
  ['frames', 'Frames of room events; one may carry several'],
  ['missed', 'Frames left out for pages that read too slowly'],
] as const satisfies readonly (readonly [keyof Traffic, string])[];

/** What the sampler finds out now and then, and what its values are multiplied by. */
const sampled = [
  ['matches', 'game_matches', 'Rooms with members on this server where a match is under way', 1],
  ['storeRoundTrip', 'game_store_round_trip_seconds', 'Time the store took to answer', 0.001],
] as const satisfies readonly (readonly [keyof Sample, string, string, number])[];

/** Where the numbers of a server come from. */
export interface MetricsParts {
  /** How many rooms have members here. */
  readonly rooms: () => number;
  /** What went out. */
  readonly traffic: Readonly<Traffic>;
  /** What was sampled last. */
  readonly latest: () => Sample | null;
  /** Label of all numbers, where there are other processes with numbers of their own. */
  readonly process: string | null;
}

/** Counters of one server. */
export function createMetrics({ rooms, traffic, latest, process }: MetricsParts): Metrics {
  const registry = new Registry();
  if (process !== null) registry.setDefaultLabels({ process });
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const roomsServed = new Gauge({
    name: 'game_rooms',
    help: 'Rooms with members on this server',
    registers,
    collect() {
      roomsServed.set(rooms());
    },
  });
  for (const [name, help] of trafficNames) {
    const counter = new Counter({
      name: `game_${name}_total`,
      help,
      registers,
      collect() {
        counter.reset();
        counter.inc(traffic[name]);
      },
    });
  }
  for (const [gauge, name, help, scale] of sampled) {
    const metric = new Gauge({
      name,
      help,
      registers,
      collect() {
        metric.set((latest()?.[gauge] ?? 0) * scale);
      },
    });
  }
  return {
    connections: new Gauge({
      name: 'game_connections',
      help: 'Open connections to pages',
      registers,
    }),
    messages: new Counter({
      name: 'game_messages_total',
      help: 'Messages from pages by kind',
      labelNames: ['kind'],
      registers,
    }),
    refusals: new Counter({
      name: 'game_refusals_total',
      help: 'Refusals by code',
      labelNames: ['code'],
      registers,
    }),
    turns: new Counter({ name: 'game_turns_total', help: 'Turns played', registers }),
    turnLateness: new Histogram({
      name: 'game_turn_lateness_seconds',
      help: 'How long after it was due a turn was played by this server',
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
      registers,
    }),
    mismatches: new Counter({
      name: 'game_referee_mismatches_total',
      help: 'Steps of pages that the referee could not confirm',
      registers,
    }),
    json: () => registry.getMetricsAsJSON(),
  };
}
