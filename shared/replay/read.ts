import * as v from 'valibot';
import { ok, refused, type Result } from '../base/result.ts';
import {
  applyRecord,
  replayFormat,
  saidToAll,
  type Replay,
  type RoomState,
} from '../room/index.ts';
import { longestDocument, longestMatch, longestReplay } from './limits.ts';
import { format1, format2, format3, frame } from './schema.ts';

/**
 * Why a text is not a replay that can be shown. Details: `longest` (characters) for
 * `replay-too-large`, `format` and `known` for `replay-too-new`, `at` (the path of what is wrong)
 * for `replay-unreadable`, `record` (its number) for `replay-inconsistent`.
 * - `replay-not-json`: no JSON at all, or cut off.
 * - `replay-unreadable`: JSON that is not shaped like a replay.
 * - `replay-inconsistent`: shaped like one, but its records do not follow from each other.
 */
export type ReplayRefusalCode =
  | 'replay-too-large'
  | 'replay-not-json'
  | 'replay-unreadable'
  | 'replay-too-new'
  | 'replay-inconsistent';

/**
 * Reads a replay of this or an older format with suspicion (A17). What it answers holds nothing but
 * known keys with values in their limits, and folding its records leads to the result it names.
 */
export function readReplay(stored: string): Result<Replay, ReplayRefusalCode> {
  const shaped = parseReplay(stored);
  if (!shaped.ok) return shaped;
  const wrong = firstWrongRecord(shaped.value);
  return wrong === null ? shaped : refused('replay-inconsistent', { record: wrong });
}

/** The shape alone, brought to the present format; whether its records fold is not looked at. */
export function parseReplay(stored: string): Result<Replay, ReplayRefusalCode> {
  if (stored.length > longestReplay) return refused('replay-too-large', { longest: longestReplay });
  let json: unknown;
  try {
    json = JSON.parse(stored);
  } catch (error) {
    // Some engines answer a text nested too deeply with a RangeError.
    if (error instanceof SyntaxError || error instanceof RangeError) {
      return refused('replay-not-json');
    }
    throw error;
  }
  const framed = v.safeParse(frame, json);
  if (!framed.success) return unreadable(framed.issues);
  const { format } = framed.output;
  if (format > replayFormat) return refused('replay-too-new', { format, known: replayFormat });
  const parsed = v.safeParse(formats[format - 1] ?? format3, json, { abortEarly: true });
  // The schema brands nothing, but it checks all that the type says.
  return parsed.success ? ok(atPresent(parsed.output)) : unreadable(parsed.issues);
}

const formats = [format1, format2, format3] as const;

/** Brings a replay of any format to the present one: what may not be sent any more is left out. */
function atPresent(read: v.InferOutput<(typeof formats)[number]>): Replay {
  const { match, endedAt, start, records } = read;
  const beside = 'talk' in read ? { ...read, talk: read.talk.filter(saidToAll) } : null;
  return {
    format: replayFormat,
    match,
    endedAt,
    start: { ...start, room: '', match: null },
    records,
    talk: beside?.talk ?? [],
    cursors: beside?.cursors ?? [],
    ...(beside?.notes === undefined ? {} : { notes: beside.notes }),
  } as unknown as Replay;
}

function unreadable(
  issues: readonly [v.BaseIssue<unknown>, ...v.BaseIssue<unknown>[]],
): Result<never, 'replay-unreadable'> {
  return refused('replay-unreadable', { at: (v.getDotPath(issues[0]) ?? '').slice(0, 100) });
}

/** The number of the first record that does not follow from those before it, or null. */
function firstWrongRecord(replay: Replay): number | null {
  let state = replay.start;
  for (const [index, record] of replay.records.entries()) {
    const next = foldedOn(state, record, replay);
    if (next === null) return index + 1;
    state = next;
  }
  const ended = state.phase.kind === 'result' && state.match === replay.match;
  return ended ? null : replay.records.length;
}

/**
 * The room after one more record of a replay, or null when that cannot follow. A fold of strangers'
 * data may meet anything, so every throw means the same.
 */
export function foldedOn(
  state: RoomState,
  record: Replay['records'][number],
  replay: Replay,
): RoomState | null {
  const beginning = replay.records[0]?.at ?? 0;
  if (Math.abs(record.at - beginning) > longestMatch) return null;
  try {
    const next = applyRecord(state, record);
    const { salesforce, heroku } = next.documents;
    const longest = Math.max(salesforce.text.length, heroku.text.length);
    return longest <= longestDocument ? next : null;
  } catch {
    return null;
  }
}
