import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openHouse, type Coming } from './support/house.ts';
import { patience, phaseIs, pressMain } from './support/pages.ts';
import { codingStory, sam } from './support/rooms.ts';

const house = openHouse();

/** Sam comes to a room in which he codes alone, in a browser that was made worse first. */
async function comeAlone(room: string, before: Coming['before']): Promise<Page> {
  const short = { turns: 2, turnTime: 150 };
  await house.server.tell(codingStory(room, short, { salesforce: sam }));
  return house.come(`/game/${room}`, before === undefined ? { as: sam } : { as: sam, before });
}

/** A short match as S by its buttons, to the end. */
async function playAlone(page: Page, room: string): Promise<void> {
  await phaseIs(page, 'coding');
  await page.getByRole('button', { name: 'Right', exact: true }).click();
  await pressMain(page, /Ready/);
  await phaseIs(page, 'result');
  await page.locator('.result').waitFor();
  expect((await house.server.stateOf(room)).documents.salesforce.text).toContain('p.right();');
}

test('with drawings and fonts blocked a match is played on the field as text', async () => {
  house.forgives(/net::ERR_FAILED|Failed to fetch/);
  const page = await comeAlone('no-art', (page) =>
    page.route(/\.(svg|woff2|png|jpg)(\?|$)/, (route) => route.abort()),
  );
  await page.locator('.field-failed').waitFor();
  expect(await page.locator('.field-text:not(.unseen) pre').isVisible()).toBe(true);
  // No torn signs where drawings should be.
  await expect.poll(() => page.locator('.drawing-picture:visible').count(), patience).toBe(0);
  await playAlone(page, 'no-art');
});

test('with the drawing code missing a match is played on the field as text', async () => {
  house.forgives(/net::ERR_FAILED|Failed to fetch/);
  const page = await comeAlone('no-stage', (page) =>
    page.route(/stage-.*\.js/, (route) => route.abort()),
  );
  await page.locator('.field-failed').waitFor();
  await playAlone(page, 'no-stage');
});

test('storage and audio forbidden: nothing is remembered, everything is played', async () => {
  const page = await comeAlone('no-storage', (page) =>
    page.addInitScript({
      content: `
        for (const name of ['localStorage', 'sessionStorage']) {
          Object.defineProperty(window, name, {
            get() { throw new DOMException('denied', 'SecurityError'); },
          });
        }
        window.AudioContext = class { constructor() { throw new DOMException('no', 'NotAllowedError'); } };
      `,
    }),
  );
  await page.locator('.sound-switch:visible').click();
  await expect
    .poll(() => page.locator('.sound-switch:visible').getAttribute('aria-pressed'), patience)
    .toBe('true');
  await page.locator('.switches:visible button').last().click();
  await expect
    .poll(() => page.evaluate(() => document.documentElement.dataset['theme']), patience)
    .toBe('dark');
  await playAlone(page, 'no-storage');
});

test('R34 a name of three hundred combining marks stays in its place', async () => {
  const page = await house.come('/game/marks');
  await page.getByTestId('main-action').waitFor();
  await page.getByRole('button', { name: 'Talk' }).click();
  const field = page.locator('#nickname');
  await field.evaluate((input: HTMLInputElement) => input.removeAttribute('maxlength'));
  await field.fill(`Z${'\u0334\u0352\u036d\u0489'.repeat(75)}`);
  await field.press('Enter');
  await page.locator('.message-form input').fill(`hello ${'\u0352'.repeat(280)}`);
  await page.locator('.message-form button').click();
  await page.locator('.message').waitFor();
  await pressMain(page, /Salesforce/);
  await page.getByTestId('owner-salesforce').waitFor();
  // The ink of a mark reaches over its box; the box, and what it would paint on, stay where they are.
  const heights = await page.evaluate(() =>
    ['[data-testid=owner-salesforce]', '.message'].map(
      (selector) => document.querySelector(selector)?.getBoundingClientRect().height ?? 999,
    ),
  );
  for (const height of heights) expect(height).toBeLessThan(90);
  const clipped = await page.evaluate(() =>
    ['.owner-name', '.message-name'].map((selector) => {
      const element = document.querySelector(selector);
      return element === null ? 'none' : getComputedStyle(element).overflow;
    }),
  );
  for (const overflow of clipped) expect(['hidden', 'clip']).toContain(overflow);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1280);
});
