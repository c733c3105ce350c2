import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Traffic } from './traffic.ts';

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
  /** The page of numbers in Prometheus' text format, with those of the process and event loop. */
  text(): Promise<string>;
  readonly contentType: string;
}

/** `messages` is counted by kind below. */
const trafficNames = [
  ['deliveries', 'Room events told, one for each page that hears it'],
  ['frames', 'Frames of room events; one may carry several'],
  ['missed', 'Frames left out for pages that read too slowly'],
] as const satisfies readonly (readonly [keyof Traffic, string])[];

/** Counters of one server; `rooms` answers how many rooms have members here, `traffic` what went out. */
export function createMetrics(rooms: () => number, traffic: Readonly<Traffic>): Metrics {
  const registry = new Registry();
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
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}
