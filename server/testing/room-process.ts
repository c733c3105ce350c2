import { expect } from 'vitest';
import type { MatchId, PersonId, RoomName } from '../../shared/base/ids.ts';
import { RoomHost, noPeers, type Presence, type Wish } from '../../shared/room/host/index.ts';
import type { LogRecord, MatchArchive, PeerEar, Person, RoomLog } from '../../shared/room/index.ts';
import type { HandClock } from '../../tests/support/hand-clock.ts';

export const room = 'hosted' as RoomName;
export const anna: Person = { id: 'anna' as PersonId, name: 'Anna' };
export const ben: Person = { id: 'ben' as PersonId, name: 'Ben' };
const takeS: Wish = { kind: 'take seat', seat: 'salesforce' };

/** A process that serves a room from some stores, as a test sees it. */
export type Process = ReturnType<typeof processOf>;

/** Begins to serve a room; log and archive may be others than those of the stores. */
export function processOf(
  clock: HandClock,
  { log, archive }: { readonly log: RoomLog; readonly archive: MatchArchive },
) {
  const records: LogRecord[] = [];
  const presences: Presence[] = [];
  const troubles: string[] = [];
  const ears: PeerEar[] = [];
  const toPeers: string[] = [];
  let matches = 0;
  const host = new RoomHost({
    log,
    archive,
    aside: { of: async () => ({ talk: [], cursors: [] }) },
    clock,
    peers: {
      join: async (name, ear) => {
        ears.push(ear);
        toPeers.push('comes');
        const line = await noPeers.join(name, ear);
        // Who is there through other processes is told before anybody has come in here.
        ear.people([]);
        return {
          ...line,
          close: () => {
            toPeers.push('goes');
            return line.close();
          },
        };
      },
    },
    chance: { seed: () => 'seed', matchId: () => `match-${++matches}` as MatchId },
    audience: {
      record: (_room, record) => void records.push(record),
      presence: (_room, presence) => void presences.push(presence),
      overall: () => {},
      cursor: () => {},
      players: () => {},
      startedOver: () => {},
      filling: () => {},
      turn: () => {},
    },
    report: (trouble) => void troubles.push(trouble),
  });
  return {
    host,
    records,
    presences,
    troubles,
    /** What other processes were told of this one's place in the room, in order. */
    toPeers,
    /** The store is there again. */
    storeIsBack: () => ears.forEach((ear) => ear.back()),
    comes: (person: Person, since: number | null = null) =>
      host.enter(room, `tab of ${person.id}`, person.id, since),
    goes: (person: Person) => host.leave(room, `tab of ${person.id}`),
    wishes: (by: Person, wish: Wish) => host.request(room, { by, wish }),
    state: async () => (await host.stateOf(room)) ?? Promise.reject(new Error('nobody is here')),
  };
}

export async function started(serving: Process, rival?: Person): Promise<void> {
  if (rival !== undefined) await serving.comes(rival);
  if (rival !== undefined) await serving.wishes(rival, takeS);
  await serving.comes(anna);
  await serving.wishes(anna, { kind: 'take seat', seat: 'heroku' });
  await serving.wishes(anna, { kind: 'start' });
}

export async function types(serving: Process, text: string): Promise<void> {
  const { epoch, version, text: before } = (await serving.state()).documents.heroku;
  const lines = text.split('\n');
  const updates = [
    { clientId: 'c', changes: [before.length, [0, lines[0] ?? '', ...lines.slice(1)]] as const },
  ];
  const edit = { kind: 'edit', seat: 'heroku', epoch, version, updates } as const;
  expect(await serving.wishes(anna, edit)).toMatchObject({ ok: true });
}
