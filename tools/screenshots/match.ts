import type { Page } from 'playwright-core';
import { phaseIs, pressMain, typeAtEnd, visit } from '../../tests/browser/support/pages.ts';
import { isLively, pressedByS, typedByH } from './fitting-fields.ts';
import type { Photographer } from './photographer.ts';
import type { Scene } from './scene.ts';
import { everyView, twoViews, viewsOf } from './views.ts';

const room = 'tea-gold-079';

/** A room from its opening to the result, as S, H, a wall and another page show it. */
export const match: Scene = async ({ browser, server, clock, photographer }) => {
  const address = `${server.address}/game/${room}`;
  const wish = { locale: 'en-GB' };
  const { page: s } = await visit(browser, address, wish);
  const { page: h } = await visit(browser, address, wish);
  const { page: wall } = await visit(browser, `${address}?view=stage`, wish);
  const { page: embed } = await visit(browser, `${address}?view=embed`, wish);
  const all = [s, h, wall, embed];
  for (const page of all) await page.locator('.field-host canvas').waitFor();
  await photographer.take(s, 'entry', everyView);
  await pictureDialogs(s, photographer);

  await named(s, 'Ada', 'Good luck! Mind the ladybug.');
  await named(h, 'りんご', 'よろしくお願いします！');
  await pressMain(s, /Salesforce/);
  await pressMain(h, /Heroku/);
  await h.getByTestId('main-action').filter({ hasText: 'Start' }).waitFor();
  await server.makeField(
    room,
    {
      width: 8,
      height: 8,
      turns: 40,
      turnTime: 5000,
      codingTime: 240_000,
    },
    isLively,
  );
  await photographer.take(s, 'entry-both', twoViews);
  await photographer.glimpse(s, '.shout', 'shout-write', () => pressMain(s, /Start/));
  for (const page of all) await phaseIs(page, 'coding');
  await writeAsS(s);
  await typeAtEnd(h, 'p.');
  await photographer.snap(h, 'completion');
  await h.keyboard.press('Backspace');
  await h.keyboard.press('Backspace');
  // As pasted: an editor closes brackets that are typed.
  await h.keyboard.insertText(typedByH);
  await photographer.take(s, 'coding-s', everyView);
  await takeH(h, photographer, 'coding-h');
  await photographer.take(wall, 'wall-coding', viewsOf(1920));
  await pictureTalk(h, photographer);

  await pressMain(s, /Ready/);
  await photographer.take(h, 'coding-ready', twoViews);
  await photographer.glimpse(s, '.shout', 'shout-start', () => pressMain(h, /Ready/));
  for (const page of all) await phaseIs(page, 'running');
  await turnIs(s, 6);
  await photographer.take(s, 'running-s', everyView);
  await takeH(h, photographer, 'running-h');
  await photographer.take(wall, 'wall-running', [...viewsOf(1920), ...viewsOf(1280)]);
  await photographer.take(embed, 'embed-running', viewsOf(360));
  await pictureGrey(s, photographer, 'grey-running');

  clock.hurry(25);
  for (const page of all) {
    await phaseIs(page, 'result');
    await page.getByTestId('result').waitFor({ timeout: 60_000 });
  }
  clock.hurry(1);
  await photographer.take(s, 'result', everyView);
  await photographer.take(wall, 'wall-result', viewsOf(1920));
  await photographer.take(embed, 'embed-result', viewsOf(360));
  await pictureGrey(s, photographer, 'grey-result');
};

async function writeAsS(s: Page): Promise<void> {
  for (const way of pressedByS) await s.locator(`.pad-${way}`).click();
}

/** The page of H: on a phone the panel inside the program begins shut. */
async function takeH(h: Page, photographer: Photographer, what: string): Promise<void> {
  await photographer.take(h, what, [...viewsOf(1280), ...viewsOf(1920)]);
  await h.locator('.watch-head').click();
  await photographer.take(h, what, viewsOf(360));
  await h.locator('.watch-head').click();
}

/** What lies over a room: settings, invitation, and a phone's menu. */
async function pictureDialogs(page: Page, photographer: Photographer): Promise<void> {
  await page.locator('.phase-bar button').click();
  await page.locator('dialog input').first().waitFor();
  await photographer.take(page, 'settings', everyView);
  await page.keyboard.press('Escape');
  await page.locator('.room-head > .button:visible').click();
  await page.locator('.qr path').waitFor({ state: 'attached' });
  await photographer.take(page, 'invite', everyView);
  await page.keyboard.press('Escape');
  await page.setViewportSize({ width: 360, height: 640 });
  await page.locator('.menu-button').click();
  await page.locator('.qr path').waitFor({ state: 'attached' });
  await photographer.take(page, 'menu', viewsOf(360));
  await page.keyboard.press('Escape');
}

/** The talk, opened beside the field and in its tab on a phone. */
async function pictureTalk(page: Page, photographer: Photographer): Promise<void> {
  await page.locator('.talk-open').click();
  await photographer.take(page, 'talk', [...viewsOf(1280), ...viewsOf(1920)]);
  await page.locator('.talk-shut').click();
  await page.setViewportSize({ width: 360, height: 640 });
  await page.locator('.tab-talk').click();
  await photographer.take(page, 'talk', viewsOf(360));
  await page.setViewportSize({ width: 360, height: 640 });
  await page.locator('.tab-heroku').click();
}

/** Somebody says something under a name. */
async function named(page: Page, name: string, words: string): Promise<void> {
  await page.locator('.talk-open').click();
  await page.locator('#nickname').fill(name);
  await page.locator('#nickname').press('Enter');
  await page.locator('.message-form input').fill(words);
  await page.locator('.message-form button').click();
  await page.locator('.message').first().waitFor();
  await page.locator('.talk-shut').click();
}

/** As somebody sees it who sees no colours. */
export async function pictureGrey(
  page: Page,
  photographer: Photographer,
  what: string,
): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setEmulatedVisionDeficiency', { type: 'achromatopsia' });
  await photographer.take(page, what, viewsOf(1280));
  await devtools.send('Emulation.setEmulatedVisionDeficiency', { type: 'none' });
  await devtools.detach();
}

async function turnIs(page: Page, turn: number): Promise<void> {
  await page.waitForFunction(
    (turn) => {
      const text = document.querySelector('[data-testid=board]')?.textContent ?? '';
      return Number(/^turn (\d+)/.exec(text)?.[1] ?? 0) >= turn;
    },
    turn,
    { timeout: 60_000 },
  );
}
