import type { Milliseconds } from '../../shared/base/ids.ts';

/** The parts of a `ws` socket that this file knows about. */
interface WebSocketParts {
  on(event: 'ping' | 'pong', listener: () => void): void;
  on(event: 'message', listener: (data: Buffer) => void): void;
  off(event: 'message', listener: (data: Buffer) => void): void;
  terminate(): void;
}

/** The parts of Engine.IO's server that this file knows about: where each WebSocket begins. */
interface Engine {
  onWebSocket(request: unknown, net: unknown, page: WebSocketParts): void;
}

/** Browsers send no pings and pongs of the protocol below ours, and proxies at most one now and then. */
export const mostPings = 100;
const pingWindow: Milliseconds = 10_000;

/** A page whose polling goes on as a WebSocket asks once whether it reaches us. */
export const mostProbes = 10;

/**
 * Ends WebSockets that send more pings, pongs or probes than any page does: `ws` answers pings and Engine.IO
 * probes by itself, and what nobody reads of it would pile up here.
 */
export function guardWebSockets(engine: unknown): void {
  const server = engine as Engine;
  const usual = server.onWebSocket.bind(server);
  server.onWebSocket = (request, net, page) => {
    boundPings(page);
    boundProbes(page);
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

/** Whatever else a WebSocket says first ends the time of probes. */
function boundProbes(page: WebSocketParts): void {
  let probes = 0;
  const count = (data: Buffer): void => {
    if (data.length !== 6 || data.toString() !== '2probe') page.off('message', count);
    else if (++probes > mostProbes) page.terminate();
  };
  page.on('message', count);
}
