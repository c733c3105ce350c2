import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { MatchId, PersonId, RoomName } from '../../../shared/base/ids.ts';
import { alice, forfeitedMatch, playedMatch, replayIn, wonMatch } from './samples.ts';
import type { UnderTest } from './room-log.ts';

const nothing = { salesforce: 0, heroku: 0, draws: 0 };

/** What every archive promises (A6, R32, R33). */
export function matchArchiveContract(
  withStores: (work: (under: UnderTest) => Promise<void>) => Promise<void>,
): void {
  const contract = (title: string, work: (under: UnderTest) => Promise<void>): void =>
    test(title, () => withStores(work));

  contract('R32 a replay comes back as it was', async ({ stores: { archive } }) => {
    const replay = forfeitedMatch('plaza', 'match-one');
    expect(await archive.stored(replay.match)).toBeNull();
    await archive.save(replay);
    const start = { ...replay.start, room: '' };
    expect(await replayIn(archive, replay.match)).toEqual({ ...replay, start });
    expect(await archive.stored('match-two' as MatchId)).toBeNull();
  });

  contract(
    'R57 what is stored may be sent: no room, and only what all could read',
    async (under) => {
      const { archive } = under.stores;
      const said = { at: 1, from: alice.id, name: 'Alice', seat: 'heroku' } as const;
      const talk = [
        { ...said, lane: 'all', text: 'to all' },
        { ...said, lane: 'players', text: 'to players' },
        { ...said, lane: 'spectators', text: 'to spectators' },
      ] as const;
      await archive.save({ ...playedMatch('match-one', alice, 2_000_000), talk });
      const body = await archive.stored('match-one' as MatchId);
      const text = gunzipSync(body ?? '').toString('utf8');
      expect(text).toContain('to all');
      expect(text).not.toMatch(/plaza|to players|to spectators|"room"/);
      expect(JSON.stringify(await archive.recent(9))).not.toContain('plaza');
    },
  );

  contract('R33 matches count for their room and for all', async ({ stores: { archive } }) => {
    expect(await archive.score()).toEqual(nothing);
    await archive.save(wonMatch('plaza', 'match-one', 1));
    await archive.save(wonMatch('plaza', 'match-two', 2));
    await archive.save(wonMatch('elsewhere', 'match-three', 1));
    expect(await archive.score('plaza' as RoomName)).toEqual({ ...nothing, heroku: 2 });
    expect(await archive.score('unknown' as RoomName)).toEqual(nothing);
    expect(await archive.score()).toEqual({ ...nothing, heroku: 3 });
  });

  contract('R33 a match counts once, however often saved', async ({ stores: { archive } }) => {
    const replay = wonMatch('plaza', 'match-one', 1);
    await Promise.all([archive.save(replay), archive.save(replay), archive.save(replay)]);
    await archive.save(replay);
    expect(await archive.score()).toEqual({ ...nothing, heroku: 1 });
  });

  contract('R62 only what was played against somebody counts', async ({ stores: { archive } }) => {
    await archive.save(wonMatch('plaza', 'match-one', 0));
    await archive.save(wonMatch('plaza', 'match-two', 3, alice));
    await archive.save(playedMatch('match-three', alice, 2_000_000));
    await archive.save(forfeitedMatch('plaza', 'match-four'));
    expect(await archive.score('plaza' as RoomName)).toEqual(nothing);
    expect(await archive.score()).toEqual(nothing);
  });

  contract('R32 matches are listed, the last one first', async ({ stores: { archive } }) => {
    const bob = { id: 'bob' as PersonId, name: 'Bob' };
    await archive.save(playedMatch('match-early', alice, 2_000_000));
    await archive.save(playedMatch('match-late', alice, 4_000_000));
    await archive.save(playedMatch('match-middle', bob, 3_000_000));
    await archive.save(forfeitedMatch('plaza', 'match-unplayed'));
    const listed = async (limit: number, player?: PersonId): Promise<string[]> =>
      (await archive.recent(limit, player)).map(({ match }) => match);
    expect(await listed(9)).toEqual(['match-late', 'match-middle', 'match-early']);
    expect(await listed(2)).toEqual(['match-late', 'match-middle']);
    expect(await listed(9, alice.id)).toEqual(['match-late', 'match-early']);
    expect(await listed(1, bob.id)).toEqual(['match-middle']);
    expect(await listed(9, 'nobody' as PersonId)).toEqual([]);
  });

  contract('R32 a list says who played and how it ended', async ({ stores: { archive } }) => {
    await archive.save(playedMatch('match-one', alice, 2_000_000));
    const summary = await archive.summary('match-one' as MatchId);
    expect(summary).toMatchObject({
      match: 'match-one',
      endedAt: 2_000_000,
      players: { salesforce: null, heroku: alice },
      outcome: { kind: 'draw', by: 'forfeit' },
      turns: 1,
    });
    expect((await archive.recent(1))[0]).toEqual(summary);
    expect(await archive.summary('match-two' as MatchId)).toBeNull();
  });
}
