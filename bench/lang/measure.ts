/** One measured number. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
}

/** Runs that come first and are not counted, for the host's compilers. */
const warmUps = 12;
const runs = 15;

/** The median time of some work in milliseconds, after it has been warmed up. */
export function median(work: () => void): number {
  for (let i = 0; i < warmUps; i++) work();
  return medianOf(work, runs);
}

/** The median of three runs, for engines that take seconds. */
export function roughMedian(work: () => void): number {
  return medianOf(work, 3);
}

function medianOf(work: () => void, count: number): number {
  const times: number[] = [];
  for (let i = 0; i < count; i++) {
    const start = performance.now();
    work();
    times.push(performance.now() - start);
  }
  return times.toSorted((a, b) => a - b)[count >> 1] ?? Number.NaN;
}
