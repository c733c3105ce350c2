import type { Milliseconds } from '../../shared/base/ids.ts';

/** The parts of a `ws` socket that this file knows about. */
interface WebSocketParts {
  on(event: 'ping' | 'pong', listener: () => void): void;
  terminate(): void;
}

/** The parts of Engine.IO's server that this file knows about: where each WebSocket begins. */
interface Engine {
  onWebSocket(request: unknown, net: unknown, page: WebSocketParts): void;
}

/** Browsers send no pings and pongs of the protocol below ours, and proxies at most one now and then. */
export const mostPings = 100;
const pingWindow: Milliseconds = 10_000;

/**
 * Ends WebSockets that send more pings or pongs than any page does: `ws` answers pings by itself, and what
 * nobody reads of it would pile up here.
 */
export function guardWebSockets(engine: unknown): void {
  const server = engine as Engine;
  const usual = server.onWebSocket.bind(server);
  server.onWebSocket = (request, net, page) => {
    boundPings(page);
    usual(request, net, page);
  };
}

function boundPings(page: WebSocketParts): void {
  let pings = 0;
  let since = performance.now();
  const count = (): void => {
    const now = performance.now();
    if (now - since > pingWindow) [pings, since] = [0, now];
    pings += 1;
    if (pings > mostPings) page.terminate();
  };
  page.on('ping', count);
  page.on('pong', count);
}
