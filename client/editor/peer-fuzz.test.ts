import { getSyncedVersion } from '@codemirror/collab';
import { describe, expect, it } from 'vitest';
import { textAt } from '../../shared/room/document.ts';
import type { LogRecord } from '../../shared/room/index.ts';
import { factsOf, localLock } from './program-state.ts';
import { Authority, owner } from './testing/authority.ts';
import { Dice } from './testing/dice.ts';
import { Typist } from './testing/typist.ts';

const seat = 'heroku';

/** Far more deliveries than a round can cause. */
const mostSteps = 5000;

/** Several screens on one program: two tabs of its owner, and somebody who watches. */
class World {
  readonly dice: Dice;
  readonly authority = new Authority();
  readonly people: readonly Typist[];
  readonly locked: string[] = [];

  constructor(seed: string) {
    this.dice = new Dice(seed);
    this.authority.startMatch();
    this.authority.audience.push((record) => this.#check(record));
    const person = (name: string, id: string): Typist =>
      new Typist(name, seat, this.authority, this.dice, id as never);
    this.people = [
      person('first', owner.id),
      person('second', owner.id),
      person('watcher', 'watcher'),
    ];
  }

  async round(actions: number): Promise<void> {
    for (let action = 0; action < actions; action++) {
      this.#act(this.dice.pick(this.people));
      await settled();
    }
    await this.#rest();
    const { text, version } = this.authority.state.documents[seat];
    for (const person of this.people) {
      expect(person.text).toBe(text);
      expect(person.waiting).toBe(0);
      expect(getSyncedVersion(person.state)).toBe(version);
      expect(localLock(person.state)).toBe(this.authority.state.documents[seat].lockedTo);
      expect(factsOf(person.state).lockedTo).toBe(localLock(person.state));
    }
  }

  #act(person: Typist): void {
    const lock = localLock(person.state);
    const locked = person.text.slice(0, lock);
    const { dice } = this;
    const { length } = person.text;
    const wrote = this.#write(person, length);
    if (wrote) {
      expect(person.text.slice(0, lock)).toBe(locked);
      return;
    }
    switch (dice.roll(10)) {
      case 0:
        return dice.oneIn(3) ? this.#lock() : undefined;
      case 1:
        return dice.oneIn(8) ? person.wire.break() : undefined;
      case 2:
        return person.wire.status.peek().kind === 'online'
          ? person.wire.heal()
          : person.wire.join(dice.oneIn(3));
      case 3:
        return dice.oneIn(80) ? this.#newMatch() : undefined;
      default:
        person.wire.deliver();
    }
  }

  /** Writes something, or not this time. */
  #write(person: Typist, length: number): boolean {
    const { dice } = this;
    switch (dice.roll(16)) {
      case 0:
      case 1:
      case 2:
      case 3: {
        const at = dice.roll(length + 1);
        person.type(at, at, dice.pick(['a', 'b\n', '\n', 'p.up();\n', 'xyz']));
        return true;
      }
      case 4:
        person.type(length, length, dice.pick(['c', 'd\n']));
        return true;
      case 5: {
        const from = dice.roll(length + 1);
        const to = Math.min(length, from + dice.roll(8));
        person.type(from, to, dice.pick(['', '', 'q', 'r\ns']));
        return true;
      }
      case 6:
        person.undo();
        return true;
      case 7:
        person.redo();
        return true;
      default:
        return false;
    }
  }

  #lock(): void {
    const { authority, dice } = this;
    if (authority.state.phase.kind === 'result') authority.startMatch();
    if (authority.state.phase.kind === 'coding') authority.startRunning();
    if (authority.state.nextSteps[seat] !== null) {
      authority.playTurn();
      return;
    }
    const document = authority.state.documents[seat];
    const version = Math.max(0, document.version - dice.roll(3));
    const text = textAt(document, version);
    if (text === null) return;
    const lineEnd = text.indexOf('\n', Math.min(text.length, document.lockedTo + dice.roll(10)));
    authority.lock(seat, version, lineEnd === -1 ? text.length : lineEnd + 1);
  }

  #newMatch(): void {
    const { authority } = this;
    if (authority.state.phase.kind === 'coding') authority.startRunning();
    while (authority.state.phase.kind === 'running') authority.playTurn();
    authority.startMatch();
  }

  async #rest(): Promise<void> {
    for (const { wire } of this.people) {
      if (wire.status.peek().kind !== 'online') wire.join(this.dice.oneIn(3));
    }
    let steps = 0;
    for (let quiet = 0; quiet < 3;) {
      if (++steps > mostSteps) throw new Error('the peers never come to rest');
      const moved = this.people.filter(({ wire }) => wire.deliver()).length;
      await settled();
      for (const { wire } of this.people) if (moved === 0) wire.heal();
      await settled();
      const busy = moved > 0 || this.people.some(({ wire, waiting }) => wire.behind || waiting > 0);
      quiet = busy ? 0 : quiet + 1;
    }
  }

  /** R17: what was locked reads the same after every record. */
  #check(record: LogRecord): void {
    const { text, lockedTo } = this.authority.state.documents[seat];
    if (record.entries.some(({ kind }) => kind === 'coding started' || kind === 'field made')) {
      this.locked.length = 0;
    }
    const before = this.locked.at(-1) ?? '';
    expect(text.slice(0, before.length)).toBe(before);
    expect(lockedTo).toBeGreaterThanOrEqual(before.length);
    this.locked.push(text.slice(0, lockedTo));
  }
}

async function settled(): Promise<void> {
  for (let turn = 0; turn < 4; turn++) await Promise.resolve();
}

describe('peers of one program', () => {
  const seeds = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight'];
  it.each(seeds)(
    'A10, A11, R17 all copies converge and locked text stays, seed %s',
    { timeout: 60_000 },
    async (seed) => {
      const world = new World(seed);
      for (let round = 0; round < 500; round++) await world.round(20);
    },
  );
});
