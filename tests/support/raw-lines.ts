import type { Socket as NetSocket } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { WebSocket } from 'ws';

/** Between the packets of one polling request (Engine.IO's protocol, revision 4). */
const separator = '\u001e';

const patience = 20_000;

/** A request, its headers as a plain list of names. */
export type Asking = Omit<RequestInit, 'headers'> & {
  readonly headers?: Readonly<Record<string, string>>;
};

/** What both kinds of bare line can do: say any packets in one piece, and tell that they were ended. */
export interface RawLine {
  readonly sid: string;
  /** Every packet that came, as text. */
  readonly heard: readonly string[];
  /** Says packets, all of them in one piece. */
  say(...packets: readonly string[]): Promise<void>;
  /** Waits until a packet came that fits. */
  until(fits: (packet: string) => boolean, what: string): Promise<string>;
  /** Settles once the server has ended this line. */
  readonly ended: Promise<void>;
  close(): void;
}

function sidOf(packet: string): string {
  return (JSON.parse(packet.slice(1)) as { sid: string }).sid;
}

/** What a line has heard, and whoever waits for more. */
class Heard {
  readonly packets: string[] = [];
  #waiting = new Set<() => void>();

  add(packet: string): void {
    this.packets.push(packet);
    for (const look of this.#waiting) look();
  }

  until(fits: (packet: string) => boolean, what: string): Promise<string> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#waiting.delete(look);
        reject(new Error(`${what} did not come; heard ${this.packets.join(' ').slice(0, 300)}`));
      }, patience);
      const look = (): void => {
        const found = this.packets.find(fits);
        if (found === undefined) return;
        clearTimeout(timer);
        this.#waiting.delete(look);
        resolve(found);
      };
      this.#waiting.add(look);
      look();
    });
  }
}

/** Where a socket request goes. */
export function socketUrl(address: string, query: string): string {
  return `${address}/socket.io/?${query}`;
}

/** A WebSocket without a library that knows the protocol above it; with `upgrades`, of a session. */
export async function rawSocket(
  address: string,
  cookie: string,
  upgrades: string | null = null,
): Promise<RawLine & { readonly net: NetSocket; pause(): void }> {
  const sid = upgrades === null ? '' : `&sid=${upgrades}`;
  const url = socketUrl(address.replace('http', 'ws'), `EIO=4&transport=websocket${sid}`);
  const page = new WebSocket(url, { headers: { cookie }, perMessageDeflate: false });
  const heard = new Heard();
  const ended = new Promise<void>((resolve) => page.once('close', () => resolve()));
  page.on('message', (data: Buffer) => heard.add(data.toString()));
  await new Promise((resolve, reject) => {
    page.once('open', resolve);
    page.once('error', reject);
  });
  page.on('error', () => {});
  const opened = upgrades ?? sidOf(await heard.until((text) => text.startsWith('0'), 'the open'));
  // oxlint-disable-next-line no-underscore-dangle -- the name `ws` gives it
  const { _socket: net } = page as unknown as { _socket: NetSocket };
  return {
    sid: opened,
    heard: heard.packets,
    ended,
    net,
    say: async (...packets) => {
      net.cork();
      for (const packet of packets) if (page.readyState === WebSocket.OPEN) page.send(packet);
      net.uncork();
      await nextTurn();
    },
    until: (fits, what) => heard.until(fits, what),
    pause: () => net.pause(),
    close: () => page.terminate(),
  };
}

/** Long polling by hand; it fetches by itself until it is told not to. */
export async function rawPolling(
  address: string,
  cookie: string,
  fetches = true,
): Promise<RawLine & { fetchOnce(): Promise<number>; post(body: string): Promise<number> }> {
  const ask = (query: string, more: Asking = {}): Promise<Response> =>
    fetch(socketUrl(address, `EIO=4&transport=polling${query}`), {
      ...more,
      headers: { cookie, ...more.headers },
    });
  const sid = sidOf(await (await ask('')).text());
  const heard = new Heard();
  const stop = new AbortController();
  let end = (): void => {};
  const ended = new Promise<void>((resolve) => (end = resolve));
  const fetchOnce = async (): Promise<number> => {
    const response = await ask(`&sid=${sid}`, { signal: stop.signal });
    const text = await response.text();
    if (response.status === 200) for (const packet of text.split(separator)) heard.add(packet);
    return response.status;
  };
  const keepFetching = async (): Promise<void> => {
    try {
      while ((await fetchOnce()) === 200);
    } catch {
      // Cut off, by them or by us.
    }
    end();
  };
  if (fetches) void keepFetching();
  const post = async (body: string): Promise<number> => {
    const headers = { 'content-type': 'text/plain;charset=UTF-8' };
    const response = await ask(`&sid=${sid}`, { method: 'POST', body, headers });
    await response.text();
    return response.status;
  };
  return {
    sid,
    heard: heard.packets,
    ended,
    say: async (...packets) => void (await post(packets.join(separator)).catch(() => 0)),
    until: (fits, what) => heard.until(fits, what),
    fetchOnce,
    post,
    close: () => stop.abort(),
  };
}

/** A polling line that goes on as a WebSocket. */
export async function rawUpgraded(address: string, cookie: string): ReturnType<typeof rawSocket> {
  const polling = await rawPolling(address, cookie);
  const socket = await rawSocket(address, cookie, polling.sid);
  await socket.say('2probe');
  await socket.until((packet) => packet === '3probe', 'the answer to the probe');
  await socket.say('5');
  // What was asked for last over polling is answered when the upgrade is through.
  await polling.ended.catch(() => undefined);
  return socket;
}
