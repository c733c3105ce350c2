import { randomUUID } from 'node:crypto';
import type { Milliseconds } from '../../shared/base/ids.ts';
import type { OpsView } from '../../shared/protocol/index.ts';
import type { MetricsJson } from '../metrics.ts';
import type { RedisConnections } from '../sockets/index.ts';

/** What a process can be asked about itself. */
export interface Figures {
  readonly view: OpsView;
  readonly metrics: MetricsJson;
}

/** How a process answers each question. */
export type OwnFigures = {
  readonly [Kind in keyof Figures]: () => Figures[Kind] | Promise<Figures[Kind]>;
};

/** What came of asking all processes. */
export interface Asked<Kind extends keyof Figures> {
  /** This process's figures first. */
  readonly figures: readonly Figures[Kind][];
  /** False when a process, or Redis, did not answer in time. */
  readonly complete: boolean;
}

/** All processes that serve the same rooms, as one of them sees them. */
export interface Processes {
  ask<Kind extends keyof Figures>(kind: Kind): Promise<Asked<Kind>>;
}

/** A process that is so busy that it does not answer by then is left out. */
const patience: Milliseconds = 1000;

/** Who asks again so soon gets the same answer: `/metrics` is open to everybody. */
const keptFor: Milliseconds = 1000;

/** Every process listens here for questions. */
const questions = 'svh:ops';

interface Question {
  readonly kind: keyof Figures;
  readonly round: number;
  /** The channel of the process that asks. */
  readonly answerTo: string;
}

interface Answer {
  readonly round: number;
  readonly figures: Figures[keyof Figures];
}

/** A process that is alone has itself to ask. */
export function aloneWith(own: OwnFigures): Processes {
  return { ask: async (kind) => ({ figures: [await own[kind]()], complete: true }) };
}

/**
 * Processes that share a Redis ask each other for their figures, since nobody outside can choose to
 * which of them a request on their common address goes. Nothing is sent while nobody looks.
 */
export class RedisProcesses implements Processes {
  readonly #redis: RedisConnections;
  readonly #own: OwnFigures;
  readonly #answers = `svh:ops:${randomUUID()}`;
  readonly #rounds = new Map<number, (figures: Answer['figures']) => void>();
  readonly #kept = new Map<keyof Figures, Promise<Asked<keyof Figures>>>();
  #asked = 0;

  private constructor(redis: RedisConnections, own: OwnFigures) {
    this.#redis = redis;
    this.#own = own;
  }

  /** Begins to answer; settles when questions and answers are heard. */
  static async open(redis: RedisConnections, own: OwnFigures): Promise<RedisProcesses> {
    const processes = new RedisProcesses(redis, own);
    await processes.#listen();
    return processes;
  }

  async #listen(): Promise<void> {
    const { subscriber } = this.#redis;
    await subscriber.sSubscribe(
      this.#answers,
      (message) => {
        const { round, figures } = JSON.parse(message.toString()) as Answer;
        this.#rounds.get(round)?.(figures);
      },
      true,
    );
    await subscriber.sSubscribe(
      questions,
      (message) => void this.#answer(JSON.parse(message.toString()) as Question),
      true,
    );
  }

  ask<Kind extends keyof Figures>(kind: Kind): Promise<Asked<Kind>> {
    const kept = this.#kept.get(kind);
    if (kept !== undefined) return kept as Promise<Asked<Kind>>;
    const asked = this.#askAll(kind);
    this.#kept.set(kind, asked);
    setTimeout(() => this.#kept.delete(kind), keptFor).unref();
    return asked;
  }

  async #askAll<Kind extends keyof Figures>(kind: Kind): Promise<Asked<Kind>> {
    const round = this.#asked++;
    const others: Figures[Kind][] = [];
    let expected = Number.POSITIVE_INFINITY;
    let settle = (_complete: boolean): void => {};
    const settled = new Promise<boolean>((resolve) => (settle = resolve));
    const look = (): void => {
      if (others.length >= expected) settle(true);
    };
    this.#rounds.set(round, (figures) => {
      others.push(figures as Figures[Kind]);
      look();
    });
    const tooLate = setTimeout(() => settle(false), patience);
    try {
      const question: Question = { kind, round, answerTo: this.#answers };
      const listeners = await this.#redis.commands.sPublish(questions, JSON.stringify(question));
      // This process listens too, and has no need to be told.
      expected = Number(listeners) - 1;
      look();
    } catch {
      // Redis is away: what this process knows of itself is still worth a look.
      settle(false);
    }
    const complete = await settled;
    clearTimeout(tooLate);
    this.#rounds.delete(round);
    return { figures: [await this.#own[kind](), ...others], complete };
  }

  async #answer({ kind, round, answerTo }: Question): Promise<void> {
    if (answerTo === this.#answers) return;
    const figures = await this.#own[kind]();
    // Who asked does not wait for long, and sees that an answer is missing.
    await this.#redis.commands
      .sPublish(answerTo, JSON.stringify({ round, figures } satisfies Answer))
      .catch(() => undefined);
  }
}
