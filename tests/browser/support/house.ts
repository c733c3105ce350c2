import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import type { Settings } from '../../../shared/battle/index.ts';
import { openBrowser, phaseIs, pressMain, visit, type Visitor } from './pages.ts';
import { servePages, type PageServer } from './server.ts';

/** A browser for one file of tests, and a new server with everybody who came for each test. */
export interface House {
  readonly browser: Browser;
  readonly server: PageServer;
  /** Everybody who has come in this test, in order. */
  readonly visitors: readonly Visitor[];
  /** Somebody new opens a page of the server. */
  come(path: string, options?: Parameters<typeof visit>[2]): Promise<Page>;
  /** Two in a room, coding, on a field made by these wishes. */
  duel(room: string, wished: Partial<Settings>): Promise<readonly [Page, Page]>;
}

/** Sets a house up for a file of tests; after each test no page may have complained. */
export function openHouse(): House {
  let browser: Browser | null = null;
  let server: PageServer | null = null;
  let visitors: Visitor[] = [];
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
  });
  beforeEach(async () => {
    server = await servePages();
  });
  afterEach(async () => {
    const complaints = visitors.flatMap((visitor) => visitor.complaints);
    for (const { page } of visitors) await page.context().close();
    visitors = [];
    await server?.close();
    expect(complaints).toEqual([]);
  });
  const house: House = {
    get browser() {
      return there(browser);
    },
    get server() {
      return there(server);
    },
    get visitors() {
      return visitors;
    },
    come: async (path, options = {}) => {
      const visitor = await visit(house.browser, `${house.server.address}${path}`, options);
      visitors.push(visitor);
      return visitor.page;
    },
    duel: async (room, wished) => {
      const s = await house.come(`/game/${room}`);
      const h = await house.come(`/game/${room}`);
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

function there<T>(thing: T | null): T {
  if (thing === null) throw new Error('the house is not open yet');
  return thing;
}
