import { createServer, type IncomingMessage, type Server } from 'node:http';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Milliseconds, PersonId, RoomName, Timestamp } from '../shared/base/ids.ts';
import type { Result } from '../shared/base/result.ts';
import { onMachineFault } from '../shared/lang/index.ts';
import { noPeers, RoomHost } from '../shared/room/host/index.ts';
import type { Chance, Clock, Peers } from '../shared/room/index.ts';
import type { Config } from './config.ts';
import { builtFiles, createHttpHandler, type FileHandler } from './http/index.ts';
import type { Stores } from './logs/index.ts';
import { tidyReplays } from './archive/retention.ts';
import { addressOf, networkOf } from './address.ts';
import { Admission, boundConnections, type Visitor } from './limits/index.ts';
import { refuseUpgrades, socketPath } from './http/upgrades.ts';
import { listenAt, type ListenRefusalCode } from './listen.ts';
import { createMetrics } from './metrics.ts';
import { processName } from './ops/process-name.ts';
import { Buckets } from './limits/buckets.ts';
import { aloneWith, RedisProcesses, type OwnFigures } from './ops/processes.ts';
import { startSampler, type Sampler } from './ops/sampler.ts';
import { originAllowed } from './requester.ts';
import { createSessions } from './session.ts';
import { watchStrain } from './strain.ts';
import { noTraffic } from './traffic.ts';
import { createSockets, type PingPace, type RedisConnections } from './sockets/index.ts';
import { Allowance } from './sockets/rate-limit.ts';

/** A6: rooms and chats nobody has visited for a day go away; looked after every hour. */
const idleAfter: Milliseconds = 24 * 60 * 60 * 1000;
const idleRounds: Milliseconds = 60 * 60 * 1000;

/**
 * A connection on which nothing moves for so long is cut, an answer that nobody reads included. Pages
 * that poll are asked something more often; WebSockets look after themselves.
 */
const stallPatience: Milliseconds = 30_000;

/** Where pages come from: built files, or a development server on the same HTTP server. */
export type PageSource =
  | { readonly kind: 'built'; readonly folder: string }
  | {
      readonly kind: 'development';
      readonly open: (http: Server) => Promise<{
        readonly files: FileHandler;
        readonly page: (path: string) => Promise<string>;
        close(): Promise<void>;
      }>;
    };

/** All a server is made of; tests swap the parts. */
export interface AppParts {
  readonly config: Pick<Config, 'trustProxy' | 'origins' | 'opsToken' | 'limits' | 'keepReplays'>;
  readonly secret: string;
  readonly stores: Stores;
  readonly clock: Clock;
  readonly chance: Chance & { personId(): PersonId };
  readonly logger: Logger;
  readonly pages: PageSource;
  /** Where this is one process of several; null for one that is alone. */
  readonly others: OtherProcesses | null;
  /** How often pages are asked whether they are there; tests are in more of a hurry. */
  readonly pings?: PingPace;
  /** How long "start" is shown, where it is not as R13 says: tests play many matches. */
  readonly startShout?: Milliseconds | undefined;
}

/** What one process of several shares with the others. */
export interface OtherProcesses {
  readonly peers: Peers;
  readonly clients: RedisConnections;
}

/** A server that can listen and be closed. */
export interface App {
  readonly host: RoomHost;
  /** The process as its operators watch it. */
  readonly ops: Sampler;
  /** Begins to serve; answers the port, which was chosen by the system for 0. */
  listen(port: number, address: string | null): Promise<Result<number, ListenRefusalCode>>;
  /** Begins to serve the connections that the primary of this worker hands over. */
  serveHandedOver(): void;
  /** A18: lets nobody in, tells pages to come back, finishes what is under way, closes the stores. */
  close(): Promise<void>;
}

/** Builds a server from its parts; it does nothing before `listen`. */
export async function createApp(parts: AppParts): Promise<App> {
  const { config, stores, clock, chance, logger } = parts;
  onMachineFault((error) => logger.error({ error }, 'the machine that runs programs has failed'));
  const sessions = createSessions(parts.secret);
  const traffic = noTraffic();
  const metrics = createMetrics({
    rooms: () => host.rooms.length,
    traffic,
    latest: () => ops.latest(),
    process: parts.others === null ? null : processName,
  });
  const http = createServer();
  keepPipelinesShort(http);
  const admission = new Admission(config.limits, () => clock.now());
  const visitorOf = (request: IncomingMessage): Visitor => ({
    address: addressOf(request, config.trustProxy),
    person: sessions.read(request.headers.cookie),
  });
  http.timeout = stallPatience;
  boundConnections(http, config.limits, ({ remoteAddress }) =>
    config.trustProxy > 0 ? null : networkOf(remoteAddress ?? ''),
  );
  // In development the pages' own server listens for them too.
  if (parts.pages.kind === 'built') refuseUpgrades(http);
  const strainWatch = watchStrain();
  const sockets = createSockets(http, {
    stores,
    clock,
    metrics,
    logger,
    admission,
    visitorOf,
    originAllowed: (request) => originAllowed(request, config),
    traffic,
    strain: () => strainWatch.strain,
    redis: parts.others?.clients ?? null,
    pings: parts.pings,
  });
  const host = new RoomHost({
    log: stores.log,
    archive: stores.archive,
    aside: {
      of: async (room) => ({
        talk: await stores.chat.last(room),
        cursors: sockets.trails.of(room),
      }),
    },
    clock,
    chance,
    startShout: parts.startShout,
    audience: sockets.audience,
    peers: parts.others?.peers ?? noPeers,
    report: (trouble, error) => {
      // While the store is away every room has the same trouble every second: said once, elsewhere.
      const known = !stores.health.well;
      logger[known ? 'debug' : 'error']({ error }, trouble);
    },
  });
  sockets.serve(host);
  const stopWatching = stores.health.onChange((well) => {
    const { trouble } = stores.health;
    if (well) logger.info('the store is back');
    else logger.error({ trouble }, 'nothing can be stored');
    sockets.storing(!well);
  });
  const ops = startSampler({
    clock,
    traffic,
    rooms: () => host.rooms.length,
    matches: () => host.matches(),
    askStore: () => stores.archive.score(),
  });
  const own: OwnFigures = { view: () => ops.view(), metrics: () => metrics.json() };
  const processes =
    parts.others === null ? aloneWith(own) : await RedisProcesses.open(parts.others.clients, own);
  const pages = await openPages(parts.pages, http);
  http.on(
    'request',
    skippingSockets(
      createHttpHandler({
        config,
        sessions,
        stores,
        replays: {
          stores,
          archived: (match) => host.archived(match),
          now: () => clock.now(),
          admission,
          personOf: (request) => sessions.read(request.headers.cookie),
          addressOf: (request) => visitorOf(request).address,
          originAllowed: (request) => originAllowed(request, config),
        },
        heldSeats: {
          host,
          now: () => clock.now(),
          allowance: new Allowance(10),
          readers: new Buckets(20_000),
          addressOf: (request) => visitorOf(request).address,
          personOf: (request) => sessions.read(request.headers.cookie),
        },
        processes,
        logger,
        newPerson: () => chance.personId(),
        admission,
        visitorOf,
        strict: parts.pages.kind === 'built',
        ...pages,
      }),
    ),
  );
  let stopForgetting = (): void => {};
  const forget = (): void => {
    stopForgetting = clock.after(idleRounds, forget);
    sockets.trails.keepOnly(host.rooms);
    forgetIdle(stores, host.rooms, clock.now() - idleAfter).catch((error: unknown) =>
      logger.error({ error }, 'idle rooms could not be forgotten'),
    );
    tidyReplays(stores.shelf, config.keepReplays, () => clock.now()).then(
      (gone) => (gone > 0 ? logger.info({ gone }, 'old replays were taken away') : undefined),
      (error: unknown) => logger.error({ error }, 'old replays could not be taken away'),
    );
  };
  let closing = false;
  const rewriteOld = (): void => {
    stores.archive
      .rewriteOld(() => closing)
      .catch((error: unknown) => {
        if (!closing) logger.error({ error }, 'old replays could not be rewritten');
      });
  };
  const begin = (): void => {
    forget();
    rewriteOld();
  };
  return {
    host,
    ops,
    listen: async (port, address) => {
      const listening = await listenAt(http, port, address);
      if (listening.ok) begin();
      return listening;
    },
    serveHandedOver: () => {
      sockets.serveHandedOver();
      begin();
    },
    close: async () => {
      closing = true;
      stopForgetting();
      strainWatch.stop();
      stopWatching();
      ops.stop();
      http.close();
      sockets.beginClosing();
      // What is under way is finished and answered before the lines are cut.
      await host.close();
      await sockets.close();
      await pages.close();
      http.closeAllConnections();
      await stores.close();
    },
  };
}

/** A visit is noted by reading, so rooms with people in them stay, however quiet they are. */
async function forgetIdle(
  stores: Stores,
  visited: readonly RoomName[],
  before: Timestamp,
): Promise<void> {
  for (const room of visited) {
    await stores.log.visit(room);
    await stores.chat.last(room);
  }
  await stores.log.forgetIdle(before);
  await stores.chat.forgetIdle(before);
}

async function openPages(
  source: PageSource,
  http: Server,
): Promise<{
  readonly files: FileHandler;
  readonly page: (path: string) => Promise<string>;
  close(): Promise<void>;
}> {
  if (source.kind === 'development') return source.open(http);
  const html = readFileSync(join(source.folder, 'index.html'), 'utf8');
  return {
    files: builtFiles(source.folder),
    page: async () => html,
    close: async () => {},
  };
}

/** A page asks for some forty files over six connections, and waits for each. */
const mostRequests = 100;

/**
 * Requests that come in one piece are all begun in one turn of the event loop: a connection carries so many,
 * and whoever sends more in a row without waiting is cut off.
 */
function keepPipelinesShort(http: Server): void {
  http.maxRequestsPerSocket = mostRequests;
  http.on('dropRequest', (_request, socket) => socket.destroy());
}

type Listener = Parameters<typeof createServer>[1] & {};

/** Socket.IO answers its own requests on the same server. */
function skippingSockets(handler: Listener): Listener {
  return (request, response) => {
    if (request.url?.startsWith(socketPath)) return;
    handler(request, response);
  };
}
