import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { PersonId } from '../../shared/base/ids.ts';
import { parseRoomName } from '../../shared/protocol/index.ts';
import type { Config } from '../config.ts';
import type { Admission, Full, Visitor } from '../limits/index.ts';
import { cameSecurely, hostOf } from '../requester.ts';
import { forgetOldCookie, type Sessions } from '../session.ts';
import { pagePolicy } from './headers.ts';

/** Stands in client/index.html where the nonce of a page goes. */
const noncePlace = '__CSP_NONCE__';

/** Stands there where the address of this server goes; a picture beside a link needs a whole one. */
const originPlace = '__ORIGIN__';

/** A host as browsers send it; anything else is left out rather than written into a page. */
const plainHost = /^[\w.-]+(:\d{1,5})?$/;

/** The address under which a page was asked for. */
function originOf(request: IncomingMessage, config: PageParts['config']): string {
  const host = hostOf(request, config) ?? '';
  if (!plainHost.test(host)) return '';
  return `${cameSecurely(request, config) ? 'https' : 'http'}://${host}`;
}

export interface PageParts {
  readonly config: Pick<Config, 'trustProxy'>;
  readonly sessions: Sessions;
  readonly newPerson: () => PersonId;
  readonly admission: Admission;
  readonly visitorOf: (request: IncomingMessage) => Visitor;
  /** The page as it was built, for a path; in development Vite has a hand in it. */
  readonly page: (path: string) => Promise<string>;
  /** Development needs inline scripts and a socket of its own, which the strict policy forbids. */
  readonly strict: boolean;
}

/** Names a replay can have. No dot: `/replay/name.ts` is a file, if it is anything. */
export const replayName = /^[\w-]{1,64}$/;

/** Pages of which there is one. */
const singlePages = new Set(['/', '/help', '/help/language', '/learn', '/replay', '/ops']);

/** Whether a path names a page, and whether what it names can exist. Null for no page of ours. */
export function pageStatus(path: string): 200 | 404 | null {
  if (singlePages.has(path)) return 200;
  const [, section, name, ...more] = path.split('/');
  if (section !== 'game' && section !== 'replay') return null;
  if (name === undefined || name === '' || more.some((part) => part !== '')) return 404;
  if (section === 'replay') return replayName.test(name) ? 200 : null;
  return parseRoomName(decodeURIComponent(name)).ok ? 200 : 404;
}

/** The one address of a room, where it was asked for under another form of its name; else null. */
export function roomAddress(path: string): string | null {
  const [, section, name = ''] = path.split('/');
  const room = section === 'game' ? parseRoomName(decodeURIComponent(name)) : null;
  if (room === null || !room.ok || room.value === decodeURIComponent(name)) return null;
  return `/game/${encodeURIComponent(room.value)}`;
}

/** A field to be shown inside pages of other sites: the page has nothing to press (`?view=embed`). */
function isEmbedded(request: IncomingMessage, path: string): boolean {
  const query = new URLSearchParams((request.url ?? '').split('?')[1] ?? '');
  return path.startsWith('/game/') && query.get('view') === 'embed';
}

/**
 * Gives a session to whoever has none yet (R5), unless too many have come from there: nothing is stored
 * of it. The page itself works without, as far as it can.
 */
function welcome(
  { sessions, newPerson, admission, visitorOf, config }: PageParts,
  request: IncomingMessage,
  response: ServerResponse,
  embedded: boolean,
): Full | null {
  const visitor = visitorOf(request);
  const secure = cameSecurely(request, config);
  if (visitor.person !== null) {
    // Whoever has a cookie from before there was a name for TLS stays who they are.
    if (secure && !sessions.isSecure(request.headers.cookie)) {
      const moved = sessions.write(visitor.person, { secure, embedded });
      response.setHeader('Set-Cookie', [moved, forgetOldCookie]);
    }
    return null;
  }
  const full = admission.newPerson(visitor);
  if (full !== null) return full;
  response.setHeader('Set-Cookie', sessions.write(newPerson(), { secure, embedded }));
  return null;
}

/** Answers a page: a fresh nonce, and a session for whoever has none yet. */
export async function sendPage(
  parts: PageParts,
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  status: number,
): Promise<void> {
  const nonce = randomBytes(16).toString('base64');
  const html = (await parts.page(path))
    .replaceAll(noncePlace, nonce)
    .replaceAll(originPlace, originOf(request, parts.config));
  const embedded = status === 200 && isEmbedded(request, path);
  const full = welcome(parts, request, response, embedded);
  if (full !== null) response.setHeader('Retry-After', full.details.retryAfter ?? 1);
  if (parts.strict) response.setHeader('Content-Security-Policy', pagePolicy(nonce, embedded));
  response.writeHead(full === null ? status : 429, {
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
  });
  response.end(request.method === 'HEAD' ? undefined : html);
}
