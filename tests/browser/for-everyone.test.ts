import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { seriousFindings } from './support/axe.ts';
import { openHouse } from './support/house.ts';
import { phaseIs } from './support/pages.ts';
import { codingStory, sam, seatedStory } from './support/rooms.ts';
import { operatorsToken } from './support/server.ts';

const house = openHouse();

const desk = { width: 1280, height: 720 };
const phone = { width: 360, height: 640 };

/** Pages of their own address, and what is there once they are ready. */
const pages = [
  ['/', '#room-name'],
  ['/help', '.help'],
  ['/help/language', '.language-help'],
  ['/replay', '.file-door'],
  ['/learn', '[data-testid=learn] canvas'],
  ['/game/no room', '.missing'],
  ['/nowhere', '.missing'],
] as const;

// Colours hang on the paper alone, room on size and language: two visits see all of them.
describe.each([
  ['light', desk, 'en-GB'],
  ['dark', phone, 'ja-JP'],
] as const)('%s paper, %o, %s: axe finds nothing serious', (colorScheme, viewport, locale) => {
  const options = { colorScheme, viewport, locale };
  const come = (path: string, as?: typeof sam): Promise<Page> =>
    house.come(path, as === undefined ? options : { ...options, as });

  /** What axe finds, and whether the page is wider than the screen. */
  async function lookedAt(page: Page, screen: string): Promise<string[]> {
    const found = (await seriousFindings(page)).map((finding) => `${screen}: ${finding}`);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    return wide > viewport.width ? [...found, `${screen}: ${wide} wide`] : found;
  }

  /** Which stops of Tab are not seen; where there is a keyboard for sure. */
  function stopsLookedAt(page: Page): Promise<readonly string[]> {
    return viewport === desk ? hiddenStops(page) : Promise.resolve([]);
  }

  test('the pages around the game, and the focus is seen wherever Tab leads', async () => {
    house.forgives(/404/);
    const page = await come('/ops');
    const found: string[] = [];
    const visit = async (screen: string): Promise<void> => {
      found.push(...(await lookedAt(page, screen)));
      // One with as many links as there are names takes longer to walk through than it tells.
      if (screen !== '/help/language') found.push(...(await stopsLookedAt(page)));
    };
    await page.locator('#ops-token').waitFor();
    await visit('/ops');
    await page.locator('#ops-token').fill(operatorsToken);
    await page.keyboard.press('Enter');
    await page.locator('.uplot').first().waitFor();
    found.push(...(await lookedAt(page, 'ops')));
    for (const [path, ready] of pages) {
      await page.goto(house.server.address + path);
      await page.locator(ready).first().waitFor();
      await visit(path);
    }
    expect(found).toEqual([]);
  });

  test('a room from entry to result, its wall and its embedded view', async () => {
    const room = `everyone-${locale}`;
    await house.server.tell(seatedStory(room, { turns: 3, turnTime: 300 }, { salesforce: sam }));
    const found: string[] = [];
    const s = await come(`/game/${room}`, sam);
    const check = async (screen: string, page = s): Promise<void> => {
      found.push(...(await lookedAt(page, screen)));
    };
    await s.locator('[data-testid=room] canvas').waitFor();
    await check('entry');
    found.push(...(await stopsLookedAt(s)));
    await s.locator('.phase-bar button').click();
    await s.locator('dialog').waitFor();
    await check('settings');
    await s.keyboard.press('Escape');
    const inviting = viewport === phone ? '.menu-button' : '.room-head > .button';
    await s.locator(`${inviting}:visible`).click();
    await s.locator('.qr path').waitFor({ state: 'attached' });
    await check('invite');
    await s.keyboard.press('Escape');
    const wall = await come(`/game/${room}?view=stage`);
    const embed = await come(`/game/${room}?view=embed`);
    for (const page of [wall, embed]) {
      await page.locator('[data-testid=room] canvas').waitFor();
      found.push(...(await stopsLookedAt(page)));
    }
    await s.getByTestId('main-action').click();
    await phaseIs(s, 'coding');
    await s.locator('.pad-right').click();
    await check('coding');
    await s.locator('.talk-open:visible, .tab-talk:visible').click();
    await s.locator('.message-form').waitFor();
    await check('talk');
    await s.locator('.talk-shut:visible, .tab-salesforce:visible').click();
    await check('wall', wall);
    await check('embed', embed);
    // The run stands still while it is looked at.
    house.clock.hold();
    await s.getByTestId('main-action').click();
    for (const page of [s, wall]) {
      await phaseIs(page, 'running');
      await check('running', page);
    }
    house.clock.goOn();
    await s.locator('.result').waitFor();
    await check('result');
    await phaseIs(wall, 'result');
    await check('wall, result', wall);
    expect(found).toEqual([]);
  });
});

/** Presses Tab until it comes round; answers the stops on the way that cannot be seen. */
async function hiddenStops(page: Page): Promise<string[]> {
  const hidden: string[] = [];
  let stops = 0;
  let inEditor = true;
  for (; stops < 60; stops++) {
    // An editor keeps Tab for itself until then.
    if (inEditor) await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const { activeElement: at } = document;
      if (at === null || at === document.body) return null;
      // A field for files is seen by its label, an editor by the frame of its program.
      const shown = at.closest('label, .cm-editor') ?? at;
      const { outlineStyle } = getComputedStyle(shown);
      const { width, height, bottom, top } = shown.getBoundingClientRect();
      const seen =
        outlineStyle !== 'none' &&
        Math.min(width, height) > 8 &&
        bottom > 0 &&
        top < innerHeight &&
        at.closest('[aria-hidden=true]') === null;
      const inEditor = at.closest('.cm-editor') !== null;
      return { seen, inEditor, what: `${at.tagName} ${at.className}` };
    });
    if (stop === null) break;
    ({ inEditor } = stop);
    if (!stop.seen) hidden.push(stop.what);
  }
  expect(stops).toBeGreaterThan(0);
  expect(stops).toBeLessThan(60);
  return hidden;
}

describe('at 200 % zoom', () => {
  // Twice as large letters on 1280 × 720 are a page of 640 × 360, as is a phone held sideways.
  const zoomed = { viewport: { width: 640, height: 360 }, deviceScaleFactor: 2 };

  test('the room: nothing is cut off, S sees the program and every button of the pad', async () => {
    await house.server.tell(codingStory('zoomed', {}, { salesforce: sam }));
    const page = await house.come('/game/zoomed', { as: sam, ...zoomed });
    await phaseIs(page, 'coding');
    await page.locator('.pad-repeat').click();
    await page.locator('.pad-up').click();
    await page.locator('.cm-line').filter({ hasText: 'p.up()' }).waitFor();
    expect(await cutOff(page, '.pad button, [data-testid=main-action], .tab')).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      640,
    );
    const lines = await page.locator('.side-salesforce .cm-scroller').boundingBox();
    expect(lines?.height).toBeGreaterThan(50);
  });

  test('the first match: every button is there, and lies over nothing; on phones it is as wide as they', async () => {
    const page = await house.come('/learn', zoomed);
    await page.locator('.learn canvas').waitFor();
    await page.locator('.pad-right').click();
    expect(await cutOff(page, '.learn button, .learn a, .learn .line')).toEqual([]);
    const width = () => page.evaluate(() => document.documentElement.scrollWidth);
    expect(await width()).toBeLessThanOrEqual(640);
    // 360 × 640 stands in the visits above.
    await page.setViewportSize({ width: 390, height: 844 });
    await expect.poll(width).toBe(390);
  });
});

/** What of these is not wholly on the page, or has something else over its middle. */
function cutOff(page: Page, selector: string): Promise<string[]> {
  return page.evaluate((selector) => {
    const found: string[] = [];
    for (const part of document.querySelectorAll(selector)) {
      const { left, right, top, bottom, width, height } = part.getBoundingClientRect();
      if (width === 0) continue;
      const over = document.elementFromPoint(left + width / 2, top + height / 2);
      const inside = left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
      if (inside && over !== null && part.contains(over)) continue;
      found.push(
        `${part.className} ${part.textContent ?? ''} under ${over?.className ?? 'nothing'}`,
      );
    }
    return found;
  }, selector);
}
