import { ChangeSet } from '@codemirror/state';
import type { Milliseconds, Seat } from '../../shared/base/ids.ts';
import {
  authorityClient,
  type ChangesJson,
  type CursorSample,
  type ProgramDocument,
} from '../../shared/room/index.ts';
import type { Keystroke, Timeline } from './timeline.ts';

/** Where a typist is in a text; both are the same where nothing is selected. */
export interface Caret {
  readonly anchor: number;
  readonly head: number;
}

/** Updates a cursor is carried through at most; an older one says nothing any more. */
const furthest = 60;

/** The cursors of one seat, oldest first, along the time of a replay. */
export interface CursorTrail {
  readonly times: readonly Milliseconds[];
  readonly samples: readonly CursorSample[];
}

/** Brings the cursors of one seat to the time of the replay. */
export function trailOf({ replay }: Timeline, seat: Seat): CursorTrail {
  const beginning = replay.records[0]?.at ?? 0;
  const samples = replay.cursors.filter((sample) => sample.seat === seat);
  let at = 0;
  const times = samples.map((sample) => (at = Math.max(at, sample.at - beginning)));
  return { times, samples };
}

/**
 * The caret of a typist in the text as it stands: the last cursor that was seen by then, carried
 * through what was typed since; where there is none, behind the last thing typed. Null before anything
 * was typed or pointed at.
 */
export function caretIn(
  { version, text }: ProgramDocument,
  keystrokes: readonly Keystroke[],
  seen: readonly CursorSample[],
): Caret | null {
  const within = (offset: number): number => Math.max(0, Math.min(text.length, offset));
  for (const sample of seen.toReversed().slice(0, furthest)) {
    // It may have come before the text it refers to: then the one before it still holds.
    if (sample.version > version) continue;
    if (version - sample.version > furthest) break;
    const since = keystrokes.slice(sample.version, version);
    return {
      anchor: within(carried(sample.anchor, since)),
      head: within(carried(sample.head, since)),
    };
  }
  for (let made = version - 1; made >= Math.max(0, version - furthest); made--) {
    const stroke = keystrokes[made];
    if (stroke === undefined || stroke.clientId === authorityClient) continue;
    const at = within(carried(changedTo(stroke.changes), keystrokes.slice(made + 1, version)));
    return { anchor: at, head: at };
  }
  return null;
}

/** What is typed at a cursor is most likely typed by its owner, so the cursor goes behind it. */
function carried(offset: number, strokes: readonly Keystroke[]): number {
  return strokes.reduce((at, { changes }) => {
    const set = ChangeSet.fromJSON(changes);
    return set.mapPos(Math.min(at, set.length), 1);
  }, offset);
}

/** The first offset a change touches; where it touches nothing, the end. */
export function changedFrom(changes: ChangesJson): number {
  const [first] = changes;
  return typeof first === 'number' && changes.length > 0 ? first : 0;
}

/** The end, in the new text, of the last thing a change wrote or took away. */
function changedTo(changes: ChangesJson): number {
  let end = 0;
  ChangeSet.fromJSON(changes).iterChanges((_fromA, _toA, _fromB, toB) => {
    end = toB;
  });
  return end;
}
