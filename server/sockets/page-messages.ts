import type { Logger } from 'pino';
import { refused } from '../../shared/base/result.ts';
import type { ClientToServer } from '../../shared/protocol/index.ts';
import type { Metrics } from '../metrics.ts';
import type { Traffic } from '../traffic.ts';
import { Connection } from './connection.ts';
import type { Door, PageSocket } from './door.ts';

/** What is done with each message of a page. All but cursors are answered, exactly once. */
const handlers: Readonly<
  Record<keyof ClientToServer, (connection: Connection, input: unknown) => unknown>
> = {
  join: (connection, input) => connection.join(input),
  wish: (connection, input) => connection.wish(input),
  since: (connection, input) => connection.since(input),
  say: (connection, input) => connection.say(input),
  chatSince: (connection, input) => connection.chatSince(input),
  time: (connection) => connection.time(),
  cursor: (connection, input) => connection.cursor(input),
};

/** What one page may ask for before it is answered: a page waits for most answers, one by one. */
export const mostUnanswered = 64;

/** What the messages of pages are counted and reported with. */
export interface PageMessageParts {
  readonly metrics: Metrics;
  readonly traffic: Traffic;
  readonly logger: Logger;
}

/**
 * Hears the messages of all pages; nothing that is thrown while one is handled leaves here. One
 * listener a page: listeners of their own for every kind of message would be most of its weight.
 */
export class PageMessages {
  readonly #door: Door;
  readonly #parts: PageMessageParts;
  /** How many messages are being handled. Not a set of them: old sets keep what was in them alive. */
  #underWay = 0;
  #whenDone: (() => void)[] = [];

  constructor(door: Door, parts: PageMessageParts) {
    this.#door = door;
    this.#parts = parts;
  }

  /** Hears one page until its line is cut. */
  serve(socket: PageSocket): void {
    const { metrics, traffic } = this.#parts;
    const connection = new Connection(this.#door, socket, socket.data.person);
    metrics.connections.inc();
    traffic.connections += 1;
    // What arrives is unknown until it is parsed, whatever the typed map promises.
    socket.onAny((event: string, ...args: readonly unknown[]) => {
      // Socket.IO hands on what came in one piece with a goodbye: nobody speaks after it.
      if (!socket.connected) return;
      traffic.messages += 1;
      if (connection.floods()) return this.#end(socket);
      if (isKnown(event)) {
        this.#hear(socket, connection, event, args).catch((error: unknown) => {
          this.#parts.logger.error({ error }, 'a page could not be answered, its line is cut');
          socket.disconnect(true);
        });
      } else metrics.messages.inc({ kind: 'unknown' });
    });
    socket.on('disconnect', () => {
      metrics.connections.dec();
      traffic.connections -= 1;
      void this.#guarded(() => connection.end());
    });
  }

  /** Settles when everything that has been heard is answered. */
  async done(): Promise<void> {
    if (this.#underWay === 0) return;
    await new Promise<void>((resolve) => {
      this.#whenDone.push(resolve);
    });
  }

  #end(socket: PageSocket): void {
    this.#parts.logger.info({ person: socket.data.person }, 'a page floods, its line is cut');
    socket.disconnect(true);
  }

  async #hear(
    socket: PageSocket,
    connection: Connection,
    event: keyof ClientToServer,
    args: readonly unknown[],
  ): Promise<void> {
    const asks = event !== 'cursor';
    const hasRoom = socket.data.unanswered < mostUnanswered;
    this.#underWay += 1;
    if (asks) socket.data.unanswered += 1;
    try {
      const answer = hasRoom
        ? await this.#answerTo(connection, event, args[0])
        : refused('too-fast');
      if (!asks) return;
      this.#countRefusal(answer);
      const reply = args.at(-1);
      if (typeof reply === 'function') (reply as (answer: unknown) => void)(answer);
    } finally {
      if (asks) socket.data.unanswered -= 1;
      this.#underWay -= 1;
      if (this.#underWay === 0) for (const done of this.#whenDone.splice(0)) done();
    }
  }

  #answerTo(connection: Connection, event: keyof ClientToServer, input: unknown): unknown {
    if (this.#door.closing()) return refused('closing');
    return this.#guarded(() => handlers[event](connection, input));
  }

  async #guarded(work: () => unknown): Promise<unknown> {
    try {
      return await work();
    } catch (error) {
      // That the store is away is said once, elsewhere.
      const level = this.#door.storingDelayed() ? 'debug' : 'error';
      this.#parts.logger[level]({ error }, 'a message could not be handled');
      return refused('storage-failed');
    }
  }

  #countRefusal(answer: unknown): void {
    const { ok, refusal } = answer as { ok: boolean; refusal?: { code: string } };
    if (!ok && refusal !== undefined) this.#parts.metrics.refusals.inc({ code: refusal.code });
  }
}

function isKnown(event: string): event is keyof ClientToServer {
  return Object.hasOwn(handlers, event);
}
