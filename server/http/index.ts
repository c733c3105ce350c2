/** Pages, static files, replays, health and numbers over HTTP. */
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Readable } from 'node:stream';
import sirv from 'sirv';
import type { Logger } from 'pino';
import type { MatchId, Milliseconds } from '../../shared/base/ids.ts';
import type { OpsReport } from '../../shared/protocol/index.ts';
import type { Config } from '../config.ts';
import type { Stores } from '../logs/index.ts';
import { metricsPage } from '../metrics.ts';
import { cameSecurely } from '../requester.ts';
import type { Processes } from '../ops/processes.ts';
import { readPath } from './address.ts';
import { setCommonHeaders, workerPolicy } from './headers.ts';
import { heldSeatsPath, sendHeldSeats, type HeldSeatParts } from './held-seats.ts';
import { kept } from './kept.ts';
import { mayOperate } from './ops.ts';
import { pageStatus, roomAddress, sendPage, type PageParts } from './pages.ts';
import { answerReplay, askedReplay, methodsOf, type ReplayParts } from './replays.ts';
import { sendJson, sendText } from './send.ts';

/** Whoever comes while nothing can be stored may try again after so many seconds. */
const retryStore = 5;

/** Serves files or hands the request on. */
export type FileHandler = (
  request: IncomingMessage,
  response: ServerResponse,
  next: () => void,
) => void;

export interface HttpParts extends PageParts {
  readonly config: PageParts['config'] & Pick<Config, 'opsToken'>;
  /** What operators watch, of all processes. */
  readonly processes: Processes;
  readonly stores: Stores;
  readonly replays: ReplayParts;
  readonly heldSeats: HeldSeatParts;
  readonly logger: Logger;
  readonly files: FileHandler;
}

/** The page as it was built has no nonce and no policy: only `sendPage` sends it. */
const barePage = /^\/+index\.html\/?$/;

/** Built files: names with a hash never change, so browsers keep them for ever. */
export function builtFiles(folder: string): FileHandler {
  const files = sirv(folder, {
    etag: true,
    gzip: true,
    brotli: true,
    dotfiles: false,
    extensions: [],
    setHeaders: (response, path) => {
      if (!path.startsWith('/assets/')) return;
      response.setHeader('Cache-Control', 'public, max-age=31536000, immutable');
      if (/worker/.test(path)) response.setHeader('Content-Security-Policy', workerPolicy);
    },
  });
  return (request, response, next) => {
    const path = readPath(request.url ?? '');
    if (path === null || barePage.test(decodeURIComponent(path))) return next();
    // They are small: nobody needs a part of one, and what is no range would spoil the answer.
    delete request.headers.range;
    // A build may replace the folder under a server that runs: that costs this answer and no more.
    response.once('pipe', (file: Readable) => file.once('error', () => response.destroy()));
    return files(request, response, next);
  };
}

/** `/metrics` is open to everybody, and takes a millisecond or two to write. */
const metricsKept: Milliseconds = 1000;

/** Answers every HTTP request that is not Socket.IO's. */
export function createHttpHandler(parts: HttpParts): RequestListener {
  const metrics = kept(
    async () => metricsPage((await parts.processes.ask('metrics')).figures),
    metricsKept,
    () => performance.now(),
  );
  return (request, response) => {
    answer(parts, metrics, request, response).catch((error: unknown) => {
      const away = !parts.stores.health.well;
      // That the store is away is said once, elsewhere; whoever hangs up in mid sentence is no trouble of ours.
      const level = away || request.destroyed ? 'debug' : 'error';
      parts.logger[level]({ error, url: request.url }, 'a request could not be answered');
      if (response.headersSent) response.destroy();
      else if (away) sendStoreAway(response);
      else sendText(response, 500, 'internal-error');
    });
  };
}

async function answer(
  parts: HttpParts,
  metrics: () => ReturnType<typeof metricsPage>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  setCommonHeaders(response, cameSecurely(request, parts.config));
  const path = readPath(request.url ?? '');
  const asked = path === null ? null : askedReplay(path);
  const allowed = asked === null ? ['GET', 'HEAD'] : methodsOf(asked);
  if (!allowed.includes(request.method ?? '')) {
    response.setHeader('Allow', allowed.join(', '));
    return sendText(response, 405, 'method-not-allowed');
  }
  // The page itself says what is wrong with the address, in the reader's language (R1).
  if (path === null) return sendPage(parts, request, response, '/', 400);
  if (path === '/healthz') return sendText(response, 200, 'ok');
  if (path === '/readyz') return sendReadiness(parts, response);
  if (path === heldSeatsPath) return sendHeldSeats(parts.heldSeats, request, response);
  if (path === '/api/ops') return sendOps(parts, request, response);
  if (path === '/metrics') {
    const { text, contentType } = await metrics();
    response.setHeader('Content-Type', contentType);
    response.end(text);
    return undefined;
  }
  if (asked !== null) return answerReplay(parts.replays, asked, request, response);
  const oneForm = roomAddress(path);
  if (oneForm !== null) {
    const query = /\?[^#]*/.exec(request.url ?? '')?.[0] ?? '';
    response.writeHead(308, { Location: `${oneForm}${query}` }).end();
    return undefined;
  }
  const status = pageStatus(path);
  if (status !== null) {
    const gone = status === 200 && (await isGone(parts, path));
    return sendPage(parts, request, response, path, gone ? 410 : status);
  }
  parts.files(request, response, () => {
    sendPage(parts, request, response, path, 404).catch((error: unknown) => {
      parts.logger.error({ error }, 'a page could not be sent');
      response.destroy();
    });
  });
  return undefined;
}

function sendStoreAway(response: ServerResponse): void {
  response.setHeader('Retry-After', retryStore);
  sendJson(response, 503, { code: 'storage-failed' });
}

/** Whether a path names a replay that was taken away; while nobody can tell, the page itself asks again. */
async function isGone({ stores }: HttpParts, path: string): Promise<boolean> {
  const [, section, match = ''] = path.split('/');
  if (section !== 'replay' || match === '') return false;
  const gone = await stores.shelf.gone(match as MatchId).catch(() => null);
  return gone !== null;
}

/** What operators watch; refused without their token. */
async function sendOps(
  { config, processes }: HttpParts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const allowed = mayOperate(request, config.opsToken);
  if (allowed.ok) {
    const { figures, complete } = await processes.ask('view');
    const inOrder = figures.toSorted(
      (a, b) => a.startedAt - b.startedAt || a.process.localeCompare(b.process),
    );
    return sendJson(response, 200, { processes: inOrder, complete } satisfies OpsReport);
  }
  const { code } = allowed.refusal;
  if (code === 'wrong-token') response.setHeader('WWW-Authenticate', 'Bearer realm="ops"');
  return sendJson(response, code === 'wrong-token' ? 401 : 403, { code });
}

/** Ready is a server that can store what people do; one that cannot says why. */
async function sendReadiness({ stores }: HttpParts, response: ServerResponse): Promise<void> {
  if (!(await stores.health.check())) {
    response.setHeader('Retry-After', retryStore);
    return sendText(response, 503, `storage-failed: ${stores.health.trouble}`);
  }
  try {
    await stores.archive.score();
  } catch {
    return sendText(response, 503, 'storage-failed');
  }
  return sendText(response, 200, 'ok');
}
