import type { Milliseconds, PersonId, RoomName } from '../../../shared/base/ids.ts';
import type { CursorSample, PeerEar, PeerLine, Peers } from '../../../shared/room/index.ts';
import { keys } from './keys.ts';
import type { RedisLink } from './link.ts';
import { readNews, type News } from './news.ts';
import { keptFor } from './visits.ts';

/** Who is here is told at most this often, however many come and go. */
const herePace: Milliseconds = 1000;

/**
 * The other processes, over one channel per room that has members here, and one hash per room in
 * which each process says who is there through it. Whoever gives no sign of life does not count.
 */
export class RedisPeers implements Peers {
  readonly #link: RedisLink;
  readonly #report: (trouble: string, error: unknown) => void;
  readonly #lines = new Set<RedisPeerLine>();
  /** Lines on their way out: a room that is entered again waits, lest it be taken for left. */
  readonly #closing = new Map<RoomName, Promise<void>>();
  /** Rooms whose people could not be taken back when their line was closed. */
  readonly #leftBehind = new Set<RoomName>();

  constructor(link: RedisLink, report: (trouble: string, error: unknown) => void) {
    this.#link = link;
    this.#report = report;
    link.listen({
      back: () => void this.#back(),
      processesChanged: () => {
        for (const line of this.#lines) void line.readPeople();
      },
      healthChanged: () => {},
    });
  }

  async join(room: RoomName, ear: PeerEar): Promise<PeerLine> {
    if (!this.#link.well) throw new Error('redis is away');
    await this.#closing.get(room);
    const line = new RedisPeerLine(room, ear, this.#link, this.#report, (clean) => {
      this.#lines.delete(line);
      if (!clean) this.#leftBehind.add(room);
    });
    this.#lines.add(line);
    this.#leftBehind.delete(room);
    await line.open();
    return {
      cursor: (cursor) => line.cursor(cursor),
      here: (people) => line.here(people),
      close: () => this.#close(room, line),
    };
  }

  async #close(room: RoomName, line: RedisPeerLine): Promise<void> {
    const closed = line.close();
    this.#closing.set(room, closed);
    await closed;
    if (this.#closing.get(room) === closed) this.#closing.delete(room);
  }

  async #back(): Promise<void> {
    for (const line of this.#lines) line.back();
    for (const room of this.#leftBehind) {
      try {
        await this.#link.clients.commands.hDel(keys.people(room), this.#link.process);
        this.#leftBehind.delete(room);
      } catch (error) {
        this.#report('people who have left could not be taken back', error);
        return;
      }
    }
  }
}

class RedisPeerLine implements PeerLine {
  readonly #room: RoomName;
  readonly #ear: PeerEar;
  readonly #link: RedisLink;
  readonly #report: (trouble: string, error: unknown) => void;
  readonly #ended: (clean: boolean) => void;
  readonly #hear = (text: string): void => this.#heard(readNews(text));
  readonly #elsewhere = new Map<string, readonly PersonId[]>();
  /** For each reading under way: the processes that have told their people meanwhile. */
  readonly #readings = new Set<Set<string>>();
  #people: readonly PersonId[] = [];
  #told = '';
  #stopTelling: (() => void) | null = null;
  #closed = false;

  constructor(
    room: RoomName,
    ear: PeerEar,
    link: RedisLink,
    report: (trouble: string, error: unknown) => void,
    ended: (clean: boolean) => void,
  ) {
    this.#room = room;
    this.#ear = ear;
    this.#link = link;
    this.#report = report;
    this.#ended = ended;
  }

  async open(): Promise<void> {
    await this.#link.clients.subscriber.sSubscribe(keys.news(this.#room), this.#hear);
    await this.readPeople();
  }

  cursor(cursor: CursorSample): void {
    this.#publish({ kind: 'cursor', from: this.#link.process, cursor });
  }

  here(people: readonly PersonId[]): void {
    this.#people = people;
    if (this.#stopTelling === null) this.#tellHere();
  }

  back(): void {
    this.#told = '';
    if (this.#stopTelling === null) this.#tellHere();
    void this.readPeople();
    this.#ear.back();
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#stopTelling?.();
    const { commands, subscriber } = this.#link.clients;
    try {
      const silent = subscriber.sUnsubscribe(keys.news(this.#room), this.#hear);
      // While Redis is away nobody waits for it: the subscriber does what is left when it is back.
      silent.catch(() => undefined);
      if (subscriber.isReady) await silent;
      await commands.hDel(keys.people(this.#room), this.#link.process);
      this.#publish({ kind: 'people', from: this.#link.process, people: [] });
      this.#ended(true);
    } catch (error) {
      this.#report('people who have left could not be taken back', error);
      this.#ended(false);
    }
  }

  /** Reads anew who is here through others; those who give no sign of life do not count. */
  async readPeople(): Promise<void> {
    const newer = new Set<string>();
    this.#readings.add(newer);
    try {
      const { commands } = this.#link.clients;
      const found = await commands.hGetAll(keys.people(this.#room));
      if (this.#closed) return;
      // What was told while we read is newer than what was read.
      for (const process of this.#elsewhere.keys()) {
        if (!newer.has(process)) this.#elsewhere.delete(process);
      }
      const silent: string[] = [];
      for (const [process, people] of Object.entries(found)) {
        if (process === this.#link.process || newer.has(process)) continue;
        if (!this.#link.lives(process)) silent.push(process);
        else this.#elsewhere.set(process, JSON.parse(people) as PersonId[]);
      }
      this.#tellElsewhere();
      for (const process of silent) {
        if (await this.#link.remembers(process)) continue;
        await commands.hDel(keys.people(this.#room), process);
      }
    } catch (error) {
      this.#report('who is in a room could not be read', error);
    } finally {
      this.#readings.delete(newer);
    }
  }

  #heard(news: News): void {
    if (this.#closed) return;
    // Records are heard whoever appended them: the answer to an append of our own may have been lost.
    if (news.kind === 'record') return this.#ear.record(news.record);
    if (news.from === this.#link.process) return;
    switch (news.kind) {
      case 'cursor':
        return this.#ear.cursor(news.cursor);
      case 'people':
        for (const newer of this.#readings) newer.add(news.from);
        if (news.people.length === 0) this.#elsewhere.delete(news.from);
        else this.#elsewhere.set(news.from, news.people);
        return this.#tellElsewhere();
    }
  }

  #tellElsewhere(): void {
    this.#ear.people([...this.#elsewhere.values()]);
  }

  #tellHere(): void {
    this.#stopTelling = null;
    const told = JSON.stringify(this.#people);
    if (told === this.#told || this.#closed) return;
    this.#told = told;
    void this.#writeHere(told);
    const people = this.#people;
    this.#publish({ kind: 'people', from: this.#link.process, people });
    this.#stopTelling = this.#link.clock.after(herePace, () => this.#tellHere());
  }

  async #writeHere(people: string): Promise<void> {
    const key = keys.people(this.#room);
    try {
      await this.#link.clients.commands
        .multi()
        .hSet(key, this.#link.process, people)
        .pExpire(key, keptFor)
        .exec();
    } catch (error) {
      // Told again when Redis is back.
      this.#report('who is in a room could not be written', error);
    }
  }

  #publish(news: News): void {
    this.#link.clients.commands
      .sPublish(keys.news(this.#room), JSON.stringify(news))
      .catch(() => undefined);
  }
}
