import { expect, test } from 'vitest';
import type { MatchId, RoomName } from '../../../shared/base/ids.ts';
import { forfeitedMatch } from './samples.ts';
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
    expect(await archive.load(replay.match)).toBeNull();
    await archive.save(replay);
    expect(await archive.load(replay.match)).toEqual(replay);
    expect(await archive.load('match-two' as MatchId)).toBeNull();
  });

  contract('R33 matches count for their room and for all', async ({ stores: { archive } }) => {
    expect(await archive.score()).toEqual(nothing);
    await archive.save(forfeitedMatch('plaza', 'match-one'));
    await archive.save(forfeitedMatch('plaza', 'match-two'));
    await archive.save(forfeitedMatch('elsewhere', 'match-three'));
    expect(await archive.score('plaza' as RoomName)).toEqual({ ...nothing, draws: 2 });
    expect(await archive.score('unknown' as RoomName)).toEqual(nothing);
    expect(await archive.score()).toEqual({ ...nothing, draws: 3 });
  });

  contract('R33 a match counts once, however often saved', async ({ stores: { archive } }) => {
    const replay = forfeitedMatch('plaza', 'match-one');
    await Promise.all([archive.save(replay), archive.save(replay), archive.save(replay)]);
    await archive.save(replay);
    expect(await archive.score()).toEqual({ ...nothing, draws: 1 });
  });
}
