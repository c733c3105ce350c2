import { readFileSync } from 'node:fs';

/** Clock ticks a second in /proc, on every Linux there is. */
const ticks = 100;

/** Seconds of CPU a process has used, in user and system mode. */
export interface Cpu {
  readonly user: number;
  readonly system: number;
}

/** CPU time of processes so far, all together, from /proc. */
export function cpuOf(pids: readonly number[]): Cpu {
  const each = pids.map(cpuOfOne);
  return {
    user: each.reduce((sum, { user }) => sum + user, 0),
    system: each.reduce((sum, { system }) => sum + system, 0),
  };
}

function cpuOfOne(pid: number): Cpu {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return { user: Number(fields[11]) / ticks, system: Number(fields[12]) / ticks };
}

/** Seconds of CPU between two looks. */
export function cpuBetween(before: Cpu, after: Cpu): number {
  return after.user + after.system - before.user - before.system;
}

/** Resident bytes of processes, all together, from /proc; what they share counts for each of them. */
export function residentBytes(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return sum + Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) * 1024;
  }, 0);
}

/** The processes a process has started and that live. */
export function childrenOf(pid: number): number[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8');
  return children.trim().split(' ').filter(Boolean).map(Number);
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
