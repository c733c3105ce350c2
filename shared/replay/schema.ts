import * as v from 'valibot';
import { seats } from '../base/ids.ts';
import { visibleLine, visibleName } from '../base/visible-text.ts';
import { checkSettings, directions, layouts } from '../battle/index.ts';
import { longestNote } from '../protocol/index.ts';
import { longestDocument, mostCursors, mostNotes, mostRecords, mostTalk } from './limits.ts';

/** What every stored replay says of itself, whatever its format. */
export const frame = v.object({ format: v.pipe(v.number(), v.safeInteger(), v.minValue(1)) });

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const upTo = (most: number) => v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(most));
const text = (longest: number) => v.pipe(v.string(), v.maxLength(longest));
const list = <Item extends v.GenericSchema>(item: Item, most: number) =>
  v.pipe(v.array(item), v.maxLength(most));
const perSeat = <Item extends v.GenericSchema>(item: Item) =>
  v.strictObject({ salesforce: item, heroku: item });

/** Fields are at most 64 cells wide and high (R7). */
const coordinate = upTo(63);
const name = text(128);
const seat = v.picklist(seats);
const time = count;
const points = upTo(1_000_000);
const cell = v.strictObject({ x: coordinate, y: coordinate });
const direction = v.picklist(directions);
/** A file may come from anybody: names and words are as visible as those that came over the wire. */
const nickname = v.pipe(
  name,
  v.transform((shown) => visibleName(shown) || '?'),
);
const words = (longest: number) => v.pipe(text(longest), v.transform(visibleLine));
const person = v.strictObject({ id: name, name: nickname });
const score = v.strictObject({ salesforce: count, heroku: count, draws: count });

const settings = v.pipe(
  v.strictObject({
    width: v.number(),
    height: v.number(),
    gold: v.number(),
    walls: v.number(),
    codingTime: v.number(),
    turns: v.number(),
    turnTime: v.number(),
    layout: v.picklist(layouts),
  }),
  v.check((wished) => checkSettings(wished).ok),
);

const gold = v.strictObject({ at: cell, points: v.nullable(points), sealed: v.boolean() });
const bug = v.strictObject({ at: cell, facing: direction });
const walls = list(cell, 64 * 64);
const size = v.pipe(v.number(), v.integer(), v.minValue(3), v.maxValue(64));
const field = v.strictObject({
  width: size,
  height: size,
  walls,
  gold: list(gold, 200),
  starts: perSeat(cell),
  bug,
});
const figure = v.strictObject({
  at: cell,
  points,
  out: v.nullable(v.picklist(['fallen', 'caught'])),
});
const battle = v.strictObject({
  width: size,
  height: size,
  walls,
  gold: list(gold, 200),
  figures: perSeat(figure),
  bug,
  turn: v.literal(0),
  turns: upTo(500),
});

const secret = v.strictObject({ seed: text(200), sealed: list(points, 200) });
const outcome = v.union([
  v.strictObject({
    kind: v.literal('won'),
    winner: seat,
    by: v.picklist(['points', 'rival out', 'forfeit']),
  }),
  v.strictObject({ kind: v.literal('draw'), by: v.picklist(['points', 'both out', 'forfeit']) }),
]);

/** Facts by name: a map of the file's own keys, none of which may reach an object's inheritance. */
const details = v.record(
  v.pipe(
    v.string(),
    v.maxLength(64),
    v.check((key) => !['__proto__', 'prototype', 'constructor'].includes(key)),
  ),
  v.union([text(1000), v.number()]),
);
const error = v.strictObject({
  line: count,
  column: count,
  length: count,
  code: text(64),
  details,
});
const step = v.strictObject({
  action: v.picklist([...directions, 'wait']),
  readTo: upTo(longestDocument),
  line: v.nullable(count),
  error: v.nullable(error),
});

const document = v.strictObject({
  epoch: count,
  version: count,
  text: text(longestDocument),
  lockedTo: upTo(longestDocument),
  // Before a match nothing has been read; what was written in an earlier one is of no interest.
  marks: v.pipe(
    v.array(v.unknown()),
    v.transform((): [] => []),
  ),
  earlier: v.pipe(
    v.array(v.unknown()),
    v.transform((): [] => []),
  ),
});

const startFields = {
  seq: count,
  settings,
  field,
  secret: v.null(),
  seats: perSeat(v.nullable(person)),
  phase: v.strictObject({ kind: v.literal('entry') }),
  match: v.nullable(name),
  documents: perSeat(document),
  battle,
  turns: v.pipe(v.array(v.never()), v.maxLength(0)),
  nextSteps: perSeat(v.null()),
  score,
};

const change = v.union([
  upTo(longestDocument),
  v.tupleWithRest([upTo(longestDocument)], text(longestDocument)),
]);
const update = v.strictObject({ clientId: name, changes: v.array(change) });

const entry = v.variant('kind', [
  v.strictObject({ kind: v.literal('seat taken'), seat, owner: person }),
  v.strictObject({
    kind: v.literal('seat left'),
    seat,
    reason: v.picklist(['left', 'gone', 'forfeit']),
  }),
  v.strictObject({ kind: v.literal('person renamed'), person }),
  v.strictObject({ kind: v.literal('coding started'), match: name, endsAt: time }),
  v.strictObject({ kind: v.literal('seat ready'), seat }),
  v.strictObject({ kind: v.literal('seat not ready'), seat }),
  v.strictObject({ kind: v.literal('running started'), dueAt: time }),
  v.strictObject({
    kind: v.literal('program edited'),
    seat,
    epoch: count,
    version: count,
    updates: v.array(update),
  }),
  v.strictObject({
    kind: v.literal('step read'),
    seat,
    turn: upTo(500),
    step,
    confirmed: v.nullable(v.boolean()),
  }),
  v.strictObject({
    kind: v.literal('turn played'),
    turn: upTo(500),
    revealed: list(v.strictObject({ at: cell, points }), 200),
    dueAt: time,
  }),
  v.strictObject({ kind: v.literal('match ended'), match: name, outcome, secret }),
]);

const record = v.strictObject({
  seq: count,
  at: time,
  entries: v.pipe(v.array(entry), v.minLength(1)),
});

const talkLine = v.strictObject({
  at: time,
  from: name,
  name: nickname,
  seat: v.nullable(seat),
  lane: v.picklist(['all', 'players', 'spectators']),
  text: words(1000),
});

const cursor = v.strictObject({
  at: time,
  seat,
  epoch: count,
  version: count,
  anchor: upTo(longestDocument),
  head: upTo(longestDocument),
});

const note = v.strictObject({
  id: count,
  at: time,
  time: count,
  seat,
  line: v.pipe(count, v.minValue(1), v.maxValue(longestDocument)),
  from: name,
  name: nickname,
  player: v.nullable(seat),
  text: words(2 * longestNote),
});

const common = {
  match: v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/)),
  endedAt: time,
  records: v.pipe(v.array(record), v.minLength(1), v.maxLength(mostRecords)),
};

/** Up to format 2 a replay named its room. */
const roomNamed = {
  ...common,
  room: text(128),
  start: v.strictObject({ room: text(128), ...startFields }),
};

const beside = {
  talk: list(talkLine, mostTalk),
  cursors: list(cursor, mostCursors),
  notes: v.optional(list(note, mostNotes)),
};

/** Format 1: the log alone. */
export const format1 = v.strictObject({ format: v.literal(1), ...roomNamed });

/** Format 2: with talk and cursors; an exported file may carry notes. */
export const format2 = v.strictObject({ format: v.literal(2), ...roomNamed, ...beside });

/** Format 3: no room is named. */
export const format3 = v.strictObject({
  format: v.literal(3),
  ...common,
  start: v.strictObject(startFields),
  ...beside,
});
