import { ChangeSet, Text } from '@codemirror/state';
import type { MatchId, PersonId, RoomName, Seat, Timestamp } from '../../base/ids.ts';
import type { Settings } from '../../battle/index.ts';
import { applyRecord } from '../apply.ts';
import type { Command, RoomRefusalCode } from '../commands.ts';
import { decide } from '../decide/index.ts';
import type { ChangesJson, LogRecord, Person } from '../entries.ts';
import { createReferee } from '../referee.ts';
import type { RoomState } from '../state.ts';

/** People of the stories told in tests. */
export const anna: Person = { id: 'anna' as PersonId, name: 'Anna' };
export const ben: Person = { id: 'ben' as PersonId, name: 'Ben' };
export const cleo: Person = { id: 'cleo' as PersonId, name: 'Cleo' };

/** A room told in verbs: each does what a host would do, and keeps the records. */
export class RoomStory {
  now: Timestamp;
  readonly records: LogRecord[] = [];
  readonly #referee = createReferee();
  #state: RoomState | null = null;
  #matches = 0;

  constructor(seed = 'story', room = 'story' as RoomName, now: Timestamp = 1_000_000) {
    this.now = now;
    const score = { salesforce: 0, heroku: 0, draws: 0 };
    this.does({ kind: 'open', room, seed, score });
  }

  get state(): RoomState {
    if (this.#state === null) throw new Error('the story has not begun');
    return this.#state;
  }

  /** Carries a command out; a refusal is the story's mistake. */
  does(command: Command): this {
    const code = this.tries(command);
    if (code !== null) throw new Error(`${command.kind} was refused: ${code}`);
    return this;
  }

  /** Carries a command out and answers the code of its refusal, or null. */
  tries(command: Command): RoomRefusalCode | null {
    const decision = decide(this.#state, command, this.now);
    if (!decision.ok) return decision.refusal.code;
    if (decision.value.length === 0) return null;
    const record = { seq: this.records.length + 1, at: this.now, entries: decision.value };
    this.records.push(record);
    this.#state = applyRecord(this.#state, record);
    return null;
  }

  set(settings: Partial<Settings>, by = anna, seed = 'field'): this {
    const all = { ...this.state.settings, ...settings };
    return this.does({ kind: 'make field', by: by.id, settings: all, seed });
  }

  sits(person: Person, seat: Seat): this {
    return this.does({ kind: 'take seat', seat, by: person });
  }

  starts(by = anna, match = `match-${this.#matches + 1}` as MatchId): this {
    this.#matches += 1;
    return this.does({ kind: 'start', by: by.id, match });
  }

  /** Types at the end of a program. */
  types(person: Person, seat: Seat, text: string): this {
    const code = this.triesToType(person, seat, text);
    if (code !== null) throw new Error(`typing was refused: ${code}`);
    return this;
  }

  triesToType(person: Person, seat: Seat, text: string, at?: number): RoomRefusalCode | null {
    const document = this.state.documents[seat];
    const from = at ?? document.text.length;
    const insert = Text.of(text.split('\n'));
    const changes = ChangeSet.of({ from, insert }, document.text.length).toJSON() as ChangesJson;
    return this.tries({
      kind: 'edit',
      by: person.id,
      seat,
      epoch: document.epoch,
      version: document.version,
      updates: [{ clientId: `editor of ${person.name}`, changes }],
    });
  }

  codingEnds(): this {
    if (this.state.phase.kind !== 'coding') throw new Error('not coding');
    this.now = this.state.phase.endsAt;
    return this.does({ kind: 'end coding' });
  }

  /** Plays turns as the clock would, until so many are played or the match is over. */
  turns(count = Infinity): this {
    for (let i = 0; i < count && this.state.phase.kind === 'running'; i++) {
      this.now = Math.max(this.now, this.state.phase.dueAt);
      this.does({ kind: 'play turn', turn: this.state.battle.turn + 1, refereed: this.refereed() });
    }
    return this;
  }

  /** What the referee reads for each seat that has no step yet. */
  refereed(): (Command & { kind: 'play turn' })['refereed'] {
    const read = (seat: Seat) =>
      this.state.nextSteps[seat] === null
        ? this.#referee.step(this.state, seat, this.state.documents[seat].version)
        : null;
    return { salesforce: read('salesforce'), heroku: read('heroku') };
  }
}
