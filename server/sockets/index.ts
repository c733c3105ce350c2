/** Socket.IO ⇄ rooms: who may connect, what their messages mean, and who hears what. */
import { once } from 'node:events';
import type { IncomingMessage, Server as HttpServer } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { setupWorker } from '@socket.io/sticky';
import { Server } from 'socket.io';
import type { Milliseconds, RoomName } from '../../shared/base/ids.ts';
import type { Details } from '../../shared/base/result.ts';
import {
  largestMessage,
  type ChatMessage,
  type ConnectRefusalCode,
} from '../../shared/protocol/index.ts';
import type { Audience, RoomHost } from '../../shared/room/host/index.ts';
import { inMatch, type Clock, type RoomState } from '../../shared/room/index.ts';
import type { Stores } from '../logs/index.ts';
import type { Metrics } from '../metrics.ts';
import type { Traffic } from '../traffic.ts';
import { audienceOf, playersOf } from './audience.ts';
import { findQuickly } from './broadcast.ts';
import { roomChannel } from './channels.ts';
import type { Admission, Visitor } from '../limits/index.ts';
import { CursorTrails } from './cursor-trails.ts';
import type { Door, PageServer } from './door.ts';
import { Doorkeeper } from './doorkeeper.ts';
import { FanOut, type Delivery, type Strain } from './fan-out.ts';
import { readQuickly } from './inbox.ts';
import { forgetRequest, keepApart } from './line-begin.ts';
import { guardLines } from './line-guard.ts';
import { Outbox } from './outbox.ts';
import { createPackets } from './packets.ts';
import { PageMessages } from './page-messages.ts';
import { PeopleAllowances } from './rate-limit.ts';
import { joinRedis, type RedisConnections } from './redis.ts';
import { guardWebSockets } from './websocket-guard.ts';

export type { Strain } from './fan-out.ts';
export type { RedisConnections } from './redis.ts';

/**
 * Both sides speak this often, and a side that is silent for this much longer is gone: a break is
 * noticed within 8 s, and no wire is ever silent for the 30 s after which proxies cut it.
 */
const usualPings: PingPace = { interval: 4000, patience: 4000 };

/** How often a page is asked whether it is still there, and how long it may take to answer. */
export interface PingPace {
  readonly interval: Milliseconds;
  readonly patience: Milliseconds;
}

/** A page says whose it is at once; a line on which nobody does is not kept. */
const connectPatience: Milliseconds = 10_000;

/** How soon pages may come back to a server that goes down on purpose, to be started again … */
const comeBackAfter: Milliseconds = 500;

/** … and where other processes stand ready meanwhile, so that no match has to wait for a turn. */
const goElsewhereAfter: Milliseconds = 0;

/** Longest wait for the last answers to leave; the rest of a shutdown needs the other seconds (A18). */
const lastWords: Milliseconds = 1000;

export interface SocketParts {
  readonly stores: Stores;
  readonly clock: Clock;
  readonly metrics: Metrics;
  readonly logger: Logger;
  readonly admission: Admission;
  readonly visitorOf: (request: IncomingMessage) => Visitor;
  readonly originAllowed: (request: IncomingMessage) => boolean;
  /** Counted up while serving. */
  readonly traffic: Traffic;
  /** How hard the event loop works. */
  readonly strain: () => Strain;
  /** Where there are other processes: the connections through which their people are reached. */
  readonly redis: RedisConnections | null;
  /** As usual unless said otherwise. */
  readonly pings?: PingPace | undefined;
}

/** The line to all pages: an audience for the host, and the door for their messages. */
export interface Sockets {
  readonly audience: Audience;
  /** Where the cursors of this process's rooms went. */
  readonly trails: CursorTrails;
  /** Begins to let pages in. */
  serve(host: RoomHost): void;
  /** Takes the connections that the primary process hands over (A14). */
  serveHandedOver(): void;
  /** Tells pages whether what they do is stored at once, or must wait for the store. */
  storing(delayed: boolean): void;
  /** Tells pages to come back soon; from now on every message is refused as `closing`. */
  beginClosing(): void;
  /** Lets all pages go once they have the answers that are under way. */
  close(): Promise<void>;
}

/** Sets Socket.IO up on an HTTP server; nobody is let in before `serve`. */
export function createSockets(http: HttpServer, parts: SocketParts): Sockets {
  const { pings = usualPings } = parts;
  const io: PageServer = new Server(http, {
    serveClient: false,
    transports: ['websocket', 'polling'],
    // Compressing each small message would cost more time than it saves bytes (A15).
    perMessageDeflate: false,
    httpCompression: false,
    parser: createPackets(() =>
      parts.logger.info('a page broke the order of packets, its line is ended'),
    ),
    maxHttpBufferSize: largestMessage,
    pingInterval: pings.interval,
    pingTimeout: pings.patience,
    connectTimeout: connectPatience,
    allowRequest: (request, decide) => {
      if (!parts.originAllowed(request)) decide('origin-refused', false);
      else doorkeeper.admit(request, decide);
    },
  });
  const doorkeeper = new Doorkeeper(parts.admission, parts.visitorOf);
  doorkeeper.watch(io.engine);
  guardWebSockets(io.engine);
  guardLines(io.engine, {
    ownerOf: (line) => doorkeeper.visitorOn(line)?.person ?? null,
    personOf: (request) => parts.visitorOf(request).person,
    originAllowed: parts.originAllowed,
  });
  io.use((socket, next) => {
    const visitor = doorkeeper.visitorOn(socket.conn);
    if (visitor === null || visitor.person === null) {
      next(strangerError(parts, visitor));
      return;
    }
    const { person, address } = visitor;
    socket.data = { person, address, unanswered: 0 };
    next();
  });
  if (parts.redis !== null) joinRedis(io, parts.redis);
  const { adapter } = io.of('/');
  findQuickly(adapter);
  let closing = false;
  let storingDelayed = false;
  const outbox = new Outbox(parts.traffic, (trouble, error) =>
    parts.logger.error({ error }, trouble),
  );
  const membersOf = (room: RoomName): number => adapter.rooms.get(roomChannel(room))?.size ?? 0;
  const fanOut = new FanOut({
    clock: parts.clock,
    membersOf,
    send: (delivery) => {
      parts.traffic.deliveries += delivery.messages.length * hearersOf(delivery, membersOf);
      send(io.local, delivery);
    },
    strain: parts.strain,
  });
  let messages: PageMessages | null = null;
  const trails = new CursorTrails();
  return {
    audience: audienceOf(io, fanOut, trails, parts),
    trails,
    serve(host) {
      const door: Door = {
        host,
        stores: parts.stores,
        clock: parts.clock,
        metrics: parts.metrics,
        people: new PeopleAllowances(parts.clock),
        admission: parts.admission,
        trails,
        closing: () => closing,
        storingDelayed: () => storingDelayed,
        tellChat(room, state, message) {
          tellChat(fanOut, room, state, message);
          if (parts.redis !== null) io.serverSideEmit('talk', room, message);
        },
        tellCursor: (room, state, cursor, sender) =>
          fanOut.tell(room, ['cursor', cursor], playersOf(room, state.seats), 'at once', sender),
      };
      const heard = new PageMessages(door, parts);
      messages = heard;
      io.on('talk', (room, message) => void hearTalk(host, fanOut, room, message));
      io.on('connection', (socket) =>
        keepApart(socket, parts.logger, () => {
          forgetRequest(socket);
          readQuickly(socket);
          outbox.serve(socket);
          heard.serve(socket);
          // There is nothing a page that has left could do on its line.
          socket.on('disconnect', () => socket.conn.close(true));
        }),
      );
    },
    serveHandedOver: () => setupWorker(io),
    storing(delayed) {
      storingDelayed = delayed;
      io.local.emit('storing', delayed);
    },
    beginClosing() {
      closing = true;
      io.local.emit('closing', parts.redis === null ? comeBackAfter : goElsewhereAfter);
    },
    async close() {
      await messages?.done();
      fanOut.close();
      const gone = allGone(io);
      io.local.disconnectSockets(true);
      await gone;
      // The HTTP server is closed by its owner; this ends what is left on it.
      io.engine.close();
    },
  };
}

/** Why somebody without a session is not let in: perhaps no new people are, from where they come. */
function strangerError(
  { admission, metrics }: SocketParts,
  visitor: Visitor | null,
): Error & { data: Details } {
  const full = visitor === null ? null : admission.stranger(visitor);
  const code: ConnectRefusalCode = full?.code ?? 'no-session';
  metrics.refusals.inc({ code });
  return Object.assign(new Error(code), { data: full?.details ?? {} });
}

/**
 * Settles when every line has sent what was written to it and is closed, or when the patience with
 * those that read no more has run out. Real time: this waits for networks, not for the game.
 */
async function allGone(io: PageServer): Promise<void> {
  const pages = [...io.of('/').sockets.values()];
  const closed = Promise.all(pages.map(({ conn }) => once(conn, 'close')));
  const patience = new AbortController();
  await Promise.race([closed, sleep(lastWords, null, { signal: patience.signal })]);
  patience.abort();
}

/**
 * Hands one frame to Socket.IO, which encodes it once for everybody of this process. The others hear the
 * same and tell their people themselves, so that a page has its frames from one process alone.
 */
function send(io: PageServer['local'], delivery: Delivery): void {
  const { to, players, sender, messages, gathered } = delivery;
  const among = io.to(to === 'players' ? [...players] : roomChannel(delivery.room));
  const deaf = [...(to === 'spectators' ? players : []), ...(sender === null ? [] : [sender])];
  const hearers = deaf.length > 0 ? among.except(deaf) : among;
  if (gathered) hearers.emit('batch', messages);
  else for (const [event, ...carried] of messages) hearers.emit(event, ...carried);
}

/** How many connections here hear a delivery, taking each player for one. */
function hearersOf({ room, to, players }: Delivery, membersOf: (room: RoomName) => number): number {
  if (to === 'players') return players.length;
  return Math.max(0, membersOf(room) - (to === 'spectators' ? players.length : 0));
}

/** R34: during a match the players do not hear the spectators. */
function tellChat(fanOut: FanOut, room: RoomName, state: RoomState, message: ChatMessage): void {
  const playersHear = message.lane === 'spectators' && inMatch(state) ? 'not' : 'with all';
  fanOut.tell(room, ['chat', message], playersOf(room, state.seats), playersHear);
}

/** Talk is in no log that others read: they are told of each line, and gather it for their own people. */
async function hearTalk(
  host: RoomHost,
  fanOut: FanOut,
  room: RoomName,
  message: ChatMessage,
): Promise<void> {
  const state = await host.stateOf(room).catch(() => null);
  if (state !== null) tellChat(fanOut, room, state, message);
}
