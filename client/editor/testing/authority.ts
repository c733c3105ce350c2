import { perSeat, type PersonId, type RoomName, type Seat } from '../../../shared/base/ids.ts';
import { ok, refused } from '../../../shared/base/result.ts';
import type { CatchUp, PageWish } from '../../../shared/protocol/index.ts';
import {
  applyRecord,
  decide,
  type Command,
  type LogRecord,
  type RoomState,
} from '../../../shared/room/index.ts';
import { textAt } from '../../../shared/room/document.ts';
import type { ClientAnswer } from '../../net/types.ts';

export const owner = { id: 'owner' as PersonId, name: 'Owner' };

/** A room decided by the real rules, without host, clock or network. */
export class Authority {
  readonly records: LogRecord[] = [];
  /** Called with every record. */
  readonly audience: ((record: LogRecord) => void)[] = [];
  #state: RoomState;
  #now = 1000;
  #matches = 0;

  constructor(room = 'fuzz' as RoomName) {
    const score = { salesforce: 0, heroku: 0, draws: 0 };
    const opened = decide(null, { kind: 'open', room, seed: 'seed', score }, this.#now);
    if (!opened.ok) throw new Error(opened.refusal.code);
    this.#state = applyRecord(null, { seq: 1, at: this.#now, entries: opened.value });
    this.records.push({ seq: 1, at: this.#now, entries: opened.value });
  }

  get state(): RoomState {
    return this.#state;
  }

  /** Decides a command and tells everybody. */
  command(command: Command): ClientAnswer<number> {
    this.#now += 1;
    const decision = decide(this.#state, command, this.#now);
    if (!decision.ok) return decision;
    if (decision.value.length === 0) return ok(this.#state.seq);
    const record = { seq: this.#state.seq + 1, at: this.#now, entries: decision.value };
    this.#state = applyRecord(this.#state, record);
    this.records.push(record);
    for (const tell of this.audience) tell(record);
    return ok(record.seq);
  }

  /** A wish of the owner of both seats. */
  wish(wish: PageWish): ClientAnswer<number> {
    if (wish.kind !== 'edit') return refused('bad-message');
    return this.command({ ...wish, by: owner.id });
  }

  /** Everything since a record, or a snapshot when the log has moved on. */
  since(seq: number | null, compacted: boolean): CatchUp {
    if (seq === null || compacted) return { kind: 'snapshot', state: this.#state };
    return { kind: 'records', records: this.records.filter((record) => record.seq > seq) };
  }

  /** Both seats to the owner, and coding begins. */
  startMatch(): void {
    if (this.#state.phase.kind === 'result') {
      this.command({ kind: 'play again', by: owner.id, seed: 'seed' });
    }
    this.command({ kind: 'take seat', seat: 'salesforce', by: owner });
    this.command({ kind: 'take seat', seat: 'heroku', by: owner });
    this.#matches += 1;
    this.command({ kind: 'start', by: owner.id, match: `m${this.#matches}` as never });
  }

  startRunning(): void {
    this.command({ kind: 'ready', by: owner.id });
  }

  /** Locks the text of a seat before `readTo`, as it stood at `version`, by reading a step. */
  lock(seat: Seat, version: number, readTo: number): ClientAnswer<number> {
    const text = textAt(this.#state.documents[seat], version);
    const line = text === null ? null : text.slice(0, readTo).split('\n').length;
    const step = { action: 'wait', readTo, line, error: null } as const;
    return this.command({
      kind: 'submit step',
      by: owner.id,
      seat,
      turn: this.#state.battle.turn + 1,
      claimed: step,
      refereed: { version, step },
    });
  }

  /** Plays the next turn; a seat that has read nothing waits. */
  playTurn(): ClientAnswer<number> {
    if (this.#state.phase.kind === 'running') this.#now = this.#state.phase.dueAt;
    const refereed = perSeat((seat) => {
      if (this.#state.nextSteps[seat] !== null) return null;
      const { version, lockedTo } = this.#state.documents[seat];
      return {
        version,
        step: { action: 'wait', readTo: lockedTo, line: null, error: null } as const,
      };
    });
    return this.command({ kind: 'play turn', turn: this.#state.battle.turn + 1, refereed });
  }
}
