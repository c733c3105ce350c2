import { perSeat, seats, type Milliseconds, type PersonId, type RoomName } from '../../base/ids.ts';
import { ok, refused, type Result } from '../../base/result.ts';
import { applyRecord } from '../apply.ts';
import type { Command, RoomRefusalCode } from '../commands.ts';
import { decide } from '../decide/index.ts';
import type { LogRecord } from '../entries.ts';
import type { AsideSource, Chance, Clock, MatchArchive, RoomLog } from '../ports.ts';
import { publicRecord } from '../public-view.ts';
import { createReferee } from '../referee.ts';
import { replayOf } from '../replay.ts';
import { dueAt, inMatch, type RoomState } from '../state.ts';
import type { Audience } from './audience.ts';
import { Members } from './members.ts';
import type { PersonRequest } from './requests.ts';
import { commandFor } from './requests.ts';

/** R3: a seat is freed when its owner has been gone this long outside a match. */
export const goneAfter: Milliseconds = 30_000;

/** Presence goes out at most this often, however many come and go. */
const presencePace: Milliseconds = 1000;

/** After a failed store the clock tries again this much later. */
const storeRetry: Milliseconds = 1000;

/** Appends tried anew because somebody else was first; more means the log is broken. */
const conflictsBorne = 50;

/** Entries after which other people hold the seats. */
const seatChanges = ['seat taken', 'seat left', 'seats swapped'] as const;

/** What a room is made of; the same for every room of a process. */
export interface RoomParts {
  readonly log: RoomLog;
  readonly archive: MatchArchive;
  readonly aside: AsideSource;
  readonly clock: Clock;
  readonly chance: Chance;
  readonly audience: Audience;
  /** Told about troubles that nobody's request waits for. */
  readonly report: (trouble: string, error: unknown) => void;
}

/** Why a request to a room failed: refused by the rules, or the store could not be reached. */
export type HostRefusalCode = RoomRefusalCode | 'storage-failed';

/**
 * One room while this process has members in it. Commands are handled one after the other; each
 * success is in the log before anybody is told (A19).
 */
export class LiveRoom {
  readonly members = new Members();
  readonly #parts: RoomParts;
  readonly #onIdle: (room: LiveRoom) => void;
  readonly #referee = createReferee();
  #state: RoomState;
  #queue: Promise<unknown> = Promise.resolve();
  #stopClock: () => void = () => {};
  #stopPresence: (() => void) | null = null;
  #toldPresence = '';
  readonly #leaving = new Map<PersonId, () => void>();
  #closed = false;

  private constructor(state: RoomState, parts: RoomParts, onIdle: (room: LiveRoom) => void) {
    this.#state = state;
    this.#parts = parts;
    this.#onIdle = onIdle;
  }

  /**
   * Loads a room, or opens it if it was never there (R1). `onIdle` is told when it becomes idle by
   * itself, with nobody there.
   */
  static async open(
    room: RoomName,
    parts: RoomParts,
    onIdle: (room: LiveRoom) => void,
  ): Promise<LiveRoom> {
    const stored = await parts.log.load(room);
    let state = stored?.snapshot?.state ?? null;
    for (const record of stored?.records ?? []) state = applyRecord(state, record);
    if (state === null) state = await openNew(room, parts);
    const live = new LiveRoom(state, parts, onIdle);
    if (state.phase.kind === 'result') await live.#archiveMatch();
    live.#scheduleClock();
    live.#watchOwners();
    return live;
  }

  /** The room as it stands now, with its secret. */
  get state(): RoomState {
    return this.#state;
  }

  /** Whether nobody is here and nothing is waited for: neither the end of a match nor a free seat. */
  get idle(): boolean {
    const { seats } = this.#state;
    const free = seats.salesforce === null && seats.heroku === null;
    return this.members.empty && free && !inMatch(this.#state);
  }

  /** Carries out a person's request; answers the room's `seq` after it. */
  request(request: PersonRequest): Promise<Result<number, HostRefusalCode>> {
    return this.#carryOut(() => {
      const command = commandFor(this.#state, request, this.#parts.chance, this.#referee);
      return command.ok ? command.value : command.refusal.code;
    });
  }

  /** Somebody came or went: presence is told, and absent owners are counted out. */
  membersChanged(): void {
    this.#watchOwners();
    this.#announcePresence();
  }

  /** Takes in a record that another process has appended (A5). */
  catchUp(): Promise<void> {
    return this.#enqueue(() => this.#readOn());
  }

  /** Ends all timers. Requests under way are finished first. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#stopClock();
    this.#stopPresence?.();
    for (const stop of this.#leaving.values()) stop();
    this.#leaving.clear();
    await this.#queue;
    this.#stopClock();
  }

  #enqueue<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#queue.then(work, work);
    this.#queue = done.catch(() => undefined);
    return done;
  }

  #carryOut(make: () => Command | RoomRefusalCode): Promise<Result<number, HostRefusalCode>> {
    return this.#enqueue(async () => {
      try {
        return await this.#append(make);
      } catch (error) {
        this.#parts.report('a command could not be stored', error);
        this.#referee.reset();
        return refused('storage-failed');
      }
    });
  }

  async #append(make: () => Command | RoomRefusalCode): Promise<Result<number, HostRefusalCode>> {
    for (let tries = 0; tries < conflictsBorne; tries++) {
      const command = make();
      if (typeof command === 'string') return refused(command);
      const now = this.#parts.clock.now();
      const decision = decide(this.#state, command, now);
      if (!decision.ok) {
        this.#referee.reset();
        return decision;
      }
      if (decision.value.length === 0) return ok(this.#state.seq);
      const record = { seq: this.#state.seq + 1, at: now, entries: decision.value };
      if ((await this.#parts.log.append(this.#state.room, record)) === 'appended') {
        await this.#takeIn(record);
        return ok(record.seq);
      }
      this.#referee.reset();
      await this.#readOn();
    }
    throw new Error(`room ${this.#state.room}: every append met a conflict`);
  }

  async #readOn(): Promise<void> {
    const news = await this.#parts.log.since(this.#state.room, this.#state.seq);
    if (news === 'gone') {
      const stored = await this.#parts.log.load(this.#state.room);
      if (!stored?.snapshot) throw new Error(`room ${this.#state.room} has gone from the log`);
      this.#state = stored.records.reduce(applyRecord, stored.snapshot.state);
      this.#referee.reset();
      this.#scheduleClock();
      return;
    }
    for (const record of news) await this.#takeIn(record);
  }

  async #takeIn(record: LogRecord): Promise<void> {
    this.#state = applyRecord(this.#state, record);
    this.#scheduleClock();
    this.#parts.audience.record(this.#state.room, publicRecord(record), this.#state.seats);
    await this.#afterwards(record);
  }

  /** What follows from a record beside the log; none of it may undo the record. */
  async #afterwards(record: LogRecord): Promise<void> {
    const kinds = new Set(record.entries.map((entry) => entry.kind));
    try {
      if (kinds.has('match ended')) {
        await this.#archiveMatch();
        this.#parts.audience.overall(this.#state.room, await this.#parts.archive.score());
      }
      if (kinds.has('field made') || kinds.has('seats swapped')) {
        await this.#parts.log.compact(this.#state.room, { state: this.#state });
      }
    } catch (error) {
      this.#parts.report('a finished match could not be put away', error);
    }
    if (kinds.has('match ended')) this.#watchOwners();
    if (seatChanges.some((kind) => kinds.has(kind))) {
      // Who is here is told by seat, so that what was told before is wrong at once.
      this.#stopPresence?.();
      this.#stopPresence = null;
      this.membersChanged();
    }
    if (this.idle) this.#onIdle(this);
  }

  async #archiveMatch(): Promise<void> {
    const { room } = this.#state;
    const stored = await this.#parts.log.load(room);
    const aside = await this.#parts.aside.of(room);
    const replay = replayOf(stored?.snapshot?.state ?? null, stored?.records ?? [], aside);
    if (replay !== null) await this.#parts.archive.save(replay);
  }

  #scheduleClock(delay?: Milliseconds): void {
    this.#stopClock();
    const due = dueAt(this.#state);
    if (due === null || this.#closed) return;
    const wait = delay ?? Math.max(0, due - this.#parts.clock.now());
    this.#stopClock = this.#parts.clock.after(wait, () => void this.#tick());
  }

  async #tick(): Promise<void> {
    const answer = await this.#carryOut(() => this.#clockCommand());
    if (answer.ok || this.#closed) return;
    const early = answer.refusal.code === 'too-early';
    this.#scheduleClock(early ? undefined : storeRetry);
  }

  #clockCommand(): Command | RoomRefusalCode {
    const state = this.#state;
    if (state.phase.kind === 'coding') return { kind: 'end coding' };
    if (state.phase.kind !== 'running') return 'not-running';
    // Asked only when due, so that no interpreter runs ahead of a turn that is refused.
    if (this.#parts.clock.now() < state.phase.dueAt) return 'too-early';
    const refereed = perSeat((seat) =>
      state.nextSteps[seat] === null
        ? this.#referee.step(state, seat, state.documents[seat].version)
        : null,
    );
    return { kind: 'play turn', turn: state.battle.turn + 1, refereed };
  }

  #watchOwners(): void {
    const absent = inMatch(this.#state) ? [] : this.members.absentOwners(this.#state);
    for (const [person, stop] of this.#leaving) {
      if (absent.some(({ owner }) => owner === person)) continue;
      stop();
      this.#leaving.delete(person);
    }
    if (this.#closed) return;
    for (const { owner } of absent) {
      if (this.#leaving.has(owner)) continue;
      const stop = this.#parts.clock.after(goneAfter, () => void this.#freeSeats(owner));
      this.#leaving.set(owner, stop);
    }
  }

  async #freeSeats(owner: PersonId): Promise<void> {
    this.#leaving.delete(owner);
    for (const seat of seats) {
      if (this.#state.seats[seat]?.id !== owner || this.members.has(owner)) continue;
      const answer = await this.#carryOut(() => ({ kind: 'free seat', seat, owner }));
      if (!answer.ok && answer.refusal.code === 'storage-failed') this.#watchOwners();
    }
  }

  #announcePresence(): void {
    if (this.#stopPresence !== null || this.#closed) return;
    const presence = this.members.presence(this.#state);
    const told = JSON.stringify(presence);
    if (told === this.#toldPresence) return;
    this.#toldPresence = told;
    this.#parts.audience.presence(this.#state.room, presence);
    this.#stopPresence = this.#parts.clock.after(presencePace, () => {
      this.#stopPresence = null;
      this.#announcePresence();
    });
  }
}

async function openNew(room: RoomName, parts: RoomParts): Promise<RoomState> {
  const score = await parts.archive.score(room);
  const decision = decide(
    null,
    { kind: 'open', room, seed: parts.chance.seed(), score },
    parts.clock.now(),
  );
  if (!decision.ok) throw new Error(`a new room was refused: ${decision.refusal.code}`);
  const record = { seq: 1, at: parts.clock.now(), entries: decision.value };
  if ((await parts.log.append(room, record)) === 'appended') return applyRecord(null, record);
  const stored = await parts.log.load(room);
  if (stored === null) throw new Error(`room ${room} was there and is not`);
  return stored.records.reduce<RoomState | null>(
    applyRecord,
    stored.snapshot?.state ?? null,
  ) as RoomState;
}
