import { readFileSync } from 'node:fs';

/** Clock ticks a second in /proc, on every Linux there is. */
const ticks = 100;

/** Seconds of CPU a process has used, in user and system mode. */
export interface Cpu {
  readonly user: number;
  readonly system: number;
}

/** CPU time of a process so far, from /proc. */
export function cpuOf(pid: number): Cpu {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return { user: Number(fields[11]) / ticks, system: Number(fields[12]) / ticks };
}

/** Seconds of CPU between two looks. */
export function cpuBetween(before: Cpu, after: Cpu): number {
  return after.user + after.system - before.user - before.system;
}

/** Resident bytes of a process, from /proc. */
export function residentBytes(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) * 1024;
}

/** Bytes of kernel memory all TCP sockets of this machine use, from /proc; both ends count. */
export function tcpBytes(): number {
  const pages = /TCP: .*mem (\d+)/.exec(readFileSync('/proc/net/sockstat', 'utf8'))?.[1];
  return Number(pages) * 4096;
}

/** Files a process started from here may have open. */
export function fileLimit(): number {
  const limits = readFileSync('/proc/self/limits', 'utf8');
  const hard = /Max open files\s+\S+\s+(\S+)/.exec(limits)?.[1] ?? '0';
  return hard === 'unlimited' ? Number.POSITIVE_INFINITY : Number(hard);
}
