import type { Milliseconds, RoomName, Timestamp } from '../../../shared/base/ids.ts';
import type { Now } from '../ports.ts';
import type { RedisClient } from './connection.ts';

/** What a room keeps goes by itself after this long, should nobody be left to forget it (A6). */
export const keptFor: Milliseconds = 48 * 60 * 60 * 1000;

/** A visit is noted at most this often, so that reading and typing seldom write. */
const notePace: Milliseconds = 60_000;

/** When each room was last visited, as one sorted set; what nobody visits is forgotten (A6). */
export class Visits {
  readonly #client: RedisClient;
  readonly #key: string;
  readonly #now: Now;
  readonly #noted = new Map<RoomName, Timestamp>();

  constructor(client: RedisClient, key: string, now: Now) {
    this.#client = client;
    this.#key = key;
    this.#now = now;
  }

  /** Somebody reads or writes in a room. */
  async note(room: RoomName): Promise<void> {
    const now = this.#now();
    const noted = this.#noted.get(room);
    if (noted !== undefined && now - noted < notePace) return;
    await this.#client.zAdd(this.#key, { score: now, value: room });
    this.#noted.set(room, now);
  }

  /** Forgets every room that nobody has visited since; answers how many. */
  async forgetIdle(
    before: Timestamp,
    forget: (room: RoomName) => Promise<unknown>,
  ): Promise<number> {
    for (const [room, at] of this.#noted) if (at < before) this.#noted.delete(room);
    const idle = await this.#client.zRange(this.#key, '-inf', `(${before}`, { BY: 'SCORE' });
    let forgotten = 0;
    for (const name of idle) {
      if ((await this.#client.dropIdle(this.#key, name, before)) === 0) continue;
      await forget(name as RoomName);
      this.#noted.delete(name as RoomName);
      forgotten += 1;
    }
    return forgotten;
  }
}
