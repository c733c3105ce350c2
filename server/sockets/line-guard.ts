import type { IncomingMessage, ServerResponse } from 'node:http';
import type { PersonId } from '../../shared/base/ids.ts';
import type { PageSocket } from './door.ts';

type EngineLine = PageSocket['conn'];

/** A request whose query Engine.IO has read. */
type SocketRequest = IncomingMessage & { readonly _query: Readonly<Record<string, string>> };

/** The parts of Engine.IO's server that this file knows about. */
interface Engine {
  readonly clients: Readonly<Record<string, EngineLine>>;
  use(
    check: (
      request: SocketRequest,
      response: ServerResponse,
      next: (refusal?: Error) => void,
    ) => void,
  ): void;
}

export interface LineGuardParts {
  /** Whose cookie a line carried when it was opened. */
  readonly ownerOf: (line: EngineLine) => PersonId | null;
  readonly personOf: (request: IncomingMessage) => PersonId | null;
  readonly originAllowed: (request: IncomingMessage) => boolean;
}

/** The methods of long polling. */
const methods = ['GET', 'POST'];

/**
 * Looks at every request of every line, not only at the first: each must come from the person whose
 * line it is, and in a form that pages use.
 */
export function guardLines(engine: unknown, parts: LineGuardParts): void {
  const { clients } = engine as Engine;
  (engine as Engine).use((request, response, next) => {
    if (!methods.includes(request.method ?? '')) {
      response.writeHead(405, { Allow: methods.join(', ') }).end();
      return;
    }
    const line = lineOf(clients, request);
    const allowed =
      inOurForm(request) &&
      // What is wrong with an opening, and with a line that is gone, Engine.IO says itself.
      (line === null || (belongs(line, request, parts) && mayGoOn(line, request, response)));
    next(allowed ? undefined : new Error('refused'));
  });
}

function lineOf(lines: Engine['clients'], { _query }: SocketRequest): EngineLine | null {
  const { sid } = _query;
  return (sid !== undefined && Object.hasOwn(lines, sid) ? lines[sid] : null) ?? null;
}

/** The kind for pages without XMLHttpRequest (`j`) could be read by pages of other sites; none is ours. */
function inOurForm({ _query, headers }: SocketRequest): boolean {
  const { EIO, transport, j } = _query;
  const upgrades = headers.upgrade !== undefined;
  return EIO === '4' && j === undefined && upgrades === (transport === 'websocket');
}

function belongs(
  line: EngineLine,
  request: SocketRequest,
  { ownerOf, personOf, originAllowed }: LineGuardParts,
): boolean {
  return personOf(request) === ownerOf(line) && originAllowed(request);
}

/** The last answer to a fetch, of each line that polls. */
const lastAnswers = new WeakMap<EngineLine, ServerResponse>();

/** Bytes of the last answer to a fetch that nobody has read yet. */
export function unreadOn(line: EngineLine): number {
  const { socket } = lastAnswers.get(line) ?? {};
  return socket?.writableLength ?? 0;
}

/** Polling may become a WebSocket; a fetch comes when the answer to the one before has been read. */
function mayGoOn(
  line: EngineLine,
  { method, headers }: SocketRequest,
  response: ServerResponse,
): boolean {
  if (headers.upgrade !== undefined) return line.transport.name === 'polling';
  if (method !== 'GET') return true;
  const last = lastAnswers.get(line);
  // An answer that nobody reads goes with its line.
  if (last === undefined) line.once('close', () => dropUnread(line));
  lastAnswers.set(line, response);
  const read = last === undefined || !last.writableEnded || last.writableFinished;
  if (!read) line.close(true);
  return read;
}

function dropUnread(line: EngineLine): void {
  const last = lastAnswers.get(line);
  if (last?.writableEnded === true && !last.writableFinished) last.destroy();
}
