import { setTimeout as sleep } from 'node:timers/promises';
import type { Milliseconds, Timestamp } from '../../../shared/base/ids.ts';
import type { Clock } from '../../../shared/room/index.ts';
import { troubleOf, type StoreTrouble } from '../health.ts';
import { CommonClock } from './clock.ts';
import { createClients, type RedisAddress, type RedisClients } from './connection.ts';
import { keys } from './keys.ts';

/** How often each process gives a sign of life; it costs one round trip. */
const beatPace: Milliseconds = 400;

/** A process that was silent for longer is gone, so that presence is right within two seconds. */
const silence: Milliseconds = 1400;

/** After this long a process that gave no sign of life will not come back under its name. */
const forgottenAfter: Milliseconds = 100_000;

/** A Redis that leaves a sign of life unanswered for this long is away, connected or not. */
const answerPatience: Milliseconds = 3000;

/** What changed in the life of the processes or of Redis itself. */
export interface LinkListener {
  /** Redis is there again after it was away, or this process was away itself. */
  back(): void;
  /** Other processes came or went. */
  processesChanged(): void;
  /** Redis has gone or has come back. */
  healthChanged(well: boolean): void;
}

/**
 * The connection to Redis, kept alive: it gives this process's signs of life, knows which other
 * processes live, keeps the common clock, and notices when Redis is away (even if it merely hangs).
 */
export class RedisLink {
  readonly clients: RedisClients;
  readonly clock: CommonClock;
  readonly process: string;
  readonly #own: Clock;
  readonly #report: (trouble: string, error: unknown) => void;
  readonly #listeners = new Set<LinkListener>();
  #alive: ReadonlySet<string> = new Set();
  #known: ReadonlySet<string> = new Set();
  #trouble: StoreTrouble | null = null;
  #lastBeat: Timestamp = 0;
  #lastTrip: Milliseconds = 0;
  #closed = false;
  #beating: Promise<void> = Promise.resolve();

  constructor(
    address: RedisAddress,
    process: string,
    own: Clock,
    report: (trouble: string, error: unknown) => void,
  ) {
    this.clients = createClients(address);
    this.clock = new CommonClock(own);
    this.process = process;
    this.#own = own;
    this.#report = report;
  }

  /** Whether Redis answers, and stores what it is given. */
  get well(): boolean {
    return this.#trouble === null;
  }

  get trouble(): StoreTrouble | null {
    return this.#trouble;
  }

  /** How long the last sign of life took there and back. */
  get roundTrip(): Milliseconds {
    return this.#lastTrip;
  }

  /** Whether another process has given a sign of life lately. */
  lives(process: string): boolean {
    return this.#alive.has(process);
  }

  /**
   * Whether another process may still come back, after a silence. Redis is asked about those nobody
   * knows here: they may have begun since the last look.
   */
  async remembers(process: string): Promise<boolean> {
    if (this.#known.has(process)) return true;
    return (await this.clients.commands.zScore(keys.processes, process)) !== null;
  }

  listen(listener: LinkListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Begins the signs of life, on clients that are connected. */
  async start(): Promise<void> {
    // Without a listener an error of a client would end the process; health is found by the beats.
    await this.#beat();
    this.clients.subscriber.on('ready', () => {
      // Redis cuts who listens too slowly: what was told meanwhile has not been heard.
      if (this.well) this.#tell((listener) => listener.back());
    });
    this.#beating = this.#keepBeating();
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#beating;
    const { commands, subscriber } = this.clients;
    if (commands.isReady) {
      await commands.zRem(keys.processes, this.process).catch((error: unknown) => {
        this.#report('the last sign of life could not be taken back', error);
      });
    }
    if (commands.isOpen) commands.destroy();
    if (subscriber.isOpen) subscriber.destroy();
  }

  async #keepBeating(): Promise<void> {
    while (!this.#closed) {
      await sleep(beatPace);
      if (this.#closed) return;
      try {
        await this.#beat();
        this.#becomes(null);
      } catch (error) {
        const cause = await this.#causeOf(error);
        if (this.well) this.#report('redis is away', cause);
        this.#becomes(troubleOf(cause));
      }
    }
  }

  async #beat(): Promise<void> {
    const sentAt = this.#own.now();
    const now = this.clock.now();
    const answered = this.clients.commands
      .multi()
      .time()
      .zAdd(keys.processes, { score: now, value: this.process })
      .zRemRangeByScore(keys.processes, '-inf', now - forgottenAfter)
      .zRangeWithScores(keys.processes, 0, -1)
      .execTyped();
    const [time, , , known] = await this.#inTime(answered);
    const answeredAt = this.#own.now();
    this.clock.heard({ sentAt, answeredAt, time: milliseconds(time) });
    this.#lastTrip = answeredAt - sentAt;
    this.#known = new Set(known.map(({ value }) => value));
    this.#heardOf(known.filter(({ score }) => score >= now - silence).map(({ value }) => value));
    // Others may have seen nothing of us from when the last beat was sent until now.
    const missed = this.#lastBeat > 0 && answeredAt - this.#lastBeat > silence;
    this.#lastBeat = sentAt;
    if (missed && this.well) this.#tell((listener) => listener.back());
  }

  /** A connection that hangs is cut, so that everybody who waits on it is told. */
  async #inTime<T>(answer: Promise<T>): Promise<T> {
    const patience = new AbortController();
    const late = sleep(answerPatience, null, { signal: patience.signal }).then(
      () => {
        this.#reconnect();
        throw new Error('redis does not answer');
      },
      () => new Promise<never>(() => {}),
    );
    try {
      return await Promise.race([answer, late]);
    } finally {
      patience.abort();
    }
  }

  #reconnect(): void {
    const { commands } = this.clients;
    if (commands.isOpen) commands.destroy();
    commands.connect().catch((error: unknown) => this.#report('redis cannot be reached', error));
  }

  #heardOf(alive: readonly string[]): void {
    const others = alive.filter((process) => process !== this.process);
    const same = others.length === this.#alive.size && others.every((one) => this.#alive.has(one));
    if (same) return;
    this.#alive = new Set(others);
    this.#tell((listener) => listener.processesChanged());
  }

  /** Of a group of commands it is only told that it was not carried out; a write by itself says why. */
  async #causeOf(error: unknown): Promise<unknown> {
    if (!/EXECABORT/.test(String(error))) return error;
    try {
      await this.clients.commands.set(keys.probe, '1', { expiration: { type: 'EX', value: 60 } });
      return error;
    } catch (cause) {
      return cause;
    }
  }

  #becomes(trouble: StoreTrouble | null): void {
    const was = this.well;
    this.#trouble = trouble;
    const well = trouble === null;
    if (well === was) return;
    this.#tell((listener) => listener.healthChanged(well));
    if (well) this.#tell((listener) => listener.back());
  }

  #tell(what: (listener: LinkListener) => void): void {
    for (const listener of this.#listeners) what(listener);
  }
}

/** Redis says seconds and microseconds. */
function milliseconds([seconds = '0', rest = '0']: readonly string[]): Timestamp {
  return Number(seconds) * 1000 + Math.floor(Number(rest) / 1000);
}
