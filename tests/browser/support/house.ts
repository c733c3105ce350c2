import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { sessionCookie } from '../../../server/session.ts';
import type { Settings } from '../../../shared/battle/index.ts';
import type { Person } from '../../../shared/room/index.ts';
import { HeldClock } from '../../support/held-clock.ts';
import { comeWith, sendHome } from './browsers.ts';
import { moving, phaseIs, pressMain, type Visitor } from './pages.ts';
import { codingStory, hana, sam } from './rooms.ts';
import { servePages, type PageServer, type PageServerWish } from './server.ts';

/** How somebody comes: with a browser like this, and as somebody the server knows already. */
export interface Coming extends BrowserContextOptions {
  readonly as?: Person;
  /** Another address of the same server, for example the far end of a slow line. */
  readonly through?: string;
  /** What is done to the page before it goes there. */
  readonly before?: (page: Page) => Promise<unknown>;
}

/** A server for one file of tests, and everybody who has come in one test. */
export interface House {
  readonly server: PageServer;
  /** The clock of the server, which may be held. */
  readonly clock: HeldClock;
  /** Everybody who has come in this test, in order. */
  readonly visitors: readonly Visitor[];
  /** Somebody opens a page of the server in a browser of their own. */
  come(path: string, coming?: Coming): Promise<Page>;
  /** What pages may complain of in this test. */
  forgives(complaints: RegExp): void;
  /** Something is set on this page for good, so that no other test may use it. */
  spoils(page: Page): void;
  /** Sam at S and Hana at H, coding, on a roomy field with these settings. */
  duel(
    room: string,
    wished?: Partial<Settings>,
    coming?: BrowserContextOptions,
  ): Promise<readonly [Page, Page]>;
  /** The same of two strangers who sit down and start by mouse, where that is what a test is about. */
  clickedDuel(room: string, wished: Partial<Settings>): Promise<readonly [Page, Page]>;
}

/** Sets a house up for a file of tests; after each test no page may have complained. */
export function openHouse(wish: Omit<PageServerWish, 'clock'> = {}): House {
  const clock = new HeldClock();
  let server: PageServer | null = null;
  let visitors: Visitor[] = [];
  let forgiven: RegExp[] = [];
  let spoilt = new Set<Page>();
  beforeAll(async () => {
    server = await servePages({ ...wish, clock });
  });
  afterAll(async () => {
    await server?.close();
  });
  afterEach(async ({ task }) => {
    const all = visitors.flatMap((visitor) => visitor.complaints);
    const complaints = all.filter((complaint) => !forgiven.some((what) => what.test(complaint)));
    if (task.result?.state === 'fail') for (const { page } of visitors) spoilt.add(page);
    const leaving = sendHome(house.server.address, spoilt);
    visitors = [];
    forgiven = [];
    spoilt = new Set();
    clock.goOn();
    await leaving;
    expect(complaints.join('\n')).toBe('');
  });
  const house: House = {
    get server() {
      if (server === null) throw new Error('the house is not open yet');
      return server;
    },
    clock,
    get visitors() {
      return visitors;
    },
    forgives: (complaints) => {
      forgiven.push(complaints);
    },
    spoils: (page) => {
      spoilt.add(page);
    },
    come: async (path, { as, through, before, ...options } = {}) => {
      const address = through ?? house.server.address;
      const visitor = await comeWith(options);
      visitors.push(visitor);
      if (as !== undefined) {
        const cookie = { name: sessionCookie, value: house.server.cookieOf(as), url: address };
        await visitor.page.context().addCookies([cookie]);
      }
      if (before !== undefined) house.spoils(visitor.page);
      await before?.(visitor.page);
      await visitor.page.goto(`${address}${path}`);
      return visitor.page;
    },
    duel: async (room, wished = {}, coming = {}) => {
      await house.server.tell(codingStory(room, wished));
      const s = await house.come(`/game/${room}`, { ...coming, as: sam });
      const h = await house.come(`/game/${room}`, { ...coming, as: hana });
      for (const page of [s, h]) await phaseIs(page, 'coding');
      return [s, h];
    },
    clickedDuel: async (room, wished) => {
      const s = await house.come(`/game/${room}`, moving);
      const h = await house.come(`/game/${room}`, moving);
      await pressMain(s, /Salesforce/);
      await pressMain(h, /Heroku/);
      await house.server.makeField(room, wished);
      await pressMain(h, /Start/);
      for (const page of [s, h]) await phaseIs(page, 'coding');
      return [s, h];
    },
  };
  return house;
}
