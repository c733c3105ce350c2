import { expect, test } from 'vitest';
import { gaugeNames, type Gauge, type Sample } from '../../shared/protocol/index.ts';
import { sampleLine } from './log-line.ts';

test('a sample is one line of logfmt with memory in megabytes', () => {
  const zeros = Object.fromEntries(gaugeNames.map((gauge) => [gauge, 0])) as Record<Gauge, number>;
  const sample: Sample = { ...zeros, rss: 64 * 2 ** 20, heapUsed: 1.5 * 2 ** 20, connections: 12 };
  const line = sampleLine('web.1', sample);
  expect(line).toMatch(/^source=web\.1( sample#\w+=[\w./]+)+$/);
  expect(line).toContain(' sample#memory_rss=64.00MB sample#memory_heap_used=1.50MB ');
  expect(line).toContain(' sample#connections=12 ');
});
