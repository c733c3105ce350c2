import type { Milliseconds, Timestamp } from '../../shared/base/ids.ts';

/** Why nothing is stored, as operators are told. */
export type StoreTrouble =
  | 'disk-full'
  | 'read-only'
  | 'locked'
  | 'damaged'
  | 'out-of-memory'
  | 'not-saving'
  | 'unreachable'
  | 'failed';

/** Whether what people do can be stored. */
export interface StoreHealth {
  readonly well: boolean;
  /** Null while all is well. */
  readonly trouble: StoreTrouble | null;
  /** Finds out now, as far as it is not known; answers whether all is well. */
  check(): Promise<boolean>;
  /** Tells when nothing can be stored, and when that is over. Answers how to stop listening. */
  onChange(listener: (well: boolean) => void): () => void;
}

/** The health of a store that cannot fail. */
export const alwaysWell: StoreHealth = {
  well: true,
  trouble: null,
  check: async () => true,
  onChange: () => () => {},
};

/** What SQLite, the file system and Redis call it; the first that fits counts. */
const signs: readonly (readonly [RegExp, StoreTrouble])[] = [
  [/SQLITE_FULL|ENOSPC|EDQUOT|database or disk is full|written in part/, 'disk-full'],
  [/SQLITE_READONLY|EROFS|EACCES|EPERM|READONLY/, 'read-only'],
  [/SQLITE_BUSY|SQLITE_LOCKED/, 'locked'],
  [/SQLITE_CORRUPT|SQLITE_NOTADB/, 'damaged'],
  [/\bOOM\b/, 'out-of-memory'],
  [/MISCONF|NOREPLICAS/, 'not-saving'],
  [/ECONNREFUSED|ECONNRESET|closed|offline|does not answer|timeout/i, 'unreachable'],
];

/** What an error of a store means. */
export function troubleOf(error: unknown): StoreTrouble {
  const { code = '', message = '' } = error as { code?: unknown; message?: unknown };
  const text = `${String(code)} ${String(message)}`;
  return signs.find(([sign]) => sign.test(text))?.[1] ?? 'failed';
}

/** How soon it is tried again whether anything can be stored; doubled when that was said too early. */
const firstRetry: Milliseconds = 1000;
const longestRetry: Milliseconds = 60_000;

/** Whoever asks is answered from what was found this recently. */
const knownFor: Milliseconds = 1000;

/**
 * The health of a store that is found out by writing. A write that fails tells; then `probe` is tried
 * now and again until it goes through.
 */
export class ProbedHealth implements StoreHealth {
  readonly #probe: () => void;
  readonly #now: () => Timestamp;
  readonly #listeners = new Set<(well: boolean) => void>();
  #trouble: StoreTrouble | null = null;
  #probedAt: Timestamp | null = null;
  #retry: Milliseconds = firstRetry;
  #wellSince: Timestamp | null = null;
  #timer: NodeJS.Timeout | null = null;
  #closed = false;

  /** `probe` writes something as large as what people do, and throws where that fails. */
  constructor(probe: () => void, now: () => Timestamp) {
    this.#probe = probe;
    this.#now = now;
  }

  get well(): boolean {
    return this.#trouble === null;
  }

  get trouble(): StoreTrouble | null {
    return this.#trouble;
  }

  /** A write has failed. */
  failed(error: unknown): void {
    const trouble = troubleOf(error);
    if (this.#closed || this.#trouble === trouble) return;
    const before = this.#trouble;
    this.#trouble = trouble;
    if (before !== null) return;
    const relapsed = this.#wellSince !== null && this.#now() - this.#wellSince < longestRetry;
    this.#retry = relapsed ? Math.min(2 * this.#retry, longestRetry) : firstRetry;
    this.#tryLater();
    this.#tell();
  }

  async check(): Promise<boolean> {
    const now = this.#now();
    const known = this.#probedAt !== null && Math.abs(now - this.#probedAt) < knownFor;
    if (!known && !this.#closed) this.#look();
    return this.well;
  }

  onChange(listener: (well: boolean) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  close(): void {
    this.#closed = true;
    if (this.#timer !== null) clearTimeout(this.#timer);
  }

  #look(): void {
    this.#probedAt = this.#now();
    try {
      this.#probe();
    } catch (error) {
      this.failed(error);
      return;
    }
    if (this.#trouble === null) return;
    this.#trouble = null;
    this.#wellSince = this.#now();
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#tell();
  }

  #tryLater(): void {
    this.#timer = setTimeout(() => {
      this.#look();
      if (!this.well) this.#tryLater();
    }, this.#retry).unref();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener(this.well);
  }
}

/** The same port, whose every failure is told; failures themselves go on to whoever asked. */
export function watched<Port extends object>(port: Port, failed: (error: unknown) => void): Port {
  const watch = (value: unknown): unknown => {
    if (typeof value !== 'function') return value;
    return (...args: readonly unknown[]) => {
      const answer = (value as (...all: readonly unknown[]) => unknown)(...args);
      if (answer instanceof Promise) answer.catch(failed);
      return answer;
    };
  };
  const entries = Object.entries(port).map(([name, value]) => [name, watch(value)] as const);
  return Object.fromEntries(entries) as Port;
}
