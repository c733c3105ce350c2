import type { PersonId } from '../../../shared/base/ids.ts';
import type { CursorSample, LogRecord } from '../../../shared/room/index.ts';

/** What processes tell each other on the channel of a room. */
export type News =
  /** A record is in the log, whoever appended it. */
  | { readonly kind: 'record'; readonly record: LogRecord }
  | { readonly kind: 'cursor'; readonly from: string; readonly cursor: CursorSample }
  | { readonly kind: 'people'; readonly from: string; readonly people: readonly PersonId[] };

/** What stands before and after a record's own text where it is news: Redis itself puts them together. */
export const aroundRecord = ['{"kind":"record","record":', '}'] as const;

/** Reads what another process, or Redis for it, has told. */
export function readNews(text: string): News {
  return JSON.parse(text) as News;
}
