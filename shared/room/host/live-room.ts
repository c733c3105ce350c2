import {
  seats,
  type Milliseconds,
  type PersonId,
  type RoomName,
  type Timestamp,
} from '../../base/ids.ts';
import { ok, refused, type Result } from '../../base/result.ts';
import { applyRecord } from '../apply.ts';
import type { Command, RoomRefusalCode } from '../commands.ts';
import { decide } from '../decide/index.ts';
import { encodeRecord, type EncodedRecord } from '../encoded-record.ts';
import type { LogRecord } from '../entries.ts';
import { jsonBytes } from '../json-bytes.ts';
import type { PeerEar, PeerLine } from '../ports.ts';
import { publicRecord } from '../public-view.ts';
import { createReferee } from '../referee.ts';
import type { CursorSample } from '../replay.ts';
import { dueAt, inMatch, type RoomState } from '../state.ts';
import { Attendance } from './attendance.ts';
import type { RoomGate } from './gate.ts';
import type { LogMeter } from './log-meter.ts';
import { openNew } from './opening.ts';
import type { RoomParts } from './parts.ts';
import { clockCommand, prepareTurn, prepareWish, type Preparing } from './prepare.ts';
import { putAwayMatch } from './put-away.ts';
import { LogGone, pagesAfter, readRoom, type ReadRoom } from './reading.ts';
import type { Recollection } from './recollection.ts';
import { commandFor, type Pay, type PersonRequest } from './requests.ts';

/** After a failed store the clock tries again this much later. */
const storeRetry: Milliseconds = 1000;

/** Appends tried anew because somebody else was first; more means the log is broken. */
const conflictsBorne = 50;

/**
 * After writing a lost room back a process waits this long before it goes on from there: another one
 * may know more of the room, and writes that back meanwhile.
 */
const restoreGrace: Milliseconds = 1500;

/** Entries after which other people hold the seats. */
const seatChanges = ['seat taken', 'seat left', 'seats swapped'] as const;

/**
 * Why a request to a room failed: refused by the rules, by what may be stored, or as the store could not
 * be reached.
 */
export type HostRefusalCode = RoomRefusalCode | 'too-fast' | 'log-full' | 'storage-failed';

/** What is refused once a seat has written as much as a match may hold; the match itself goes on. */
const writes: ReadonlySet<Command['kind']> = new Set(['edit', 'rename', 'not ready']);

/** What a command costs before anything is stored; a match that goes on by itself costs nobody. */
const free: Pay = () => true;

/** A command for the room as it stands now, or why there is none. */
type MakeCommand = () => Command | RoomRefusalCode;

/**
 * What a command that would change nothing is judged by: the clock's are due by this process's own
 * knowledge, and met by a conflict if that is old; a person is owed an answer that is true.
 */
type Judged = 'by what is known here' | 'by what the log holds';

/**
 * One room while this process has members in it. Commands are handled one after the other; each
 * success is in the log before anybody is told (A19).
 */
export class LiveRoom {
  readonly #parts: RoomParts;
  readonly #referee = createReferee();
  readonly #preparation: Preparing;
  readonly #attendance: Attendance;
  readonly #peers: PeerLine;
  #state: RoomState;
  #queue: Promise<unknown> = Promise.resolve();
  #stopClock: () => void = () => {};
  /** Whether the clock makes its turn ready; what comes in meanwhile sets no second one. */
  #preparing = false;
  /** What the clock is set to, while nothing else is tried first. */
  #clockDue: Timestamp | null = null;
  /** What could be written back, where the store is forgetful. */
  #recollection: Recollection | null;
  meter: LogMeter;
  /** The room at the end of a match that has not been put away yet. */
  #unarchived: RoomState | null = null;
  readonly #onIdle: (room: LiveRoom) => void;
  #closed = false;

  private constructor(
    { state, meter, recollection }: ReadRoom,
    parts: RoomParts,
    peers: PeerLine,
    onIdle: (room: LiveRoom) => void,
  ) {
    this.#onIdle = onIdle;
    this.#state = state;
    this.meter = meter;
    this.#recollection = recollection;
    this.#parts = parts;
    this.#peers = peers;
    this.#preparation = {
      ...parts,
      referee: this.#referee,
      state: () => this.#state,
      closed: () => this.#closed,
    };
    this.#attendance = new Attendance({
      clock: parts.clock,
      state: () => this.#state,
      tell: (presence) => parts.audience.presence(this.#state.room, presence),
      here: (people) => peers.here(people),
      gone: (owner) => void this.#freeSeats(owner),
    });
  }

  /**
   * Loads a room, or opens it if it was never there (R1). `onIdle` is told when it becomes idle by
   * itself, with nobody there.
   */
  static async open(
    room: RoomName,
    parts: RoomParts,
    gate: RoomGate,
    onIdle: (room: LiveRoom) => void,
  ): Promise<LiveRoom> {
    let hear: ((what: (ear: PeerEar) => void) => void) | null = null;
    const early: ((ear: PeerEar) => void)[] = [];
    const heard = (what: (ear: PeerEar) => void): void => {
      if (hear === null) early.push(what);
      else hear(what);
    };
    // The others come first: what they append while we read is then heard, twice at worst (A5).
    const peers = await parts.peers.join(room, {
      record: (record) => heard((ear) => ear.record(record)),
      cursor: (cursor) => heard((ear) => ear.cursor(cursor)),
      people: (elsewhere) => heard((ear) => ear.people(elsewhere)),
      back: () => heard((ear) => ear.back()),
    });
    try {
      let found = await readRoom(parts.log, room);
      if (found === null) {
        await openNew(room, parts, gate);
        found = await readRoom(parts.log, room);
      }
      if (found === null) throw new Error(`room ${room} was there and is not`);
      const live = new LiveRoom(found, parts, peers, onIdle);
      live.#matchEnded();
      await live.#compactIfWorthIt();
      live.#scheduleClock();
      live.#attendance.watchOwners();
      hear = (what) => what(live.#ear);
      early.forEach(hear);
      return live;
    } catch (error) {
      await peers.close();
      throw error;
    }
  }

  /** The room as it stands now, with its secret. */
  get state(): RoomState {
    return this.#state;
  }

  /**
   * Whether nobody is here and nothing is waited for: neither the end of a match nor a free seat. Where
   * people are there through another process, that one waits.
   */
  get idle(): boolean {
    const { members } = this;
    if (!members.empty || members.elsewhere) return members.empty;
    const free = this.#state.seats.salesforce === null && this.#state.seats.heroku === null;
    return free && !inMatch(this.#state);
  }

  get members(): Attendance['members'] {
    return this.#attendance.members;
  }

  /** Carries out a person's request; answers the room's `seq` after it. */
  async request(request: PersonRequest): Promise<Result<number, HostRefusalCode>> {
    const { by, wish } = request;
    // What comes with every letter waits for nothing.
    if (wish.kind === 'submit step') await prepareWish(this.#preparation, by.id, wish);
    return this.#carryOut(
      () => {
        const command = commandFor(this.#state, request, this.#parts.chance, this.#referee);
        return command.ok ? command.value : command.refusal.code;
      },
      'by what the log holds',
      request.pay,
    );
  }

  /** Somebody came or went: presence is told, and absent owners are counted out. */
  membersChanged(): void {
    this.#attendance.changed();
  }

  /** A cursor has moved here: the other processes show it to their people (A12). */
  cursorMoved(cursor: CursorSample): void {
    this.#peers.cursor(cursor);
  }

  /** Takes in whatever other processes have appended (A5). */
  catchUp(): Promise<void> {
    return this.#enqueue(() => this.#readOn());
  }

  /** Ends all timers. Requests under way are finished first. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#stopClock();
    this.#parts.turns.forget(this.#state.room);
    this.#attendance.close();
    // Before anything is waited for: somebody may come back meanwhile, and their coming must be told
    // after this going, or the others take them for gone.
    const left = this.#peers.close();
    await this.#queue;
    this.#stopClock();
    await left;
  }

  readonly #ear: PeerEar = {
    record: (record) => {
      if (record.seq > this.#state.seq) this.#inBackground(() => this.#hear(record));
    },
    cursor: (cursor) => this.#parts.audience.cursor(this.#state.room, cursor),
    people: (elsewhere) => {
      this.members.hear(elsewhere);
      this.#attendance.review();
      if (this.idle) this.#onIdle(this);
    },
    back: () =>
      this.#inBackground(async () => {
        await this.#readOn();
        await this.#putAway();
      }),
  };

  #inBackground(work: () => Promise<void>): void {
    if (this.#closed) return;
    this.#enqueue(work).catch((error: unknown) =>
      this.#parts.report('what other processes did could not be read', error),
    );
  }

  #enqueue<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#queue.then(work, work);
    this.#queue = done.catch(() => undefined);
    return done;
  }

  #carryOut(
    make: MakeCommand,
    judged: Judged,
    pay: Pay = free,
  ): Promise<Result<number, HostRefusalCode>> {
    return this.#enqueue(async () => {
      try {
        return await this.#append(make, judged, pay);
      } catch (error) {
        this.#parts.report('a command could not be stored', error);
        return refused('storage-failed');
      }
    });
  }

  async #append(
    make: MakeCommand,
    judged: Judged,
    pay: Pay,
  ): Promise<Result<number, HostRefusalCode>> {
    let upToDate = judged === 'by what is known here';
    let paid = 0;
    const { clock, startShout } = this.#parts;
    for (let tries = 0; tries < conflictsBorne; tries++) {
      const now = clock.now();
      const command = make();
      const decision =
        typeof command === 'string'
          ? refused(command)
          : decide(this.#state, command, now, startShout);
      if (decision.ok && decision.value.length > 0) {
        const seq = this.#state.seq + 1;
        const encoded = encodeRecord({ seq, at: now, entries: decision.value });
        const { bytes } = encoded;
        if (typeof command !== 'string' && this.#isFull(command, encoded)) {
          return refused('log-full');
        }
        if (bytes > paid && !pay(bytes - paid)) return refused('too-fast');
        paid = Math.max(paid, bytes);
        if ((await this.#parts.log.append(this.#state.room, encoded)) === 'appended') {
          await this.#takeIn(encoded);
          await this.#compactIfWorthIt();
          return ok(seq);
        }
      } else if (upToDate) {
        return decision.ok ? ok(this.#state.seq) : decision;
      }
      // Hints may be lost (A5): nobody is refused for what another process has changed long ago.
      await this.#readOn();
      upToDate = true;
    }
    throw new Error(`room ${this.#state.room}: every append met a conflict`);
  }

  #isFull({ kind }: Command, encoded: EncodedRecord): boolean {
    const counts = writes.has(kind) && inMatch(this.#state);
    return counts && this.meter.overflows(encoded, this.#state);
  }

  /** A record another process has told of; what lies between is read from the log (A5). */
  async #hear(record: LogRecord): Promise<void> {
    if (record.seq <= this.#state.seq) return;
    if (record.seq === this.#state.seq + 1) await this.#takeIn(encodeRecord(record));
    else await this.#readOn();
  }

  async #readOn(): Promise<void> {
    const { room, seq } = this.#state;
    try {
      for await (const page of pagesAfter(this.#parts.log, room, seq)) {
        for (const encoded of page) await this.#takeIn(encoded);
      }
    } catch (error) {
      if (!(error instanceof LogGone)) throw error;
      await this.#startOver();
    }
  }

  /** The log does not go on from here: it was compacted meanwhile, or has lost what we know. */
  async #startOver(): Promise<void> {
    const { room, seq } = this.#state;
    const { log, report } = this.#parts;
    let found = await readRoom(log, room);
    if (found === null || found.state.seq < seq) {
      report('the store has lost a room, which is written back', new Error(room));
      const known = this.#recollection?.stored;
      await log.restore(room, known ?? { snapshot: { state: this.#state }, records: [] });
      await this.#pause(restoreGrace);
      found = await readRoom(log, room);
    }
    if (found === null) throw new Error(`room ${room} has gone from the log`);
    if (found.state.seq > seq) {
      this.#state = found.state;
      this.meter = found.meter;
      this.#recollection = found.recollection;
    }
    // Its end may have been missed, or its replay be lost with the room.
    this.#matchEnded();
    this.#scheduleClock();
    this.#seatsChanged();
    this.#parts.audience.startedOver(room);
  }

  #pause(delay: Milliseconds): Promise<void> {
    return new Promise((resolve) => {
      this.#parts.clock.after(delay, resolve);
    });
  }

  async #takeIn(encoded: EncodedRecord): Promise<void> {
    const { record } = encoded;
    this.#state = applyRecord(this.#state, record);
    this.#recollection?.add(encoded, this.#state);
    for (const seat of this.meter.add(encoded, this.#state)) {
      this.#parts.audience.filling(this.#state.room, seat, this.meter.share(seat));
    }
    this.#scheduleClock();
    this.#parts.audience.record(this.#state.room, publicRecord(record), this.#state.seats);
    await this.#afterwards(record);
  }

  /** What follows from a record beside the log; none of it may undo the record. */
  async #afterwards(record: LogRecord): Promise<void> {
    const kinds = new Set(record.entries.map((entry) => entry.kind));
    try {
      if (kinds.has('match ended')) this.#matchEnded();
      if (kinds.has('field made') || kinds.has('seats swapped')) {
        // What is compacted is gone: a match that could not be put away when it ended is now.
        await this.#putAway();
        await this.#compact();
        this.#recollection?.beginAt(this.#state);
      }
    } catch (error) {
      this.#parts.report('a finished match could not be put away', error);
    }
    if (kinds.has('match ended')) this.#attendance.watchOwners();
    if (seatChanges.some((kind) => kinds.has(kind))) this.#seatsChanged();
    if (this.idle) this.#onIdle(this);
  }

  /**
   * Outside of a match no log grows for ever, whatever people do there. What could be written back of
   * the last match stays remembered.
   */
  async #compactIfWorthIt(): Promise<void> {
    if (inMatch(this.#state) || this.#unarchived || !this.meter.worthCompacting) return;
    try {
      await this.#compact();
    } catch (error) {
      this.#parts.report('a room could not be compacted', error);
    }
  }

  async #compact(): Promise<void> {
    await this.#parts.log.compact(this.#state.room, { state: this.#state });
    this.meter.compacted(jsonBytes(this.#state));
  }

  #seatsChanged(): void {
    const { room, seats: owners } = this.#state;
    const players = seats.flatMap((seat) => owners[seat]?.id ?? []);
    this.#parts.audience.players(room, players);
    this.#attendance.seatsChanged();
  }

  /** Begins to put away the match whose result is here, if there is one. Nothing else waits for it. */
  #matchEnded(): void {
    if (this.#state.phase.kind !== 'result') return;
    this.#unarchived = this.#state;
    this.#putAway().catch((error: unknown) =>
      this.#parts.report('a finished match could not be put away', error),
    );
  }

  /** Archives a match that has ended, unless that was done; whoever is here hears what it counts for. */
  async #putAway(): Promise<void> {
    const ended = this.#unarchived;
    if (ended === null || ended.match === null) return;
    const { archive, archiving, audience } = this.#parts;
    await archiving.run(ended.match, () => putAwayMatch(ended, this.#parts));
    if (this.#unarchived !== ended) return;
    this.#unarchived = null;
    audience.overall(ended.room, await archive.score());
  }

  #scheduleClock(delay?: Milliseconds): void {
    if (this.#preparing) return;
    const due = this.#closed ? null : dueAt(this.#state);
    // Letters come many in a second, and none of them moves the end of coding time.
    if (delay === undefined && due !== null && due === this.#clockDue) return;
    this.#stopClock();
    this.#clockDue = delay === undefined ? due : null;
    if (due === null) return;
    const wait = delay ?? Math.max(0, due - this.#parts.clock.now());
    this.#stopClock = this.#parts.clock.after(wait, () => {
      this.#clockDue = null;
      void this.#tick();
    });
  }

  async #tick(): Promise<void> {
    this.#preparing = true;
    const versions = await prepareTurn(this.#preparation);
    this.#preparing = false;
    if (this.#closed) return;
    const { phase } = this.#state;
    const answer = await this.#carryOut(
      () => clockCommand(this.#preparation, versions),
      'by what is known here',
    );
    if (answer.ok && phase.kind === 'running') {
      this.#parts.audience.turn(Math.max(0, this.#parts.clock.now() - phase.dueAt));
    }
    if (answer.ok || this.#closed) return;
    const early = answer.refusal.code === 'too-early';
    this.#scheduleClock(early ? undefined : storeRetry);
  }

  async #freeSeats(owner: PersonId): Promise<void> {
    for (const seat of seats) {
      if (this.#state.seats[seat]?.id !== owner || this.members.has(owner)) continue;
      const answer = await this.#carryOut(
        () => ({ kind: 'free seat', seat, owner }),
        'by what the log holds',
      );
      if (!answer.ok && answer.refusal.code === 'storage-failed') this.#attendance.watchOwners();
    }
  }
}
