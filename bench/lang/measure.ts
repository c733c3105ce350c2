/** One measured number. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: 'ms' | 'µs' | 'bytes';
  /** What issue and specification ask for, in the same unit. */
  readonly must: number | null;
  readonly aim: number | null;
}

/** How long to measure: at least so many runs, and then until so many milliseconds are used. */
export interface Effort {
  readonly least: number;
  readonly time: number;
}

/** Milliseconds of processor time this process has used: other programs of the machine do not count. */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** The median processor time of some work in milliseconds. */
export function median(work: () => unknown, { least, time }: Effort): number {
  const times: number[] = [];
  let used = 0;
  while (times.length < least || (used < time && times.length < 1000)) {
    const start = processorTime();
    work();
    const one = processorTime() - start;
    times.push(one);
    used += one;
  }
  times.sort((a, b) => a - b);
  return times[times.length >> 1] ?? Number.NaN;
}

/** The median time of one of `count` repetitions in microseconds, after a warm-up. */
export function microseconds(count: number, work: () => unknown): number {
  const many = (): void => {
    for (let i = 0; i < count; i++) work();
  };
  // Until the host's compilers, whose work counts as ours, have nothing left to do.
  median(many, { least: 30, time: 1500 });
  return (median(many, { least: 15, time: 300 }) / count) * 1000;
}
