import type { Entry, LogRecord } from './entries.ts';
import type { RoomState } from './state.ts';

/** The room as everybody may see it (A9): without what stays secret until the match is over. */
export function publicState(state: RoomState): RoomState {
  return state.phase.kind === 'result' ? state : { ...state, secret: null };
}

/** A record as everybody may see it. Folding public records gives the public state. */
export function publicRecord(record: LogRecord): LogRecord {
  return record.entries.some(isSecret)
    ? { ...record, entries: record.entries.map(publicEntry) }
    : record;
}

function isSecret(entry: Entry): boolean {
  return entry.kind === 'field made' || entry.kind === 'seats swapped';
}

function publicEntry(entry: Entry): Entry {
  if (entry.kind !== 'field made' && entry.kind !== 'seats swapped') return entry;
  const { secret: _hidden, ...shown } = entry;
  return shown;
}
