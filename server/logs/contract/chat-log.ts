import { expect, test } from 'vitest';
import type { PersonId, RoomName } from '../../../shared/base/ids.ts';
import { chatKept } from '../../../shared/protocol/index.ts';
import type { ChatDraft } from '../ports.ts';
import type { UnderTest } from './room-log.ts';

const room = 'plaza' as RoomName;
const other = 'other' as RoomName;
const hour = 3_600_000;

function says(text: string): ChatDraft {
  return {
    at: 1,
    from: 'alice' as PersonId,
    name: 'Alice',
    seat: null,
    lane: 'all',
    text,
  };
}

/** What every chat log promises (R34). */
export function chatLogContract(
  withStores: (work: (under: UnderTest) => Promise<void>) => Promise<void>,
): void {
  const contract = (title: string, work: (under: UnderTest) => Promise<void>): void =>
    test(title, () => withStores(work));

  contract('R34 messages are numbered from 1, each room its own', async ({ stores: { chat } }) => {
    expect(await chat.last(room)).toEqual([]);
    expect(await chat.append(room, says('one'))).toEqual({ ...says('one'), id: 1 });
    expect((await chat.append(other, says('elsewhere'))).id).toBe(1);
    expect((await chat.append(room, says('two'))).id).toBe(2);
    expect(await chat.last(room)).toEqual([
      { ...says('one'), id: 1 },
      { ...says('two'), id: 2 },
    ]);
  });

  contract('R34 the last 100 are kept', async ({ stores: { chat } }) => {
    for (let id = 1; id <= chatKept + 5; id++) await chat.append(room, says(`number ${id}`));
    const kept = await chat.last(room);
    expect(kept.map(({ id }) => id)).toEqual(Array.from({ length: chatKept }, (_, i) => i + 6));
  });

  contract('messages at once all get ids of their own', async ({ stores: { chat } }) => {
    const sent = await Promise.all(
      Array.from({ length: 20 }, (_, index) => chat.append(room, says(`${index}`))),
    );
    expect(new Set(sent.map(({ id }) => id)).size).toBe(20);
  });

  contract('any text survives', async ({ stores: { chat } }) => {
    const text = 'a\uD800\u0000\u2028"🐞漢字';
    await chat.append(room, says(text));
    expect((await chat.last(room))[0]?.text).toBe(text);
  });

  contract('A6 chat that nobody reads goes away', async ({ stores: { chat }, clock }) => {
    await chat.append(room, says('old'));
    await chat.append(other, says('old, but read'));
    clock.now += 10 * hour;
    await chat.last(other);
    clock.now += 15 * hour;
    expect(await chat.forgetIdle(clock.now - 24 * hour)).toBe(1);
    expect(await chat.last(room)).toEqual([]);
    expect(await chat.last(other)).toHaveLength(1);
  });
}
