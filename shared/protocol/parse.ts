import * as v from 'valibot';
import { seats } from '../base/ids.ts';
import { ok, refused, type Result } from '../base/result.ts';
import { visibleLine, visibleName } from '../base/visible-text.ts';
import { normalChanges, type ChangesJson } from '../room/index.ts';
import {
  largestMessage,
  longestMessage,
  longestNote,
  longestNickname,
  mostChangeParts,
  mostUpdates,
} from './limits.ts';
import type { CursorPosition, Join, NoteWish, PageWish } from './messages.ts';

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const seat = v.picklist(seats);
/** Looked at before anything is made of it: what is longer cannot become short enough. */
const raw = (longest: number) => v.pipe(v.string(), v.maxLength(8 * longest));
const oneLine = v.pipe(raw(longestNote), v.transform(visibleLine));
const codePoints = (most: number) =>
  v.check((text: string) => text.length <= 2 * most && Array.from(text).length <= most);

const nickname = v.pipe(
  raw(4 * longestNickname),
  v.transform(visibleName),
  codePoints(longestNickname),
);
const chatText = v.pipe(oneLine, v.nonEmpty(), codePoints(longestMessage));

/** How much is kept, or how much is dropped and which lines come in its place. */
const changePart = v.custom<ChangesJson[number]>((part) =>
  Array.isArray(part) ? isCount(part[0]) && part.slice(1).every(isLine) : isCount(part),
);
const update = v.strictObject({
  clientId: v.pipe(v.string(), v.minLength(1), v.maxLength(64)),
  changes: v.pipe(
    v.array(changePart),
    v.maxLength(mostChangeParts),
    v.transform((changes): ChangesJson => normalChanges(changes)),
  ),
});

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

/** Text inside an update stands line by line, so a break in it would make two lines of one. */
function isLine(value: unknown): boolean {
  return typeof value === 'string' && value.length <= largestMessage && !/[\r\n]/.test(value);
}

const settings = v.strictObject({
  width: v.number(),
  height: v.number(),
  gold: v.number(),
  walls: v.number(),
  codingTime: v.number(),
  turns: v.number(),
  turnTime: v.number(),
  layout: v.picklist(['mirrored', 'random']),
});

/** Presses of people say what they were meant for; programs may leave it out. */
const meant = v.optional(
  v.strictObject({ phase: v.picklist(['entry', 'coding', 'running', 'result']), epoch: count }),
);

// They are tried from the top: what comes with every letter stands first.
const wish = v.variant('kind', [
  v.strictObject({
    kind: v.literal('edit'),
    seat,
    epoch: count,
    version: count,
    updates: v.pipe(v.array(update), v.minLength(1), v.maxLength(mostUpdates)),
  }),
  v.strictObject({ kind: v.literal('make field'), settings, meant }),
  v.strictObject({ kind: v.literal('take seat'), seat, meant }),
  v.strictObject({ kind: v.literal('leave seat'), seat, meant }),
  v.strictObject({ kind: v.literal('rename'), name: nickname }),
  v.strictObject({ kind: v.literal('start'), meant }),
  v.strictObject({ kind: v.literal('ready'), meant }),
  v.strictObject({ kind: v.literal('not ready'), meant }),
  v.strictObject({ kind: v.literal('play again'), meant }),
  v.strictObject({ kind: v.literal('swap seats'), meant }),
  v.strictObject({
    kind: v.literal('submit step'),
    seat,
    turn: count,
    version: count,
    claimed: v.strictObject({
      action: v.picklist(['up', 'right', 'down', 'left', 'wait']),
      readTo: count,
    }),
  }),
]);

const join = v.strictObject({
  protocol: v.number(),
  room: v.string(),
  name: nickname,
  since: v.nullable(count),
  chatSince: count,
});

const cursor = v.strictObject({ seat, epoch: count, version: count, anchor: count, head: count });

const note = v.strictObject({
  time: v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER)),
  seat,
  line: v.pipe(count, v.minValue(1), v.maxValue(100_000)),
  name: nickname,
  text: v.pipe(oneLine, v.nonEmpty(), codePoints(longestNote)),
});

type Parsed<T> = Result<T, 'bad-message'>;

/** Reads what a page wishes; who it is from its session says. */
export function parseWish(input: unknown): Parsed<PageWish> {
  return parsed(wish, input);
}

/** Reads the first message of a connection; its room name is checked by `parseRoomName`. */
export function parseJoin(input: unknown): Parsed<Omit<Join, 'room'> & { readonly room: string }> {
  return parsed(join, input);
}

/** Reads a cursor position. */
export function parseCursor(input: unknown): Parsed<CursorPosition> {
  return parsed(cursor, input);
}

/** Reads a chat text: one line, 1–300 characters (R34). */
export function parseChatText(input: unknown): Parsed<string> {
  return parsed(chatText, input);
}

/** Reads a note for a replay: its text is one line, 1–500 characters. */
export function parseNote(input: unknown): Parsed<NoteWish> {
  return parsed(note, input);
}

/** Reads a record number or message id. */
export function parseCount(input: unknown): Parsed<number> {
  return parsed(count, input);
}

function parsed<Schema extends v.GenericSchema>(
  schema: Schema,
  input: unknown,
): Parsed<v.InferOutput<Schema>> {
  const result = v.safeParse(schema, input, { abortEarly: true });
  if (result.success) return ok(result.output);
  const [issue] = result.issues;
  return refused('bad-message', { at: v.getDotPath(issue) ?? '', expected: issue.expected ?? '' });
}
