import { readyMessage } from './messages.ts';

type Heard = readonly [message: unknown, handle: unknown];

/** How often a worker looks whether its primary lives, in milliseconds. */
const lookEvery = 1000;

/**
 * Calls `alone` when this process has got another parent than it began with: its primary is dead. Node
 * ends a worker whose line to the primary breaks, but workers have been seen to outlive it.
 */
export function watchPrimary(
  alone: () => void,
  parent: () => number = () => process.ppid,
  every = lookEvery,
): void {
  const born = parent();
  const timer = setInterval(() => {
    if (parent() === born) return;
    clearInterval(timer);
    alone();
  }, every).unref();
}

/** The worker's side of the line to the primary. */
export interface PrimaryLine {
  /** Connections may come: those that came early are let in now, and the primary is told. */
  ready(): void;
}

/**
 * Keeps what the primary sends until this worker can take it: connections are handed over from the
 * moment a worker is born, long before its stores are open.
 */
export function holdConnections(): PrimaryLine {
  const early: Heard[] = [];
  const hold = (message: unknown, handle: unknown): void => void early.push([message, handle]);
  process.on('message', hold);
  return {
    ready() {
      process.off('message', hold);
      for (const [message, handle] of early) process.emit('message', message, handle as never);
      process.send?.(readyMessage);
    },
  };
}
