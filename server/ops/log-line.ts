import type { Sample } from '../../shared/protocol/index.ts';

const megabyte = 2 ** 20;

/**
 * A line of memory and load in the logfmt that platforms' log graphs read:
 * `source=web sample#memory_rss=…MB sample#…`.
 */
export function sampleLine(source: string, sample: Sample): string {
  const size = (bytes: number): string => `${(bytes / megabyte).toFixed(2)}MB`;
  const samples = {
    memory_rss: size(sample.rss),
    memory_heap_used: size(sample.heapUsed),
    memory_heap_committed: size(sample.heapCommitted),
    memory_external: size(sample.external),
    load_event_loop: sample.busy.toFixed(3),
    event_loop_lag: `${sample.lag.toFixed(1)}ms`,
    connections: String(Math.round(sample.connections)),
    rooms: String(Math.round(sample.rooms)),
    matches: String(Math.round(sample.matches)),
    messages_in: `${sample.messagesIn.toFixed(1)}/s`,
    deliveries: `${sample.deliveries.toFixed(1)}/s`,
  };
  const fields = Object.entries(samples).map(([name, value]) => `sample#${name}=${value}`);
  return [`source=${source}`, ...fields].join(' ');
}
