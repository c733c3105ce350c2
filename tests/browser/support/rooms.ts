import type { PersonId, RoomName, Seat, Timestamp } from '../../../shared/base/ids.ts';
import {
  defaultSettings,
  fieldFor,
  nextBug,
  type Field,
  type Settings,
} from '../../../shared/battle/index.ts';
import { RoomStory } from '../../../shared/room/testing/story.ts';
import { encodeRecord, startShout, type Person } from '../../../shared/room/index.ts';
import { openSqliteStores } from '../../../server/logs/index.ts';
import { realChance } from '../../../server/real.ts';

/** People who may have a cookie: S and H of most stories. */
export const sam: Person = { id: 'sam--of-the-test' as PersonId, name: 'Sam' };
export const hana: Person = { id: 'hana-of-the-test' as PersonId, name: 'Hana' };

/** Who sits where when a story begins; by default Sam and Hana. */
export type Seated = Partial<Record<Seat, Person>>;

/** A 12×12 field, always the same, on which both can walk a few steps in peace; the rest as wished. */
export function roomyField(
  wished: Partial<Settings> = {},
  suits: (field: Field, settings: Settings) => boolean = roomy,
): { settings: Settings; seed: string } {
  const settings = {
    ...defaultSettings,
    width: 12,
    height: 12,
    codingTime: 120_000,
    ...wished,
  };
  return { settings, seed: seedThat(settings, suits) };
}

/**
 * A room in which people sit before such a field, told up to here: the log of a server goes on from
 * wherever the story is led to.
 */
export function seatedStory(
  room: string,
  wished: Partial<Settings> = {},
  seated: Seated = { salesforce: sam, heroku: hana },
  now: Timestamp = Date.now(),
): RoomStory {
  const story = new RoomStory('any', room as RoomName, now);
  const { salesforce, heroku } = seated;
  if (salesforce !== undefined) story.sits(salesforce, 'salesforce');
  if (heroku !== undefined) story.sits(heroku, 'heroku');
  const { settings, seed } = roomyField(wished);
  return story.set(settings, salesforce ?? heroku ?? sam, seed);
}

/** Leaves an empty room before such a field in the store of a server that is not there yet. */
export async function leaveRoom(
  folder: string,
  room: string,
  { settings, seed }: ReturnType<typeof roomyField>,
): Promise<void> {
  const { records, state } = new RoomStory('any', room as RoomName, Date.now())
    .sits(sam, 'salesforce')
    .set(settings, sam, seed)
    .does({ kind: 'leave seat', seat: 'salesforce', by: sam.id });
  const stores = openSqliteStores(folder, Date.now);
  if (!stores.ok) throw new Error(stores.refusal.code);
  for (const record of records) await stores.value.log.append(state.room, encodeRecord(record));
  await stores.value.close();
}

/** The same, coding. */
export function codingStory(...parts: Parameters<typeof seatedStory>): RoomStory {
  const story = seatedStory(...parts);
  const { seats } = story.state;
  const owner = seats.salesforce ?? seats.heroku;
  if (owner === null) throw new Error('nobody sits there');
  return story.starts(owner, realChance.matchId());
}

/**
 * The same, running since some turns with what both had written by then. The next turn is due about a
 * turn time from now.
 */
export function runningStory(
  room: string,
  wished: Partial<Settings>,
  written: Partial<Record<Seat, string>>,
  turns = 1,
): RoomStory {
  const { turnTime } = { ...defaultSettings, ...wished };
  const begun = Date.now() - startShout - (turns - 1) * turnTime;
  const story = codingStory(room, wished, undefined, begun);
  for (const [seat, text] of Object.entries(written) as [Seat, string][]) {
    story.types(seat === 'salesforce' ? sam : hana, seat, text);
  }
  for (const { id } of [sam, hana]) story.does({ kind: 'ready', by: id });
  return story.turns(turns);
}

/** The first seed, always the same, whose field suits. */
export function seedThat(
  settings: Settings,
  suits: (field: Field, settings: Settings) => boolean,
): string {
  for (let n = 0; n < 5000; n++) {
    if (suits(fieldFor(settings, `fixed ${n}`).field, settings)) return `fixed ${n}`;
  }
  throw new Error('no such field');
}

/** Both can walk a few steps in peace. */
export function roomy({ starts, bug }: Field): boolean {
  return [starts.salesforce, starts.heroku].every(
    ({ x, y }) => Math.min(x, y) >= 2 && Math.max(x, y) <= 9 && Math.abs(x - bug.at.x) >= 3,
  );
}

/** Besides, the bug comes never near them, however long they stay. */
export function peaceful(field: Field): boolean {
  let { bug } = field;
  for (let steps = 0; steps < 4 * field.width * field.height; steps++) {
    bug = nextBug(bug, field);
    for (const { x, y } of Object.values(field.starts)) {
      if (Math.abs(x - bug.at.x) + Math.abs(y - bug.at.y) <= 1) return false;
    }
  }
  return roomy(field);
}
