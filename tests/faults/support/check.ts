import { replayIn } from '../../../server/logs/contract/index.ts';
import { createClients } from '../../../server/logs/redis/connection.ts';
import { createRedisStores } from '../../../server/logs/redis/stores.ts';
import type { Stores } from '../../../server/logs/ports.ts';
import { seats, type Seat, type Timestamp } from '../../../shared/base/ids.ts';
import {
  applyRecord,
  authorityClient,
  publicState,
  type LogRecord,
  type RoomState,
} from '../../../shared/room/index.ts';
import { createReferee } from '../../../shared/room/referee.ts';
import type { Player } from './player.ts';
import type { Table } from './table.ts';
import { until } from './until.ts';
import type { World } from './world.ts';

/** What a checker found in all rooms of a world together. */
export interface Findings {
  readonly letters: number;
  /** Acknowledged letters that the log does not hold where it was said. */
  readonly lost: number;
  /** Letters in the log that nobody typed, or more often than they were typed. */
  readonly doubled: number;
  readonly turns: number;
  /** Longest time a turn was played after it was due, in milliseconds. */
  readonly longestGap: number;
  /** Which turn that was. */
  readonly gapAt: string;
  /** Longest break of somebody's line, in milliseconds. */
  readonly longestBreak: number;
  /** Whose it was, and what became of the line. */
  readonly breakAt: string;
  /** Whatever else is not as it should be, in words. */
  readonly wrong: readonly string[];
}

/**
 * Compares for every room what each page has folded, the log in Redis, and a fresh referee's steps
 * (A3–A5, A8, A19), once every match has ended.
 */
export async function check(world: World): Promise<Findings> {
  const { commands } = createClients({ url: world.redis.url, verify: true });
  commands.on('error', () => {});
  await commands.connect();
  const stores = createRedisStores(commands, () => Date.now());
  try {
    const found: Findings[] = [];
    for (const table of world.tables) found.push(await checkTable(table, stores));
    const sum = (of: (one: Findings) => number): number => found.reduce((s, one) => s + of(one), 0);
    const worst = (of: (one: Findings) => number): Findings | undefined =>
      found.toSorted((one, other) => of(other) - of(one))[0];
    const [late, broken] = [worst((one) => one.longestGap), worst((one) => one.longestBreak)];
    return {
      letters: sum(({ letters }) => letters),
      lost: sum(({ lost }) => lost),
      doubled: sum(({ doubled }) => doubled),
      turns: sum(({ turns }) => turns),
      longestGap: late?.longestGap ?? 0,
      gapAt: late?.gapAt ?? '',
      longestBreak: broken?.longestBreak ?? 0,
      breakAt: broken?.breakAt ?? '',
      wrong: found.flatMap(({ wrong }) => wrong),
    };
  } finally {
    commands.destroy();
  }
}

async function checkTable(table: Table, stores: Stores): Promise<Findings> {
  const { room, people } = table;
  const wrong: string[] = [];
  const stored = await stores.log.load(room);
  if (stored === null) throw new Error(`${room} is not in the log`);
  const records = stored.records;
  const last = records.at(-1)?.seq ?? stored.snapshot?.state.seq ?? 0;
  await until(
    () => people.every(({ state }) => state.seq >= last),
    `everybody in ${room} has record ${last}`,
  );
  const walk = new Walk(room);
  let state = stored.snapshot?.state ?? null;
  for (const record of records) {
    walk.look(state, record);
    state = applyRecord(state, record);
  }
  if (state === null) throw new Error(`${room} has an empty log`);
  wrong.push(...walk.wrong);
  const whole = JSON.stringify(sorted(publicState(state)));
  for (const player of people) {
    if (JSON.stringify(sorted(player.state)) !== whole) {
      wrong.push(`${player.name} sees another room than the log holds`);
    }
    if (player.twofold.length > 0)
      wrong.push(`${player.name} heard ${player.twofold.join()} twofold`);
  }
  const turnsPlayed = Array.from({ length: state.turns.length }, (_, index) => index + 1);
  // A room that was written back is written back whole: nothing goes unchecked.
  if (!walk.fromTheStart) wrong.push(`the log of ${room} does not hold its match from the start`);
  if (JSON.stringify(walk.turns) !== JSON.stringify(turnsPlayed)) {
    wrong.push(`${room} played the turns ${walk.turns.join()}`);
  }
  wrong.push(...sameForAll(people, records));
  wrong.push(...(await replayDiffers(stores, state, whole)));
  let [letters, lost, doubled] = [0, 0, 0];
  for (const seat of seats) {
    const player = seat === 'salesforce' ? table.s : table.h;
    letters += player.acknowledged.reduce((all, { updates }) => all + inserted(updates).length, 0);
    lost += lostLetters(player, seat, records);
    doubled += doubledLetters(player, walk.written[seat]);
  }
  const [longest] = people
    .flatMap(({ breaks }) => breaks)
    .toSorted((one, other) => other.lasted - one.lasted);
  return {
    letters,
    lost,
    doubled,
    turns: walk.turns.length,
    longestGap: walk.longestGap,
    gapAt: [walk.gapAt, ...storiesOf(people, walk.gap)].join('; '),
    longestBreak: longest?.lasted ?? 0,
    breakAt: longest?.story ?? '',
    wrong,
  };
}

/** What became of people's lines while a turn was waited for. */
function storiesOf(people: readonly Player[], gap: Walk['gap']): string[] {
  if (gap === null) return [];
  const { from, to } = gap;
  return people.flatMap(({ name, story }) => {
    const told = story.within(from, to);
    return told === '' ? [] : [`${name}: ${told}`];
  });
}

/** What was archived of the match ends as the room does (R32). */
async function replayDiffers(
  stores: Stores,
  { room, match }: RoomState,
  whole: string,
): Promise<string[]> {
  if (match === null) return [`${room} has played no match`];
  await until(
    async () => (await stores.archive.summary(match)) !== null,
    `the replay of ${room} is kept`,
  );
  const replay = await replayIn(stores.archive, match);
  // A replay does not say in which room it was played (R57).
  const end = replay?.records.reduce<RoomState>(applyRecord, { ...replay.start, room }) ?? null;
  return JSON.stringify(sorted(end)) === whole ? [] : [`the replay of ${room} ends otherwise`];
}

/** Goes along a log and looks at each record before it is folded in. */
class Walk {
  readonly wrong: string[] = [];
  readonly turns: number[] = [];
  /** Everything players have inserted in the programs of the last match, in order. */
  written: Record<Seat, string> = { salesforce: '', heroku: '' };
  longestGap = 0;
  gapAt = '';
  gap: { readonly from: Timestamp; readonly to: Timestamp } | null = null;
  /** Whether the log holds the match from its start. */
  fromTheStart = false;
  readonly #room: string;
  readonly #referee = createReferee();

  constructor(room: string) {
    this.#room = room;
  }

  look(before: RoomState | null, record: LogRecord): void {
    for (const entry of record.entries) {
      if (entry.kind === 'coding started') this.fromTheStart = true;
      if (entry.kind === 'program edited') {
        const own = entry.updates.filter(({ clientId }) => clientId !== authorityClient);
        this.written[entry.seat] += inserted(own);
      }
      if (entry.kind === 'turn played') {
        this.turns.push(entry.turn);
        const due = before?.phase.kind === 'running' ? before.phase.dueAt : record.at;
        if (record.at - due <= this.longestGap) continue;
        this.longestGap = record.at - due;
        this.gapAt = `${this.#room}, turn ${entry.turn}`;
        this.gap = { from: due, to: record.at };
      }
      if (entry.kind === 'step read' && before !== null && !this.#refereeSays(before, entry)) {
        this.wrong.push(
          `${this.#room}: the referee reads another step of ${entry.seat} for turn ${entry.turn}`,
        );
      }
    }
  }

  /**
   * A step may have been read from one of the last few texts: where it was submitted (A7), and where the
   * referee made it ready just before its turn.
   */
  #refereeSays(
    before: RoomState,
    entry: LogRecord['entries'][number] & { kind: 'step read' },
  ): boolean {
    const { seat, step } = entry;
    const { version, earlier } = before.documents[seat];
    const versions = [version, ...earlier.map((text) => text.version).toReversed()];
    return versions.some((one) => {
      const read = this.#referee.step(before, seat, one)?.step;
      return (
        read !== undefined &&
        read.action === step.action &&
        read.line === step.line &&
        JSON.stringify(read.error) === JSON.stringify(step.error)
      );
    });
  }
}

/** What was heard of a record, by whomever, is what the log holds. */
function sameForAll(people: readonly Player[], records: readonly LogRecord[]): string[] {
  const wrong: string[] = [];
  for (const record of records) {
    const told = people.flatMap((player) => player.heard.get(record.seq) ?? []);
    const kinds = (text: string): string => {
      const { at, entries } = JSON.parse(text) as LogRecord;
      return JSON.stringify([at, entries.map(({ kind }) => kind)]);
    };
    const stored = kinds(JSON.stringify(record));
    if (told.some((text) => kinds(text) !== stored))
      wrong.push(`record ${record.seq} was told otherwise`);
    if (new Set(told).size > 1) wrong.push(`record ${record.seq} was told in two ways`);
  }
  return wrong;
}

function lostLetters(player: Player, seat: Seat, records: readonly LogRecord[]): number {
  const first = records[0]?.seq ?? 0;
  let lost = 0;
  for (const { seq, updates } of player.acknowledged) {
    const record = records[seq - first];
    const held = record?.entries.some(
      (entry) =>
        entry.kind === 'program edited' &&
        entry.seat === seat &&
        JSON.stringify(entry.updates.slice(0, updates.length)) === JSON.stringify(updates),
    );
    if (held !== true) lost += inserted(updates).length;
  }
  return lost;
}

/** What the log holds beyond what was typed: each letter that was typed counts once, in order. */
function doubledLetters(player: Player, written: string): number {
  if (player.typed.startsWith(written)) return 0;
  if (player.editor?.troubles.length === 0) return written.length - common(player.typed, written);
  let at = 0;
  let doubled = 0;
  for (const letter of written) {
    const found = player.typed.indexOf(letter, at);
    if (found < 0) doubled += 1;
    else at = found + 1;
  }
  return doubled;
}

function common(one: string, other: string): number {
  let same = 0;
  while (same < one.length && one[same] === other[same]) same += 1;
  return same;
}

type Updates = readonly { readonly changes: readonly (number | readonly (number | string)[])[] }[];

/** The letters some updates insert, in order. */
function inserted(updates: Updates): string {
  return updates
    .flatMap(({ changes }) => changes)
    .map((part) => (typeof part === 'number' ? '' : part.slice(1).join('\n')))
    .join('');
}

/** The same value with its names in order, to be compared as text. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, held]) => held !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([name, held]) => [name, sorted(held)]));
}
