import { describe, expect, test } from 'vitest';
import {
  afterEvent,
  beginConnection,
  statusOf,
  type Connection,
  type ConnectionAction,
  type ConnectionEvent,
} from './connection.ts';

/** A connection through some events; keeps what followed from the last one. */
class Story {
  connection: Connection;
  actions: readonly ConnectionAction[];
  now = 1000;

  constructor(readonly chance = 0.5) {
    ({ connection: this.connection, actions: this.actions } = beginConnection());
  }

  after(...kinds: (ConnectionEvent['kind'] | ConnectionEvent)[]): this {
    for (const kind of kinds) {
      const event = typeof kind === 'string' ? ({ kind } as ConnectionEvent) : kind;
      const step = afterEvent(this.connection, event, this.now, this.chance);
      this.connection = step.connection;
      this.actions = step.actions;
    }
    return this;
  }

  get status(): string {
    return statusOf(this.connection).kind;
  }

  get delay(): number {
    const retry = this.actions.find((action) => action.kind === 'retry after');
    if (retry === undefined) throw new Error('no retry follows');
    return retry.delay;
  }
}

const online = (chance?: number): Story => new Story(chance).after('opened', 'joined');

test('it opens, joins, and is online; only then it is said so', () => {
  const story = new Story();
  expect(story.actions).toEqual([{ kind: 'open', transports: ['websocket', 'polling'] }]);
  expect(story.status).toBe('connecting');
  expect(story.after('opened').actions).toEqual([{ kind: 'join' }]);
  expect(story.status).toBe('connecting');
  expect(story.after('joined').status).toBe('online');
});

describe('a break', () => {
  test('is shown from the moment it was noticed and is mended within a second', () => {
    for (const chance of [0, 0.5, 0.999]) {
      const story = online(chance);
      story.now = 5000;
      story.after('dropped');
      expect(statusOf(story.connection)).toEqual({ kind: 'offline', since: 5000 });
      expect(story.delay).toBeGreaterThanOrEqual(100);
      expect(story.delay).toBeLessThanOrEqual(1000);
    }
  });

  test('keeps its beginning through all retries', () => {
    const story = online().after('dropped');
    story.now = 60_000;
    story.after('retry', 'dropped', 'retry', 'opened', 'silent');
    expect(statusOf(story.connection)).toEqual({ kind: 'offline', since: 1000 });
    expect(story.after('retry', 'opened', 'joined').status).toBe('online');
  });

  test('is retried ever more calmly, never less often than every five seconds', () => {
    const story = online(0.999).after('dropped');
    const delays: number[] = [];
    for (let n = 0; n < 10; n++) delays.push(story.after('retry', 'dropped').delay);
    expect(delays.slice(0, 2).every((delay) => delay <= 2000)).toBe(true);
    expect([...delays].sort((a, b) => a - b)).toEqual(delays);
    expect(Math.max(...delays)).toBeLessThanOrEqual(5000);
  });

  test('spreads the retries of many pages', () => {
    const delays = [0, 0.3, 0.6, 0.9].map((chance) => online(chance).after('dropped').delay);
    expect(new Set(delays).size).toBe(4);
  });

  test('A14 is retried with polling first every second time', () => {
    const story = new Story();
    const first: string[] = [];
    for (let n = 0; n < 4; n++) {
      const [open] = story.after('dropped', 'retry').actions;
      if (open?.kind === 'open') first.push(open.transports[0] ?? '');
    }
    expect(first).toEqual(['polling', 'websocket', 'polling', 'websocket']);
  });

  test('A14 the transport that has worked goes first after a break', () => {
    const story = new Story().after('dropped', 'retry', 'opened', 'joined', 'dropped', 'retry');
    expect(story.actions).toEqual([{ kind: 'open', transports: ['polling', 'websocket'] }]);
  });

  test('is retried at once when the network is back', () => {
    const story = online().after('dropped', 'retry', 'dropped', 'network back');
    expect(story.actions.map(({ kind }) => kind)).toEqual(['open']);
  });

  test('that nobody reported is noticed by silence, and the dead line is dropped', () => {
    const story = online().after('silent');
    expect(story.actions.map(({ kind }) => kind)).toEqual(['drop', 'retry after']);
    expect(story.status).toBe('offline');
    expect(story.after('dropped').actions).toEqual([]);
  });
});

test('A18 a server that goes down says when to come back', () => {
  const story = online(0).after({ kind: 'server closing', delay: 1500 });
  expect(story.status).toBe('online');
  expect(story.after('dropped').delay).toBeGreaterThanOrEqual(1500);
  expect(story.after('retry', 'dropped').delay).toBeLessThan(1500);
});

describe('a join that is refused', () => {
  test.each(['old-page', 'bad-room-name', 'bad-message'] as const)('for %s ends it', (code) => {
    const story = new Story().after('opened', { kind: 'join refused', code });
    expect(statusOf(story.connection)).toEqual({ kind: 'refused', code });
    expect(story.actions).toEqual([{ kind: 'drop' }]);
    expect(story.after('dropped', 'retry', 'network back', 'page shown').actions).toEqual([]);
  });
  test.each(['storage-failed', 'too-fast', 'closing'] as const)('for %s is tried again', (code) => {
    const story = new Story().after('opened', { kind: 'join refused', code });
    expect(story.actions.map(({ kind }) => kind)).toEqual(['drop', 'retry after']);
  });
});

describe('B5 a server that is full', () => {
  const code = 'server-full';
  const full = { kind: 'line refused', code, retryAfter: 20 } as const;

  test('is asked again after the time it names, and the page says why until it is let in', () => {
    const story = new Story().after(full);
    expect(story.actions.map(({ kind }) => kind)).toEqual(['drop', 'retry after']);
    expect(story.delay).toBeGreaterThanOrEqual(20_000);
    const why = { code, details: { retryAfter: 20 } };
    expect(statusOf(story.connection)).toMatchObject({ why });
    expect(statusOf(story.after('retry').connection)).toMatchObject({ why });
    expect(statusOf(story.after('opened').connection)).toMatchObject({ why });
    expect(statusOf(story.after('joined').connection)).toEqual({ kind: 'online' });
  });
  test('is heard over polling, which goes last', () => {
    const story = new Story().after('dropped', 'retry');
    expect(story.actions).toMatchObject([{ transports: ['polling', 'websocket'] }]);
    expect(story.after(full, 'retry').actions).toMatchObject([
      { transports: ['websocket', 'polling'] },
    ]);
  });
  test('costs nobody the room they were in', () => {
    const story = online().after('dropped', 'retry', full);
    expect(story.status).toBe('offline');
    expect(story.after('retry').actions).toMatchObject([{ kind: 'open' }]);
  });
  test('of rooms says so as an answer to the join', () => {
    const join = { kind: 'join refused', code: 'too-many-rooms', retryAfter: 9 } as const;
    const story = new Story().after('opened', join);
    expect(story.delay).toBeGreaterThanOrEqual(9000);
    expect(statusOf(story.connection)).toMatchObject({ why: { code: 'too-many-rooms' } });
  });
  test('of new people ends it: a cookie comes with a page', () => {
    const story = new Story().after({ ...full, code: 'too-many-people' });
    expect(statusOf(story.connection)).toEqual({ kind: 'refused', code: 'too-many-people' });
  });
});

describe('A17 a server that does not take this browser', () => {
  test('is not asked again', () => {
    const code = 'no-session';
    const first = new Story().after({ kind: 'line refused', code });
    const later = online().after('dropped', 'retry', { kind: 'line refused', code });
    for (const story of [first, later]) {
      expect(statusOf(story.connection)).toEqual({ kind: 'refused', code });
      expect(story.actions).toEqual([{ kind: 'drop' }]);
      expect(story.after('dropped', 'retry', 'network back', 'page shown').actions).toEqual([]);
    }
  });
  test('changes nothing when it comes too late', () => {
    const late = { kind: 'line refused', code: 'no-session' } as const;
    expect(online().after(late).status).toBe('online');
    expect(online().after('page left', late, 'page shown').actions).toMatchObject([
      { kind: 'open' },
    ]);
  });
});

describe('a page', () => {
  test('that was left tries no more', () => {
    const story = online().after('page left');
    expect(story.actions).toEqual([{ kind: 'drop' }]);
    expect(story.after('dropped', 'retry', 'network back', 'silent').actions).toEqual([]);
  });
  test('that the browser brings back connects at once', () => {
    const story = online().after('page left', 'page shown');
    expect(story.actions.map(({ kind }) => kind)).toEqual(['open']);
  });
  test('that closed its room tries no more, whatever comes', () => {
    const story = online().after('close');
    expect(story.actions).toEqual([{ kind: 'drop' }]);
    expect(story.after('dropped', 'retry', 'page shown', 'network back').actions).toEqual([]);
    expect(statusOf(story.connection)).toEqual({ kind: 'refused', code: 'closed' });
  });
});

test('reports of a line that was given up already change nothing', () => {
  const story = online().after('dropped');
  const { connection } = story;
  story.after('opened', 'joined', 'dropped', 'silent');
  expect(story.connection).toBe(connection);
});
