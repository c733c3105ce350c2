import type { Timestamp } from '../base/ids.ts';

/**
 * What is watched of a server process, and how values of one time span become one: the mean, or the
 * worst of them where a mean would hide what matters.
 */
export const gauges = {
  /** Bytes of memory the process holds. */
  rss: 'mean',
  /** Bytes of JavaScript objects, and what the engine has taken from the system for them. */
  heapUsed: 'mean',
  heapCommitted: 'mean',
  /** Bytes outside the heap that belong to JavaScript objects. */
  external: 'mean',
  /** Share of the time, 0–1, the event loop was at work. */
  busy: 'mean',
  /** Milliseconds the event loop was late: the worst hundredth. */
  lag: 'worst',
  connections: 'mean',
  rooms: 'mean',
  matches: 'mean',
  /** Per second. */
  messagesIn: 'mean',
  framesOut: 'mean',
  deliveries: 'mean',
  missed: 'mean',
  /** Milliseconds the latest turn was late. */
  turnLateness: 'worst',
  /** Steps per second that the referee put right. */
  corrections: 'mean',
  /** Milliseconds the store (SQLite, or Redis over the network) takes to answer. */
  storeRoundTrip: 'worst',
} as const satisfies Readonly<Record<string, 'mean' | 'worst'>>;

export type Gauge = keyof typeof gauges;

export const gaugeNames = Object.keys(gauges) as readonly Gauge[];

/** The values of all gauges at one moment. */
export type Sample = Readonly<Record<Gauge, number>>;

/** All processes that serve the same rooms, in a steady order. */
export interface OpsReport {
  readonly processes: readonly OpsView[];
  /** False when one of them did not answer in time. */
  readonly complete: boolean;
}

/** The last 24 hours of one process, oldest first; newer stretches are finer. */
export interface OpsView {
  readonly process: string;
  readonly startedAt: Timestamp;
  readonly now: Timestamp;
  readonly at: readonly Timestamp[];
  readonly values: Readonly<Record<Gauge, readonly number[]>>;
}
