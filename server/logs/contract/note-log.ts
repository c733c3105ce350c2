import { expect, test } from 'vitest';
import type { MatchId, PersonId } from '../../../shared/base/ids.ts';
import { mostNotes } from '../../../shared/replay/index.ts';
import type { NoteDraft } from '../ports.ts';
import { alice } from './samples.ts';
import type { UnderTest } from './room-log.ts';

const one = 'match-one' as MatchId;
const two = 'match-two' as MatchId;
const bob = 'bob' as PersonId;

function draft(text: string, from = alice.id): NoteDraft {
  return { at: 5, time: 1200, seat: 'heroku', line: 2, from, name: 'アリス', player: null, text };
}

/** What every store of notes promises. */
export function noteLogContract(
  withStores: (work: (under: UnderTest) => Promise<void>) => Promise<void>,
): void {
  const contract = (title: string, work: (under: UnderTest) => Promise<void>): void =>
    test(title, () => withStores(work));

  contract('notes come back as they were, in order, each match for itself', async ({ stores }) => {
    const { notes } = stores;
    expect(await notes.of(one)).toEqual([]);
    const texts = ['first', '<b>bold?</b>', 'ここは遅い\0\ud800'];
    for (const text of texts) await notes.append(one, draft(text));
    expect(await notes.append(two, draft('elsewhere'))).toEqual({ ...draft('elsewhere'), id: 1 });
    const kept = await notes.of(one);
    expect(kept.map(({ id }) => id)).toEqual([1, 2, 3]);
    expect(kept.map(({ text }) => text)).toEqual(texts);
    expect(kept[0]).toEqual({ ...draft('first'), id: 1 });
  });

  contract('only the author takes a note away, and its id is not given again', async (under) => {
    const { notes } = under.stores;
    await notes.append(one, draft('stays'));
    await notes.append(one, draft('goes'));
    expect(await notes.remove(one, 2, bob)).toBe(false);
    expect(await notes.remove(two, 2, alice.id)).toBe(false);
    expect(await notes.remove(one, 2, alice.id)).toBe(true);
    expect(await notes.remove(one, 2, alice.id)).toBe(false);
    expect(await notes.append(one, draft('later'))).toMatchObject({ id: 3 });
    expect((await notes.of(one)).map(({ text }) => text)).toEqual(['stays', 'later']);
  });

  contract('a match takes so many notes and no more, also of many at once', async ({ stores }) => {
    const { notes } = stores;
    const wanted = Array.from({ length: mostNotes + 5 }, (_, i) => draft(`note ${i}`));
    const answers = await Promise.all(wanted.map((note) => notes.append(one, note)));
    expect(answers.filter((answer) => answer === 'full')).toHaveLength(5);
    const kept = await notes.of(one);
    expect(new Set(kept.map(({ id }) => id)).size).toBe(mostNotes);
    expect(await notes.append(two, draft('has room'))).toMatchObject({ id: 1 });
  });
}
