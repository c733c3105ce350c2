import { readyMessage } from './messages.ts';

type Heard = readonly [message: unknown, handle: unknown];

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
