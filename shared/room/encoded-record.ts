import type { LogRecord } from './entries.ts';
import { utf8Length } from './json-bytes.ts';

/** A record with its JSON, which is made once for its price, its log and what is remembered of it. */
export interface EncodedRecord {
  readonly record: LogRecord;
  readonly json: string;
  /** What it weighs in a log and on a wire: the bytes of its JSON in UTF-8. */
  readonly bytes: number;
}

/** Puts a record into JSON. */
export function encodeRecord(record: LogRecord): EncodedRecord {
  const json = JSON.stringify(record);
  return { record, json, bytes: utf8Length(json) };
}
