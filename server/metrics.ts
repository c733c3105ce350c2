import { collectDefaultMetrics, Counter, Gauge, Registry } from 'prom-client';

/** What is counted while serving. */
export interface Metrics {
  readonly connections: Gauge;
  /** By `kind`; a wish counts under its own. */
  readonly messages: Counter<'kind'>;
  /** By `code`. */
  readonly refusals: Counter<'code'>;
  /** Turns played. */
  readonly turns: Counter;
  /** Submitted steps that the referee could not confirm (A8). */
  readonly mismatches: Counter;
  /** The page of numbers in Prometheus' text format, with those of the process and event loop. */
  text(): Promise<string>;
  readonly contentType: string;
}

/** Counters of one server; `rooms` answers how many rooms have members here. */
export function createMetrics(rooms: () => number): Metrics {
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
    mismatches: new Counter({
      name: 'game_referee_mismatches_total',
      help: 'Steps of pages that the referee could not confirm',
      registers,
    }),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}
