import type { IncomingMessage, ServerResponse } from 'node:http';
import type { LimitCode } from '../../shared/protocol/index.ts';
import type { Admission, Full, Visitor } from '../limits/index.ts';
import type { PageServer, PageSocket } from './door.ts';

/** Decides about a connection that is about to be opened, as Engine.IO asks it. */
export type Decide = (message: string | null, allowed: boolean) => void;

type EngineSocket = PageSocket['conn'];

/** The statuses of what is full: of one network or person, or of the server. */
const statusTexts = { 429: 'Too Many Requests', 503: 'Service Unavailable' } as const;

/** The HTTP status of a limit. */
export function statusOf(code: LimitCode): keyof typeof statusTexts {
  return code === 'server-full' ? 503 : 429;
}

/**
 * Lets connections in while there is room for them, and counts those that are open. One that is turned
 * away hears why as HTTP: a page that came by WebSocket, which hides that, tries polling next.
 */
export class Doorkeeper {
  readonly #admission: Admission;
  readonly #visitorOf: (request: IncomingMessage) => Visitor;
  readonly #coming = new WeakMap<IncomingMessage, Visitor>();
  readonly #open = new WeakMap<EngineSocket, Visitor>();

  constructor(admission: Admission, visitorOf: (request: IncomingMessage) => Visitor) {
    this.#admission = admission;
    this.#visitorOf = visitorOf;
  }

  /** Lets a request open a connection, or answers it. */
  admit(request: IncomingMessage, decide: Decide): void {
    const visitor = this.#visitorOf(request);
    const full = this.#admission.newSocket(visitor);
    if (full !== null) return turnAway(request, full);
    this.#coming.set(request, visitor);
    return decide(null, true);
  }

  /** Counts the connections of a server from now on. */
  watch(engine: PageServer['engine']): void {
    engine.on('connection', (socket: EngineSocket) => {
      const visitor = this.#coming.get(socket.request);
      if (visitor === undefined) return;
      this.#open.set(socket, visitor);
      socket.once('close', this.#admission.socketOpened(visitor));
    });
  }

  /** Who has opened a connection. */
  visitorOn(socket: EngineSocket): Visitor | null {
    return this.#open.get(socket) ?? null;
  }
}

/** Answers a request that is not to become a connection. */
function turnAway(request: IncomingMessage & { res?: ServerResponse }, full: Full): void {
  const status = statusOf(full.code);
  const body = JSON.stringify(full);
  const headers = {
    'Content-Type': 'application/json; charset=utf-8',
    'Cache-Control': 'no-store',
    'Retry-After': String(full.details.retryAfter),
  };
  // Engine.IO keeps the response beside a request for polling; for WebSockets there is none.
  if (request.res !== undefined) {
    request.res.writeHead(status, headers).end(body);
    return;
  }
  const lines = Object.entries({ ...headers, Connection: 'close' }).map(([k, v]) => `${k}: ${v}`);
  const head = [`HTTP/1.1 ${status} ${statusTexts[status]}`, ...lines].join('\r\n');
  const { socket } = request;
  socket.on('error', () => socket.destroy());
  socket.end(`${head}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`, () =>
    socket.destroy(),
  );
}
