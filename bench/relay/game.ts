import { applyChanges } from '../../shared/room/changes.ts';
import type { ChangesJson } from '../../shared/room/entries.ts';
import { defaultSettings } from '../../shared/battle/index.ts';
import {
  protocolVersion,
  type Answer,
  type Joined,
  type LogRecord,
  type PageWish,
  type RoomMessage,
} from '../../shared/protocol/index.ts';
import { PageLine } from '../load/page-line.ts';
import { startFleet } from '../measure/fleet.ts';
import { cookieOf, type MeasuredServer } from '../measure/server.ts';
import { Later } from './later.ts';
import type { Heard, RelayServer, Side, TypingRoom } from './rooms.ts';
import { typed, type Keystroke } from './typing.ts';

const sides = ['salesforce', 'heroku'] as const;

/** One page in a room of the real application, with its copies of both programs. */
class GamePage {
  readonly line: PageLine;
  readonly texts: [string, string] = ['', ''];
  readonly versions: [number, number] = [0, 0];
  epoch = 0;
  /** Records come in order; what this page has seen. */
  #onKeys: (side: Side, count: number) => void = () => {};
  #own: Side | null = null;
  readonly #later = new Later();

  private constructor(line: PageLine) {
    this.line = line;
    line.onEvent = this.#later.listener((payload) => this.#hear(payload));
  }

  static async open(server: MeasuredServer, person: number, room: string): Promise<GamePage> {
    const page = new GamePage(await PageLine.open(server, { cookie: cookieOf(person) }));
    const join = { protocol: protocolVersion, room, name: '', since: null, chatSince: 0 };
    const joined = await page.line.ask<Answer<Joined>>('join', join);
    if (!joined.ok) throw new Error(joined.refusal.code);
    if (joined.value.catchUp.kind === 'snapshot') {
      const { documents } = joined.value.catchUp.state;
      sides.forEach((seat, side) => {
        page.texts[side as Side] = documents[seat].text;
        page.versions[side as Side] = documents[seat].version;
      });
      page.epoch = documents.heroku.epoch;
    }
    return page;
  }

  /** From now on this page types one side and reports the other. */
  owns(side: Side, heard: Heard): void {
    this.#own = side;
    this.#onKeys = heard;
    this.catchUp();
    this.line.onEvent = (payload) => this.#hear(payload);
  }

  /** Reads what it has been sent; a page that types has read it at once. */
  catchUp(): void {
    this.#later.catchUp();
  }

  async wish(wish: PageWish): Promise<void> {
    const answer = await this.line.ask<Answer<number>>('wish', wish);
    if (!answer.ok) throw new Error(`${wish.kind}: ${answer.refusal.code}`);
  }

  async type(side: Side, keys: readonly Keystroke[], offset: number): Promise<void> {
    const updates = keys.map((key) => {
      const { length } = this.texts[side];
      const moved = { ...key, at: key.at + offset };
      this.texts[side] = typed(this.texts[side], moved);
      return { clientId: 'load', changes: changesOf(moved, length) };
    });
    const version = this.versions[side];
    this.versions[side] += updates.length;
    const seat = sides[side];
    await this.wish({ kind: 'edit', seat, epoch: this.epoch, version, updates });
  }

  #hear(payload: Buffer): void {
    const [event, body] = JSON.parse(payload.toString()) as unknown[];
    if (event === 'record') this.#take(body as LogRecord);
    if (event !== 'batch') return;
    for (const message of body as RoomMessage[]) {
      if (message[0] === 'record') this.#take(message[1]);
    }
  }

  #take({ entries }: LogRecord): void {
    for (const entry of entries) {
      if (entry.kind !== 'program edited') continue;
      const side = entry.seat === 'salesforce' ? 0 : 1;
      if (side === this.#own) continue;
      if (entry.version !== this.versions[side]) throw new Error('a record was lost');
      for (const { changes } of entry.updates) {
        this.texts[side] = applyChanges(this.texts[side], changes);
      }
      this.versions[side] += entry.updates.length;
      this.#onKeys(side, entry.updates.length);
    }
  }
}

function changesOf({ at, deleted, inserted }: Keystroke, length: number): ChangesJson {
  const rest = length - at - deleted;
  const lines = inserted === '' ? [] : inserted.split('\n');
  return [...(at > 0 ? [at] : []), [deleted, ...lines] as const, ...(rest > 0 ? [rest] : [])];
}

/** The real application: session, limits, parsing, rules, the durable log, public view. */
export const game = (processes: number): RelayServer => ({
  name: 'game',
  start: () => startFleet(processes),
  async open(server, room, spectators, heard): Promise<TypingRoom> {
    const name = `typing-${room}`;
    const first = room * (spectators + 2);
    const typists = [
      await GamePage.open(server, first, name),
      await GamePage.open(server, first + 1, name),
    ] as const;
    const settings = { ...defaultSettings, codingTime: 900_000 };
    await typists[0].wish({ kind: 'take seat', seat: 'salesforce' });
    await typists[1].wish({ kind: 'take seat', seat: 'heroku' });
    await typists[0].wish({ kind: 'make field', settings });
    await typists[0].wish({ kind: 'start' });
    for (const page of typists) page.line.close();
    // Everybody comes anew: with the programs as they stand when coding has begun.
    const pages: GamePage[] = [];
    for (let i = 0; i < spectators + 2; i++) {
      pages.push(await GamePage.open(server, first + i, name));
    }
    const [one, two] = pages;
    if (one === undefined || two === undefined) throw new Error('two must type');
    one.owns(0, heard);
    two.owns(1, heard);
    const offsets = [one.texts[0].length, two.texts[1].length] as const;
    return {
      type: (side, keys) => (side === 0 ? one : two).type(side, keys, offsets[side]),
      catchUp: () => {
        for (const page of pages) page.catchUp();
      },
      copies: (side) => {
        const owner = side === 0 ? one : two;
        return [owner, ...pages.filter((page) => page !== owner)].map(({ texts }) => texts[side]);
      },
      close: () => {
        for (const page of pages) page.line.close();
      },
    };
  },
});
