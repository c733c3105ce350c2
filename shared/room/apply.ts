import { perSeat, withSeat, type Seat } from '../base/ids.ts';
import { unreachable } from '../base/result.ts';
import { playTurn, reveal, startBattle, type Battle, type BattleEvent } from '../battle/index.ts';
import { openingText } from '../program/index.ts';
import type { Entry, LogRecord, PlayedTurn, Score } from './entries.ts';
import { isCounted } from './counted.ts';
import { newDocument, withUpdates } from './document.ts';
import type { LineMark, RoomState } from './state.ts';

/** Folds one record into the room (A2). Works alike on the full and on the public view. */
export function applyRecord(state: RoomState | null, record: LogRecord): RoomState {
  const expected = (state?.seq ?? 0) + 1;
  if (record.seq !== expected) {
    throw new Error(`record ${record.seq} does not follow ${expected - 1}`);
  }
  const holders = state?.seats;
  const after = record.entries.reduce<RoomState | null>(
    (current, entry) => applyEntry(current, entry, record.at, holders),
    state,
  );
  if (after === null) throw new Error('a record without entries');
  return withPlayed(after, { seq: record.seq });
}

/** What letters and turns change of a room. */
type Played = Partial<
  Pick<RoomState, 'seq' | 'phase' | 'documents' | 'battle' | 'turns' | 'nextSteps'>
>;

/**
 * The room with some of that changed. Each letter makes two rooms and each turn six: written out, all
 * of one shape, they cost V8 a tenth of what a spread with changes costs.
 */
function withPlayed(state: RoomState, played: Played): RoomState {
  const { room, settings, field, secret, seats, match, score } = state;
  return {
    room,
    seq: played.seq ?? state.seq,
    settings,
    field,
    secret,
    seats,
    phase: played.phase ?? state.phase,
    match,
    documents: played.documents ?? state.documents,
    battle: played.battle ?? state.battle,
    turns: played.turns ?? state.turns,
    nextSteps: played.nextSteps ?? state.nextSteps,
    score,
  };
}

/**
 * The room after one entry of a record made at `at`. `holders` had the seats before that record: whoever
 * gives up a match leaves and ends it in one.
 */
export function applyEntry(
  state: RoomState | null,
  entry: Entry,
  at: number,
  holders = state?.seats,
): RoomState {
  if (entry.kind === 'field made') return fieldMade(state, entry);
  if (state === null) throw new Error('a room begins with its field');
  switch (entry.kind) {
    case 'seat taken':
      return { ...state, seats: withSeat(state.seats, entry.seat, entry.owner) };
    case 'seat left':
      return { ...state, seats: withSeat(state.seats, entry.seat, null) };
    case 'seats swapped': {
      const swapped = { salesforce: state.seats.heroku, heroku: state.seats.salesforce };
      return { ...setUp(state), seats: swapped, secret: entry.secret ?? null };
    }
    case 'person renamed':
      return {
        ...state,
        seats: perSeat((seat) =>
          state.seats[seat]?.id === entry.person.id ? entry.person : state.seats[seat],
        ),
      };
    case 'coding started':
      return {
        ...setUp(state),
        match: entry.match,
        phase: {
          kind: 'coding',
          startedAt: at,
          endsAt: entry.endsAt,
          ready: perSeat(() => false),
        },
      };
    case 'seat ready':
    case 'seat not ready': {
      if (state.phase.kind !== 'coding') throw new Error('ready outside coding');
      const ready = withSeat(state.phase.ready, entry.seat, entry.kind === 'seat ready');
      return { ...state, phase: { ...state.phase, ready } };
    }
    case 'running started':
      return { ...state, phase: { kind: 'running', startedAt: at, dueAt: entry.dueAt } };
    case 'program edited': {
      const document = withUpdates(state.documents[entry.seat], entry.updates);
      return withPlayed(state, { documents: withSeat(state.documents, entry.seat, document) });
    }
    case 'step read':
      return stepRead(state, entry);
    case 'turn played':
      return turnPlayed(state, entry);
    case 'match ended': {
      const counted = isCounted(holders ?? state.seats, state.battle.turn);
      return {
        ...state,
        phase: { kind: 'result', outcome: entry.outcome, endedAt: at, counted },
        secret: entry.secret,
        score: counted ? scoreAfter(state.score, entry.outcome) : state.score,
      };
    }
    default:
      return unreachable(entry);
  }
}

/** What a turn does on the field: for animations and checks. */
export function eventsOf(
  before: Battle,
  turn: PlayedTurn,
): { readonly battle: Battle; readonly events: readonly BattleEvent[] } {
  return playTurn(reveal(before, turn.revealed), {
    salesforce: turn.steps.salesforce.action,
    heroku: turn.steps.heroku.action,
  });
}

/** The steps both seats have read for the next turn; a defect if one is missing. */
export function stepsToPlay(state: RoomState): PlayedTurn['steps'] {
  const { salesforce, heroku } = state.nextSteps;
  if (salesforce === null || heroku === null) throw new Error('a turn needs a step of both seats');
  return { salesforce, heroku };
}

function fieldMade(state: RoomState | null, entry: Entry & { kind: 'field made' }): RoomState {
  const { settings, field, secret = null } = entry;
  const made = {
    room: entry.room,
    seq: state?.seq ?? 0,
    settings,
    field,
    secret,
    seats: state?.seats ?? perSeat(() => null),
    score: state?.score ?? entry.score ?? { salesforce: 0, heroku: 0, draws: 0 },
    documents: state?.documents ?? perSeat(() => newDocument(0, '')),
    match: state?.match ?? null,
  };
  return setUp({ ...made, battle: startBattle(field, settings), turns: [], ...idle });
}

const idle = {
  phase: { kind: 'entry' },
  nextSteps: { salesforce: null, heroku: null },
} as const satisfies Partial<RoomState>;

/** The same field as before the first turn, with empty programs. */
function setUp(state: RoomState): RoomState {
  return {
    ...state,
    ...idle,
    battle: startBattle(state.field, state.settings),
    turns: [],
    documents: perSeat((seat) =>
      newDocument(state.documents[seat].epoch + 1, openingText(seat, state.field.starts[seat])),
    ),
  };
}

function stepRead(state: RoomState, entry: Entry & { kind: 'step read' }): RoomState {
  const { seat, step, turn } = entry;
  const { epoch, version, text, lockedTo, marks, earlier } = state.documents[seat];
  const read = {
    epoch,
    version,
    text,
    lockedTo: Math.max(lockedTo, step.readTo),
    marks: [...marks, ...newMarks(marks, turn, step)],
    earlier,
  };
  return withPlayed(state, {
    documents: withSeat(state.documents, seat, read),
    nextSteps: withSeat(state.nextSteps, seat, step),
  });
}

/** A line gets a mark for its first turn, and one for each error. */
function newMarks(
  marks: readonly LineMark[],
  turn: number,
  step: PlayedTurn['steps'][Seat],
): LineMark[] {
  const line = step.error?.line ?? step.line;
  if (line === null) return [];
  const known = step.error === null && marks.at(-1)?.line === line;
  return known ? [] : [{ line, turn, error: step.error }];
}

function turnPlayed(state: RoomState, entry: Entry & { kind: 'turn played' }): RoomState {
  if (state.phase.kind !== 'running') throw new Error('a turn outside running');
  const { kind, startedAt } = state.phase;
  const turn: PlayedTurn = { steps: stepsToPlay(state), revealed: entry.revealed };
  return withPlayed(state, {
    battle: eventsOf(state.battle, turn).battle,
    turns: [...state.turns, turn],
    nextSteps: idle.nextSteps,
    phase: { kind, startedAt, dueAt: entry.dueAt },
  });
}

function scoreAfter(
  score: Score,
  outcome: (RoomState['phase'] & { kind: 'result' })['outcome'],
): Score {
  if (outcome.kind === 'draw') return { ...score, draws: score.draws + 1 };
  return { ...score, [outcome.winner]: score[outcome.winner] + 1 };
}
