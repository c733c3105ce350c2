import { ChangeSet, Text } from '@codemirror/state';
import {
  perSeat,
  seats,
  type MatchId,
  type PerSeat,
  type PersonId,
  type RoomName,
  type Seat,
  type Timestamp,
} from '../base/ids.ts';
import { ok, type Result } from '../base/result.ts';
import type { Battle, BattleEvent, Outcome, Settings } from '../battle/index.ts';
import { createProgramRun, type Step } from '../program/index.ts';
import { applyRecord, eventsOf } from './apply.ts';
import type { Command, RoomRefusalCode } from './commands.ts';
import { decide } from './decide/index.ts';
import type { ChangesJson, LogRecord } from './entries.ts';
import { programSeed } from './referee.ts';
import type { RoomState } from './state.ts';

/** A match without people: everything that decides how it goes. */
export interface HeadlessSetup {
  readonly room: RoomName;
  readonly match: MatchId;
  readonly settings: Settings;
  /** Seed of the field (R9). */
  readonly seed: string;
  /** Each program whole, without the opening line (R15). */
  readonly programs: PerSeat<string>;
}

/** One turn of it. */
export interface HeadlessTurn {
  readonly turn: number;
  readonly steps: PerSeat<Step>;
  /** What each program logged in this turn. */
  readonly logs: PerSeat<readonly string[]>;
  readonly events: readonly BattleEvent[];
  /** The world after it. */
  readonly battle: Battle;
}

/** A match that was played to its end. */
export interface HeadlessMatch {
  /** The room's whole log, from its opening to the result. */
  readonly records: readonly LogRecord[];
  readonly state: RoomState;
  /** The world before the first turn. */
  readonly start: Battle;
  readonly turns: readonly HeadlessTurn[];
  readonly outcome: Outcome;
}

const players: PerSeat<PersonId> = {
  salesforce: 'salesforce' as PersonId,
  heroku: 'heroku' as PersonId,
};

/**
 * Plays a whole match by the rules of a room, as fast as it goes, its clock beginning at 0 (L12). The
 * same setup gives the same records. Refused are settings that make no field and programs that are
 * too long.
 */
export function playHeadless(setup: HeadlessSetup): Result<HeadlessMatch, RoomRefusalCode> {
  const table = new Table();
  for (const command of opening(setup)) {
    const refusal = table.asks(command);
    if (refusal !== null) return { ok: false, refusal };
  }
  for (const seat of seats) {
    const refusal = table.asks(writing(table.state, seat, setup.programs[seat]));
    if (refusal !== null) return { ok: false, refusal };
  }
  table.goesOn({ kind: 'ready', by: players.salesforce });
  table.goesOn({ kind: 'ready', by: players.heroku });
  const start = table.state.battle;
  const turns = [...playTurns(table)];
  const { phase } = table.state;
  if (phase.kind !== 'result') throw new Error('the match has not ended');
  return ok({ records: table.records, state: table.state, start, turns, outcome: phase.outcome });
}

/** A room and its log. */
class Table {
  readonly records: LogRecord[] = [];
  #state: RoomState | null = null;
  #now: Timestamp = 0;

  get state(): RoomState {
    if (this.#state === null) throw new Error('the room is not open');
    return this.#state;
  }

  /** Carries a command out, or answers why not. */
  asks(command: Command): (Result<never, RoomRefusalCode> & { ok: false })['refusal'] | null {
    const decision = decide(this.#state, command, this.#now);
    if (!decision.ok) return decision.refusal;
    if (decision.value.length === 0) return null;
    const record = { seq: this.records.length + 1, at: this.#now, entries: decision.value };
    this.records.push(record);
    this.#state = applyRecord(this.#state, record);
    return null;
  }

  /** Carries a command out that nothing can be said against. */
  goesOn(command: Command): void {
    const refusal = this.asks(command);
    if (refusal !== null) throw new Error(`${command.kind} was refused: ${refusal.code}`);
  }

  waitUntil(time: Timestamp): void {
    this.#now = Math.max(this.#now, time);
  }
}

function opening({ room, match, settings, seed }: HeadlessSetup): Command[] {
  const score = { salesforce: 0, heroku: 0, draws: 0 };
  const by = players.salesforce;
  return [
    { kind: 'open', room, seed, score },
    ...seats.map((seat): Command => {
      const name = seat === 'salesforce' ? 'Salesforce' : 'Heroku';
      return { kind: 'take seat', seat, by: { id: players[seat], name } };
    }),
    { kind: 'make field', by, settings, seed },
    { kind: 'start', by, match },
  ];
}

/** The whole program written in one go. */
function writing(state: RoomState, seat: Seat, program: string): Command {
  const { text, epoch, version } = state.documents[seat];
  const insert = Text.of(program.split('\n'));
  const changes = ChangeSet.of({ from: text.length, insert }, text.length);
  const update = { clientId: seat, changes: changes.toJSON() as ChangesJson };
  return { kind: 'edit', by: players[seat], seat, epoch, version, updates: [update] };
}

function* playTurns(table: Table): Generator<HeadlessTurn> {
  const runs = perSeat((seat) => createProgramRun(seat, programSeed(table.state, seat)));
  for (;;) {
    const { phase, battle, documents } = table.state;
    if (phase.kind !== 'running') return;
    table.waitUntil(phase.dueAt);
    const turn = battle.turn + 1;
    const refereed = perSeat((seat) => {
      const { text, version } = documents[seat];
      return { version, step: runs[seat].step(text, battle) };
    });
    const logs = perSeat((seat) => runs[seat].lastLog);
    table.goesOn({ kind: 'play turn', turn, refereed });
    const played = table.state.turns.at(-1);
    if (played === undefined) throw new Error('the turn was not played');
    const { events } = eventsOf(battle, played);
    yield { turn, steps: played.steps, logs, events, battle: table.state.battle };
  }
}
