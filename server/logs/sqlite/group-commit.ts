import type Database from 'libsql';

interface Waiting {
  readonly work: () => unknown;
  readonly done: (value: unknown) => void;
  readonly failed: (error: unknown) => void;
}

/** Writes of many rooms in one transaction. */
export interface GroupCommit {
  /** Resolves with what `work` answers once that is durable; rejects, with nothing written, if it throws. */
  write<T>(work: () => T): Promise<T>;
  /** The same for what may wait a little, so that more of it shares a transaction. */
  writeSoon<T>(work: () => T): Promise<T>;
  /** Commits what waits. */
  flush(): void;
}

/** Nobody notices this delay of a chat line. Milliseconds. */
const soon = 10;

/**
 * Gathers the writes of one turn of the event loop into one transaction: beginning and committing
 * cost several times what a row does, and under load dozens of rooms write in the same turn. A write
 * waits for it no longer than until the messages that came in together have been read.
 */
export function createGroupCommit(database: Database.Database): GroupCommit {
  // Prepared, since they are carried out hundreds of times a second.
  const begin = database.prepare('BEGIN IMMEDIATE');
  const commit = database.prepare('COMMIT');
  const rollback = database.prepare('ROLLBACK');
  const inOne = <T>(work: () => T): T => {
    begin.run();
    try {
      const value = work();
      commit.run();
      return value;
    } catch (error) {
      // Some failures, a full disk for one, have ended the transaction already.
      if (database.inTransaction) rollback.run();
      throw error;
    }
  };
  let waiting: Waiting[] = [];

  const writeEach = (group: readonly Waiting[]): void => {
    for (const { work, done, failed } of group) {
      try {
        done(inOne(work));
      } catch (error) {
        failed(error);
      }
    }
  };
  const flush = (): void => {
    const group = waiting;
    waiting = [];
    if (group.length === 0) return undefined;
    if (group.length === 1) return writeEach(group);
    let values: readonly unknown[];
    try {
      values = inOne(() => group.map(({ work }) => work()));
    } catch {
      // One of them spoiled it for all, or the store is out of reach: each finds out by itself.
      return writeEach(group);
    }
    group.forEach(({ done }, index) => done(values[index]));
    return undefined;
  };
  const push = <T>(work: () => T): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      waiting.push({ work, done: resolve as (value: unknown) => void, failed: reject });
    });
  let timer: NodeJS.Timeout | null = null;
  let immediate: NodeJS.Immediate | null = null;
  return {
    write(work) {
      immediate ??= setImmediate(() => {
        immediate = null;
        flush();
      });
      return push(work);
    },
    writeSoon(work) {
      timer ??= setTimeout(() => {
        timer = null;
        flush();
      }, soon);
      return push(work);
    },
    flush,
  };
}
