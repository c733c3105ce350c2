import type { IncomingMessage, ServerResponse } from 'node:http';
import {
  perSeat,
  seats,
  type MatchId,
  type PersonId,
  type Timestamp,
} from '../../shared/base/ids.ts';
import {
  largestNote,
  parseNote,
  type ListedMatch,
  type MatchLists,
  type NoteList,
} from '../../shared/protocol/index.ts';
import { isCounted, replayFormat, type MatchSummary } from '../../shared/room/index.ts';
import { UnreadableReplay } from '../archive/index.ts';
import { guestName } from '../guest-name.ts';
import type { Admission } from '../limits/index.ts';
import type { Stores } from '../logs/index.ts';
import { readBody } from './body.ts';
import { replayName } from './pages.ts';
import { sendZippedJson, sentUnchanged } from './send-zipped.ts';
import { sendJson } from './send.ts';

/** Matches in a list of the start page. */
const listLength = 8;

export interface ReplayParts {
  readonly stores: Stores;
  /** Settles when a match that has just ended is in the archive. */
  readonly archived: (match: MatchId) => Promise<void>;
  readonly now: () => Timestamp;
  readonly admission: Admission;
  readonly personOf: (request: IncomingMessage) => PersonId | null;
  readonly addressOf: (request: IncomingMessage) => string;
  readonly originAllowed: (request: IncomingMessage) => boolean;
}

/** What an address below `/api` asks for. */
type Asked =
  | { readonly kind: 'lists' }
  | { readonly kind: 'replay' | 'notes'; readonly match: MatchId }
  | { readonly kind: 'note'; readonly match: MatchId; readonly id: number };

const methods = {
  lists: ['GET', 'HEAD'],
  replay: ['GET', 'HEAD'],
  notes: ['GET', 'HEAD', 'POST'],
  note: ['DELETE'],
} as const satisfies Record<Asked['kind'], readonly string[]>;

/** Reads the path of a request; null when it is none of ours. */
export function askedReplay(path: string): Asked | null {
  const [, api, section, match = '', notes, id, ...more] = path.split('/');
  if (api !== 'api' || more.length > 0) return null;
  if (section === 'matches' && match === '' && notes === undefined) return { kind: 'lists' };
  if (section !== 'replay' || !replayName.test(match)) return null;
  const named = { match: match as MatchId };
  if (notes === undefined) return { kind: 'replay', ...named };
  if (notes !== 'notes') return null;
  if (id === undefined) return { kind: 'notes', ...named };
  return /^[1-9]\d{0,8}$/.test(id) ? { kind: 'note', id: Number(id), ...named } : null;
}

/** The methods an address understands. */
export function methodsOf({ kind }: Asked): readonly string[] {
  return methods[kind];
}

/** Answers a request for lists, replays or notes, whose method is one of `methodsOf`. */
export async function answerReplay(
  parts: ReplayParts,
  asked: Asked,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (asked.kind === 'lists') return sendJson(response, 200, await listsFor(parts, request));
  if (asked.kind === 'replay') return sendReplay(parts, asked.match, request, response);
  if (asked.kind === 'note') return removeNote(parts, asked, request, response);
  return request.method === 'POST'
    ? addNote(parts, asked.match, request, response)
    : sendNotes(parts, asked.match, request, response);
}

async function listsFor(
  { stores, personOf }: ReplayParts,
  request: IncomingMessage,
): Promise<MatchLists> {
  const person = personOf(request);
  const [recent, mine] = await Promise.all([
    stores.archive.recent(listLength),
    person === null ? [] : stores.archive.recent(listLength, person),
  ]);
  return { recent: recent.map(listed), mine: mine.map(listed) };
}

/** What strangers may see of a match: not the name of its room, which would let them in. */
function listed({ match, endedAt, players, points, outcome, turns }: MatchSummary): ListedMatch {
  const names = perSeat((seat) => players[seat]?.name ?? null);
  const alone = !isCounted(players, turns);
  return { match, endedAt, names, points, outcome, turns, alone };
}

/** A replay that was taken away is gone, and why is said; any other was never there. */
async function sendMissing(
  stores: Stores,
  match: MatchId,
  response: ServerResponse,
): Promise<void> {
  const gone = await stores.shelf.gone(match);
  if (gone === null) return sendJson(response, 404, { code: 'no-such-replay' });
  return sendJson(response, 410, { code: 'replay-gone', details: { why: gone.why } });
}

async function sendReplay(
  { stores, archived, addressOf }: ReplayParts,
  match: MatchId,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    await archived(match);
    const tag = `${match}-${replayFormat}`;
    const kept = (await stores.archive.summary(match)) !== null;
    if (kept && sentUnchanged(request, response, tag)) return undefined;
    const body = await stores.archive.stored(match);
    if (body === null) return sendMissing(stores, match, response);
    return await sendZippedJson(addressOf(request), request, response, body, tag);
  } catch (error) {
    if (error instanceof UnreadableReplay) return sendJson(response, 422, { code: error.code });
    throw error;
  }
}

async function sendNotes(
  { stores, personOf }: ReplayParts,
  match: MatchId,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if ((await stores.archive.summary(match)) === null) {
    return sendMissing(stores, match, response);
  }
  const list: NoteList = { you: personOf(request), notes: await stores.notes.of(match) };
  return sendJson(response, 200, list);
}

async function addNote(
  parts: ReplayParts,
  match: MatchId,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { stores, now, admission } = parts;
  const from = writerOf(parts, request, response);
  if (from === null) return undefined;
  const body = await readBody(request, largestNote);
  const note = parseNote(body);
  if (!note.ok) return sendJson(response, 400, { code: 'bad-note', ...note.refusal.details });
  const summary = await stores.archive.summary(match);
  if (summary === null) return sendMissing(stores, match, response);
  const wait = admission.newNote(from, match);
  if (wait > 0) {
    response.setHeader('Retry-After', Math.ceil(wait / 1000));
    return sendJson(response, 429, { code: 'too-fast' });
  }
  const { time, seat, line, name, text } = note.value;
  const stored = await stores.notes.append(match, {
    at: now(),
    time: Math.min(Math.round(time), summary.duration),
    seat,
    line,
    from,
    name: name || guestName(from),
    player: seats.find((held) => summary.players[held]?.id === from) ?? null,
    text,
  });
  if (stored === 'gone') return sendMissing(stores, match, response);
  if (stored === 'full') return sendJson(response, 409, { code: 'notes-full' });
  return sendJson(response, 201, stored);
}

async function removeNote(
  parts: ReplayParts,
  { match, id }: Asked & { readonly kind: 'note' },
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const by = writerOf(parts, request, response);
  if (by === null) return undefined;
  const removed = await parts.stores.notes.remove(match, id, by);
  return removed
    ? sendJson(response, 200, { id })
    : sendJson(response, 404, { code: 'no-such-note' });
}

/** Who may write: a session of ours on a page of ours. Anybody else is answered here. */
function writerOf(
  { personOf, originAllowed }: ReplayParts,
  request: IncomingMessage,
  response: ServerResponse,
): PersonId | null {
  const type = request.headers['content-type'] ?? '';
  if (request.method === 'POST' && !/^application\/json\b/.test(type)) {
    sendJson(response, 415, { code: 'bad-note' });
    return null;
  }
  if (!originAllowed(request)) {
    sendJson(response, 403, { code: 'origin-refused' });
    return null;
  }
  const person = personOf(request);
  if (person === null) sendJson(response, 401, { code: 'no-session' });
  return person;
}
