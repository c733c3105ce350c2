import { protocolVersion, type Answer, type Joined } from '../../shared/protocol/index.ts';
import { PageLine } from '../load/page-line.ts';
import { RawSocket } from '../load/raw-socket.ts';
import { startFleet } from '../measure/fleet.ts';
import { cookieOf, startPeer, type MeasuredServer } from '../measure/server.ts';

/** One client of a chat, whatever the server speaks. */
export interface Talker {
  say(text: string): void;
  close(): void;
}

/** What a talker reports. */
export interface TalkerEvents {
  /** Bytes in which every delivered line stands once. */
  readonly heard: (payload: Buffer) => void;
  /** A line was refused. */
  readonly refused: () => void;
  readonly closed: (why: string) => void;
}

/** A server with a chat, and how one comes into a room of it. */
export interface ChatServer {
  readonly name: string;
  start(): Promise<MeasuredServer>;
  enter(
    server: MeasuredServer,
    client: number,
    room: string,
    events: TalkerEvents,
  ): Promise<Talker>;
}

/** Addresses of this machine to come from: one address has ports for some 28,000 connections. */
function addressOf(client: number): string {
  return `127.0.0.${2 + (client % 8)}`;
}

/** The real application: session, limits, parsing, chat log, metrics, log lines. */
export const game = (processes: number): ChatServer => ({
  name: 'game',
  start: () => startFleet(processes),
  async enter(server, client, room, events) {
    const cookie = cookieOf(client);
    const line = await PageLine.open(server, { cookie, from: addressOf(client) });
    const join = { protocol: protocolVersion, room, name: '', since: null, chatSince: 0 };
    const joined = await line.ask<Answer<Joined>>('join', join);
    if (!joined.ok) throw new Error(joined.refusal.code);
    line.onEvent = events.heard;
    line.onClose = events.closed;
    return {
      say: (text) =>
        line.askLightly('say', text, (granted) => {
          if (!granted) events.refused();
        }),
      close: () => line.close(),
    };
  },
});

/** Socket.IO as its guide uses it. */
export const plainSocketIo: ChatServer = {
  name: 'socketio-chat',
  start: () => startPeer('socketio-chat'),
  async enter(server, client, room, events) {
    const line = await PageLine.open(server, { from: addressOf(client) });
    await line.ask('join', room);
    line.onEvent = events.heard;
    line.onClose = events.closed;
    return {
      say: (text) => line.askLightly('say', { from: client, text }, () => {}),
      close: () => line.close(),
    };
  },
};

/** `ws` and nothing else: one send for each delivery. */
export const bareWs: ChatServer = {
  name: 'ws-chat',
  start: () => startPeer('ws-chat'),
  async enter(server, client, room, events) {
    const raw = await RawSocket.open(server, { path: '/', from: addressOf(client) });
    await new Promise<void>((resolve, reject) => {
      raw.onClose = (why) => reject(new Error(why));
      raw.onText = () => resolve();
      raw.send(room);
    });
    raw.onText = events.heard;
    raw.onClose = events.closed;
    return {
      say: (text) => raw.send(JSON.stringify({ from: client, text })),
      close: () => raw.close(),
    };
  },
};
