import { expect, test } from 'vitest';
import type { MatchId, Timestamp } from '../../../shared/base/ids.ts';
import { tidyReplays } from '../../archive/retention.ts';
import type { Stores } from '../ports.ts';
import { alice, playedMatch } from './samples.ts';
import type { UnderTest } from './room-log.ts';

const day = 24 * 60 * 60 * 1000;
const now: Timestamp = 100 * day;

/** What every shelf of replays promises. */
export function replayShelfContract(
  withStores: (work: (under: UnderTest) => Promise<void>) => Promise<void>,
): void {
  const contract = (title: string, work: (under: UnderTest) => Promise<void>): void =>
    test(title, () => withStores(work));

  const ids = async ({ shelf }: Stores): Promise<string[]> =>
    (await shelf.oldest(null, 100)).map(({ match }) => match);

  const fill = async ({ archive }: Stores, days: readonly number[]): Promise<void> => {
    for (const one of days) await archive.save(playedMatch(`match-${one}`, alice, one * day));
  };

  const note = (stores: Stores, match: string): Promise<unknown> =>
    stores.notes.append(match as MatchId, {
      at: now,
      time: 0,
      seat: 'heroku',
      line: 1,
      from: alice.id,
      name: 'Alice',
      player: null,
      text: 'look',
    });

  contract('B5 replays are walked from the oldest on, with what they weigh', async ({ stores }) => {
    await fill(stores, [30, 10, 20]);
    await note(stores, 'match-20');
    const [first, ...more] = await stores.shelf.oldest(null, 2);
    expect(first).toEqual({
      match: 'match-10',
      endedAt: 10 * day,
      bytes: expect.any(Number) as number,
      noted: false,
    });
    expect(first?.bytes).toBeGreaterThan(100);
    expect(more).toMatchObject([{ match: 'match-20', noted: true }]);
    const rest = await stores.shelf.oldest(more[0] ?? null, 100);
    expect(rest).toMatchObject([{ match: 'match-30', noted: false }]);
  });

  contract(
    'B5 what is too old goes, what has notes stays, and what counted counts',
    async ({ stores }) => {
      await fill(stores, [10, 20, 30, 95]);
      await note(stores, 'match-20');
      const before = await stores.archive.score();
      expect(await tidyReplays(stores.shelf, { days: 10, bytes: null }, () => now)).toBe(2);
      expect(await ids(stores)).toEqual(['match-20', 'match-95']);
      const gone = 'match-30' as MatchId;
      expect(await stores.archive.summary(gone)).toBeNull();
      expect(await stores.shelf.gone(gone)).toEqual({ at: now, why: 'age' });
      expect(await stores.shelf.gone('match-95' as MatchId)).toBeNull();
      for (const list of [
        await stores.archive.recent(9),
        await stores.archive.recent(9, alice.id),
      ]) {
        expect(list.map(({ match }) => match)).toEqual(['match-95', 'match-20']);
      }
      expect(await stores.archive.score()).toEqual(before);
    },
  );

  contract('B5 the oldest go until the rest weighs no more than it may', async ({ stores }) => {
    await fill(stores, [10, 20, 30, 40]);
    await note(stores, 'match-10');
    const bytes = (await stores.shelf.oldest(null, 9)).reduce((sum, one) => sum + one.bytes, 0);
    expect(await tidyReplays(stores.shelf, { days: null, bytes }, () => now)).toBe(0);
    const rule = { days: null, bytes: bytes - 1 };
    expect(await tidyReplays(stores.shelf, rule, () => now)).toBe(1);
    expect(await ids(stores)).toEqual(['match-10', 'match-30', 'match-40']);
    expect(await stores.shelf.gone('match-20' as MatchId)).toEqual({ at: now, why: 'space' });
    expect(await tidyReplays(stores.shelf, { days: null, bytes: 0 }, () => now)).toBe(2);
    expect(await ids(stores)).toEqual(['match-10']);
  });

  contract('B5 one process tidies up at a time', async ({ stores: { shelf } }) => {
    const release = await shelf.lease();
    await release?.();
    expect(await shelf.lease()).not.toBeNull();
  });

  contract('B5 a match that is gone is never saved or counted again', async ({ stores }) => {
    await fill(stores, [10]);
    const before = await stores.archive.score();
    const match = 'match-10' as MatchId;
    expect(await stores.shelf.drop(match, { at: now, why: 'space' })).toBe(true);
    expect(await stores.shelf.drop(match, { at: now, why: 'space' })).toBe(false);
    await fill(stores, [10]);
    expect(await ids(stores)).toEqual([]);
    expect(await stores.archive.summary(match)).toBeNull();
    expect(await stores.archive.recent(9)).toEqual([]);
    expect(await stores.archive.score()).toEqual(before);
  });

  contract('B5 many replays go a page at a time, and none is left out', async ({ stores }) => {
    await fill(
      stores,
      Array.from({ length: 60 }, (_, i) => i + 1),
    );
    expect(await tidyReplays(stores.shelf, { days: 50, bytes: null }, () => now)).toBe(49);
    expect((await ids(stores)).length).toBe(11);
  });
}
