import { keystrokes } from '../../../bench/relay/typing.ts';
import { defaultSettings, type Settings } from '../../../shared/battle/index.ts';
import type { RoomName, Seat } from '../../../shared/base/ids.ts';
import { randomStream, type Random } from '../../../shared/base/random.ts';
import { warmUp } from '../../../shared/room/index.ts';
import { newCookie } from '../../support/page-client.ts';
import { RedisServer } from '../../support/redis-server.ts';
import { ServerProcess } from '../../support/server-process.ts';
import { Player } from './player.ts';
import { roamingLine } from './roaming-line.ts';
import { Story } from './story.ts';
import { Table } from './table.ts';
import { until } from './until.ts';

/** Coding ends when both say so. */
export const shortMatch: Settings = {
  ...defaultSettings,
  walls: 4,
  codingTime: 900_000,
  turns: 14,
  turnTime: 500,
};

const typing = keystrokes();

// The players' pages here share one process with the test: none of them has a cold start of its own.
warmUp();

export interface WorldParts {
  readonly seed: string;
  /** The number unless said otherwise. */
  readonly rooms?: number;
  /** Settings of each process beside the common ones; as many as there are processes. */
  readonly processes?: readonly Readonly<Record<string, string>>[];
  readonly settings?: Settings;
  /** Whether people go to another process when theirs is away; true unless said otherwise. */
  readonly roaming?: boolean;
}

/** One of the processes; it may be killed and started again at the same address. */
export class House {
  readonly #settings: Readonly<Record<string, string>>;
  server: ServerProcess;
  address = '';

  constructor(settings: Readonly<Record<string, string>>) {
    this.#settings = settings;
    this.server = new ServerProcess(settings);
  }

  async opened(): Promise<this> {
    this.address = await this.server.address();
    return this;
  }

  async openAgain(): Promise<void> {
    const { port } = new URL(this.address);
    this.server = new ServerProcess({ ...this.#settings, PORT: port });
    await this.server.address();
  }
}

/** Several processes on one Redis, and many rooms of people who play. */
export class World {
  readonly random: Random;
  readonly settings: Settings;
  readonly redis: RedisServer;
  readonly houses: readonly House[];
  readonly tables: readonly Table[];

  private constructor(
    random: Random,
    settings: Settings,
    redis: RedisServer,
    houses: readonly House[],
    tables: readonly Table[],
  ) {
    this.random = random;
    this.settings = settings;
    this.redis = redis;
    this.houses = houses;
    this.tables = tables;
  }

  /** Starts everything and waits until all people are in their rooms. */
  static async open(parts: WorldParts): Promise<World> {
    const { seed, rooms = Number(process.env.FAULT_ROOMS ?? 20), processes = [{}, {}, {}] } = parts;
    const { settings = shortMatch, roaming = true } = parts;
    if (typing.source === 'generated') console.log('no recorded keystrokes here: generated ones');
    const random = randomStream(seed, 'faults');
    const redis = await RedisServer.start();
    const common = { REDIS_URL: redis.url, SESSION_SECRET: 'a secret of the fault tests' };
    const houses = processes.map((own) => new House({ ...common, ...own }));
    await Promise.all(houses.map((house) => house.opened()));
    const addresses = houses.map(({ address }) => address);
    const seated = async (
      room: RoomName,
      name: string,
      seat: Seat | null,
      home: number,
    ): Promise<Player> => {
      const first = addresses[home % addresses.length] ?? '';
      const cookie = await newCookie(first);
      const story = new Story();
      const note = story.note.bind(story);
      const makeLine = roaming
        ? roamingLine({ addresses, cookie, home: home % addresses.length, note })
        : roamingLine({ addresses: [first], cookie, home: 0, note });
      return new Player({ room, name, seat, makeLine, chance: () => random.fraction(), story });
    };
    const tables = await Promise.all(
      Array.from({ length: rooms }, async (_, index) => {
        const room = `fault-${index}` as RoomName;
        return new Table(
          room,
          await seated(room, `S${index}`, 'salesforce', index),
          await seated(room, `H${index}`, 'heroku', index + 1),
          await seated(room, `W${index}`, null, index + 2),
        );
      }),
    );
    const world = new World(random, settings, redis, houses, tables);
    await world.allOnline();
    return world;
  }

  get people(): readonly Player[] {
    return this.tables.flatMap((table) => table.people);
  }

  allOnline(): Promise<void> {
    const away = (): Player[] => this.people.filter(({ online }) => !online);
    return until(
      () => away().length === 0,
      'everybody is back',
      () => `(away: ${namesOf(away())})`,
    );
  }

  async sitDown(): Promise<void> {
    await Promise.all(this.tables.map((table) => table.sitsDown(this.settings)));
  }

  async start(): Promise<void> {
    await Promise.all(this.tables.map((table) => table.starts(typing.keys)));
  }

  async endCoding(): Promise<void> {
    await Promise.all(this.tables.map((table) => table.ends()));
  }

  /** Everybody types, and so many letters of each have been acknowledged. */
  async typed(pushes: number): Promise<void> {
    await until(
      () => this.tables.every(({ s, h }) => [s, h].every((p) => p.acknowledged.length >= pushes)),
      `everybody has ${pushes} acknowledged pushes`,
    );
  }

  /** Every room has played so many turns. */
  async played(turns: number): Promise<void> {
    await until(
      () => this.tables.every(({ watcher }) => watcher.state.battle.turn >= turns),
      `turn ${turns} is played everywhere`,
    );
  }

  /** Every room has come to its result on every page. */
  async finished(): Promise<void> {
    const open = (): Player[] => this.people.filter(({ phase }) => phase !== 'result');
    await until(
      () => open().length === 0,
      'every match has ended',
      () => `(open: ${namesOf(open())})`,
    );
  }

  /** One process dies without a word, and comes back when everybody has found another. */
  async killAndRestart(index: number): Promise<void> {
    const house = this.houses[index % this.houses.length];
    if (house === undefined) throw new Error(`no process ${index}`);
    await house.server.end('SIGKILL');
    await this.allOnline();
    await house.openAgain();
  }

  async close(): Promise<void> {
    for (const table of this.tables) table.close();
    await Promise.all(
      this.houses.map(({ server }) => {
        server.signal('SIGCONT');
        return server.end('SIGKILL');
      }),
    );
    await this.redis.close();
  }
}

function namesOf(people: readonly Player[]): string {
  return people
    .map(({ name, phase, client }) => `${name}: ${phase}, ${client.status.peek().kind}`)
    .join('; ');
}
