import {
  replayFormat,
  saidToAll,
  type FinishedMatch,
  type LogRecord,
  type Replay,
  type RoomState,
} from '../room/index.ts';

/** What stands in a text beside its lists. */
type Framed = Pick<Replay, 'match' | 'endedAt' | 'start' | 'talk' | 'cursors' | 'notes'>;

/** Records, or cursors, that are made text at a time. */
const perPiece = 200;

/** A replay as one JSON text: what is saved as a file. */
export function replayText(replay: Replay): string {
  return [head(replay), listed(replay.records), ...tail(replay)].join('');
}

/** The same text of a match on its way into the archive, in pieces that cost little each. */
export async function* replayPieces(
  match: FinishedMatch,
  seen: (record: LogRecord) => void,
): AsyncGenerator<string> {
  yield head(match);
  let first = true;
  for await (const page of pagesOf(match.records)) {
    page.forEach(seen);
    yield (first ? '' : ',') + listed(page);
    first = false;
  }
  yield* tail(match);
}

/** The room before a match as anybody may see it: it says neither its name nor the match before. */
export function sendableStart({ room: _room, ...start }: RoomState): Omit<RoomState, 'room'> {
  return { ...start, match: null };
}

function head({ match, endedAt, start }: Framed): string {
  const framed = { format: replayFormat, match, endedAt, start: sendableStart(start) };
  return `${JSON.stringify(framed).slice(0, -1)},"records":[`;
}

function* tail({ talk, cursors, notes }: Framed): Generator<string> {
  yield `],"talk":${JSON.stringify(talk.filter(saidToAll))},"cursors":[`;
  for (let from = 0; from < cursors.length; from += perPiece) {
    yield (from === 0 ? '' : ',') + listed(cursors.slice(from, from + perPiece));
  }
  yield notes === undefined ? ']}' : `],"notes":${JSON.stringify(notes)}}`;
}

function listed(items: readonly unknown[]): string {
  return JSON.stringify(items).slice(1, -1);
}

async function* pagesOf(records: FinishedMatch['records']): AsyncGenerator<readonly LogRecord[]> {
  const pages = Symbol.asyncIterator in records ? records : [records];
  for await (const page of pages) {
    for (let from = 0; from < page.length; from += perPiece) {
      yield page.slice(from, from + perPiece);
    }
  }
}
