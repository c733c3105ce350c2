import type { Milliseconds, Timestamp } from '../../shared/base/ids.ts';
import { refused, unreachable, type Refusal } from '../../shared/base/result.ts';
import type { ConnectRefusalCode, RefusalCode } from '../../shared/protocol/index.ts';
import type { ConnectionStatus } from './types.ts';

export type Transport = 'websocket' | 'polling';

/**
 * Where the line to the server stands. `brokenSince` is null until it was up once; `first` is the
 * transport that is tried first; `why` is what the server said when it last did not let us in.
 */
export type Connection =
  | {
      readonly kind: 'opening';
      readonly attempt: number;
      readonly first: Transport;
      readonly brokenSince: Timestamp | null;
      readonly why: Refusal | null;
    }
  /** Open, but the room has not let us in yet. */
  | {
      readonly kind: 'joining';
      readonly attempt: number;
      readonly first: Transport;
      readonly brokenSince: Timestamp | null;
      readonly why: Refusal | null;
    }
  | { readonly kind: 'online'; readonly first: Transport; readonly comeBackAfter: Milliseconds }
  | {
      readonly kind: 'waiting';
      readonly attempt: number;
      readonly first: Transport;
      readonly brokenSince: Timestamp;
      readonly why: Refusal | null;
    }
  /** The page was left but may be shown again from the browser's memory. */
  | { readonly kind: 'asleep'; readonly first: Transport; readonly brokenSince: Timestamp }
  | { readonly kind: 'refused'; readonly code: RefusalCode | ConnectRefusalCode }
  | { readonly kind: 'closed' };

export type ConnectionEvent =
  | { readonly kind: 'opened' }
  | { readonly kind: 'joined' }
  /** What is full may be asked again after so many seconds. */
  | {
      readonly kind: 'join refused';
      readonly code: RefusalCode;
      readonly retryAfter?: number | undefined;
    }
  /** The server does not take this browser, whatever room it asks for; not now, or not at all. */
  | {
      readonly kind: 'line refused';
      readonly code: ConnectRefusalCode;
      readonly retryAfter?: number | undefined;
    }
  /** The line broke, could not be opened, or the room did not answer. */
  | { readonly kind: 'dropped' }
  /** Nothing was heard for too long. */
  | { readonly kind: 'silent' }
  /** The wait for the next try is over. */
  | { readonly kind: 'retry' }
  /** The device has a network again, or the page is looked at again. */
  | { readonly kind: 'network back' }
  /** The server goes down on purpose and names when to come back. */
  | { readonly kind: 'server closing'; readonly delay: Milliseconds }
  | { readonly kind: 'page left' }
  | { readonly kind: 'page shown' }
  | { readonly kind: 'close' };

/** What the glue has to do after an event. */
export type ConnectionAction =
  | { readonly kind: 'open'; readonly transports: readonly Transport[] }
  | { readonly kind: 'join' }
  | { readonly kind: 'retry after'; readonly delay: Milliseconds }
  | { readonly kind: 'drop' };

/** A connection after an event, and what follows from it. */
export interface ConnectionStep {
  readonly connection: Connection;
  readonly actions: readonly ConnectionAction[];
}

/** The first retry comes within this time; each further one may take twice as long. */
const firstRetry: Milliseconds = 500;

/** A page that waits longer than this seems dead; a server under water still gets some air. */
const longestRetry: Milliseconds = 5000;

/** Refusals that another try cannot mend. */
const finalRefusals: ReadonlySet<RefusalCode | ConnectRefusalCode> = new Set([
  'old-page',
  'bad-room-name',
  'bad-message',
  'no-session',
  // A browser gets its cookie with a page, not with a line.
  'too-many-people',
]);

/** A connection that is about to be opened for the first time. */
export function beginConnection(): ConnectionStep {
  return opening({ first: 'websocket', brokenSince: null, why: null });
}

/**
 * The line to the server as a state machine. Pure: `now` is the page's clock, `chance` a random
 * fraction that spreads the retries of many pages. Events that do not fit the state change nothing:
 * sockets report late.
 */
export function afterEvent(
  connection: Connection,
  event: ConnectionEvent,
  now: Timestamp,
  chance: number,
): ConnectionStep {
  if (connection.kind === 'closed' || connection.kind === 'refused')
    return { connection, actions: [] };
  switch (event.kind) {
    case 'opened':
      return opened(connection);
    case 'joined':
      return connection.kind === 'joining'
        ? { connection: { kind: 'online', first: connection.first, comeBackAfter: 0 }, actions: [] }
        : unchanged(connection);
    case 'join refused':
    case 'line refused':
      return notLetIn(connection, event, now, chance);
    case 'dropped':
      return isTrying(connection) || connection.kind === 'online'
        ? waiting(connection, now, chance)
        : unchanged(connection);
    case 'silent':
      return silent(connection, now, chance);
    case 'retry':
      return connection.kind === 'waiting'
        ? opening(connection, connection.attempt)
        : unchanged(connection);
    case 'network back':
      return connection.kind === 'waiting' ? opening(connection) : unchanged(connection);
    case 'server closing':
      return connection.kind === 'online'
        ? { connection: { ...connection, comeBackAfter: event.delay }, actions: [] }
        : unchanged(connection);
    case 'page left':
      return {
        connection: {
          kind: 'asleep',
          first: connection.first,
          brokenSince: brokenSince(connection) ?? now,
        },
        actions: [{ kind: 'drop' }],
      };
    case 'page shown':
      return connection.kind === 'asleep'
        ? opening({ ...connection, why: null })
        : unchanged(connection);
    case 'close':
      return { connection: { kind: 'closed' }, actions: [{ kind: 'drop' }] };
    default:
      return unreachable(event);
  }
}

/** The connection as people are shown it. */
export function statusOf(connection: Connection): ConnectionStatus {
  switch (connection.kind) {
    case 'online':
      return { kind: 'online' };
    case 'refused':
      return { kind: 'refused', code: connection.code };
    case 'closed':
      return { kind: 'refused', code: 'closed' };
    case 'opening':
    case 'joining':
    case 'waiting':
    case 'asleep':
      return {
        ...(connection.brokenSince === null
          ? { kind: 'connecting' }
          : { kind: 'offline', since: connection.brokenSince }),
        ...('why' in connection && connection.why !== null ? { why: connection.why } : {}),
      };
    default:
      return unreachable(connection);
  }
}

function opened(connection: Connection): ConnectionStep {
  if (connection.kind !== 'opening') return unchanged(connection);
  return { connection: { ...connection, kind: 'joining' }, actions: [{ kind: 'join' }] };
}

/** Either for good, or to be tried again: after the time the server names, or soon. */
function notLetIn(
  connection: Connection,
  event: ConnectionEvent & { readonly kind: 'join refused' | 'line refused' },
  now: Timestamp,
  chance: number,
): ConnectionStep {
  if (!isTrying(connection)) return unchanged(connection);
  const { code, retryAfter } = event;
  if (finalRefusals.has(code)) return turnedAway(code);
  const why = refused(code, retryAfter === undefined ? {} : { retryAfter }).refusal;
  const { connection: after, actions } = waiting(connection, now, chance, why);
  return { connection: after, actions: [{ kind: 'drop' }, ...actions] };
}

function turnedAway(code: RefusalCode | ConnectRefusalCode): ConnectionStep {
  return { connection: { kind: 'refused', code }, actions: [{ kind: 'drop' }] };
}

function silent(connection: Connection, now: Timestamp, chance: number): ConnectionStep {
  if (!isTrying(connection) && connection.kind !== 'online') return unchanged(connection);
  const { connection: after, actions } = waiting(connection, now, chance);
  return { connection: after, actions: [{ kind: 'drop' }, ...actions] };
}

/**
 * After a try that failed the other transport goes first, for networks that swallow WebSockets
 * without a word (A14); what has worked goes first again after a break. A server that is full says so
 * where polling is tried last.
 */
function waiting(
  connection: Connection & { readonly first: Transport },
  now: Timestamp,
  chance: number,
  why: Refusal | null = null,
): ConnectionStep {
  const failed = isTrying(connection);
  const attempt = failed ? connection.attempt + 1 : 0;
  const next = failed ? otherTransport(connection.first) : connection.first;
  const first = why === null ? next : 'websocket';
  const told = Number(why?.details['retryAfter'] ?? 0) * 1000;
  const named = connection.kind === 'online' ? connection.comeBackAfter : told;
  const since = brokenSince(connection) ?? now;
  return {
    connection: { kind: 'waiting', attempt, first, brokenSince: since, why },
    actions: [{ kind: 'retry after', delay: named + retryDelay(attempt, chance) }],
  };
}

function retryDelay(attempt: number, chance: number): Milliseconds {
  const longest = Math.min(longestRetry, firstRetry * 2 ** attempt);
  return Math.round(longest * (0.5 + chance / 2));
}

function opening(
  { first, brokenSince: since, why }: Pick<Opening, 'first' | 'brokenSince' | 'why'>,
  attempt = 0,
): ConnectionStep {
  return {
    connection: { kind: 'opening', attempt, first, brokenSince: since, why },
    actions: [{ kind: 'open', transports: [first, otherTransport(first)] }],
  };
}

type Opening = Connection & { readonly kind: 'opening' };

function otherTransport(transport: Transport): Transport {
  return transport === 'websocket' ? 'polling' : 'websocket';
}

function isTrying(
  connection: Connection,
): connection is Connection & { kind: 'opening' | 'joining' } {
  return connection.kind === 'opening' || connection.kind === 'joining';
}

function brokenSince(connection: Connection): Timestamp | null {
  return 'brokenSince' in connection ? connection.brokenSince : null;
}

function unchanged(connection: Connection): ConnectionStep {
  return { connection, actions: [] };
}
