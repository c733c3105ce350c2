import type { CDPSession, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openHouse } from './support/house.ts';
import { patience, phaseIs, pressMain, programOn, typeAtEnd } from './support/pages.ts';
import { codingStory, sam } from './support/rooms.ts';

const house = openHouse();

/** Writes by an input method: the letters change under way, then are chosen. */
async function compose(cdp: CDPSession, stages: readonly string[], chosen: string): Promise<void> {
  for (const text of stages) {
    const end = text.length;
    await cdp.send('Input.imeSetComposition', { text, selectionStart: end, selectionEnd: end });
  }
  await cdp.send('Input.insertText', { text: chosen });
}

const code = (page: Page) => page.locator('[data-testid=side-heroku] .cm-content');

test('R12 Japanese written by an input method reaches everybody whole, also while somebody pushes in between', async () => {
  const [s, h] = await house.duel('composed', {});
  const cdp = await h.context().newCDPSession(h);
  await typeAtEnd(h, '// ');
  await compose(cdp, ['ｋ', 'か', 'かｎ', 'かん', 'かんｊ', 'かんじ'], '漢字');
  await h.keyboard.type('\np.wait();\n');
  await expect.poll(() => programOn(s, 'heroku'), patience).toMatch(/\/\/ 漢字\np\.wait\(\);\n$/);
  expect(await programOn(h, 'heroku')).toBe(await programOn(s, 'heroku'));
  for (let i = 0; i < 3; i++) await h.keyboard.press('Control+Z');
  await expect.poll(() => programOn(s, 'heroku'), patience).not.toContain('漢字');
});

test('R17 R18 a line composed while it is read is locked as it stood, and the rest goes on behind it', async () => {
  const [s, h] = await house.duel('composing', { turnTime: 400, turns: 40 });
  await typeAtEnd(h, 'p.wait(2);\n// ');
  const cdp = await h.context().newCDPSession(h);
  // No turn is played before H is at it.
  house.clock.hold();
  await pressMain(s, /Ready/);
  await pressMain(h, /Ready/);
  await phaseIs(h, 'running');
  await code(h).click();
  await h.keyboard.press('Control+End');
  const state = () => house.server.stateOf('composing');
  // Goes on composing in one line until the reader has been there, and then once more.
  let written = 0;
  house.clock.goOn();
  while ((await state()).battle.turn < 5) {
    await compose(cdp, ['ｋ', 'か', 'かい'], '回');
    written += 1;
  }
  const { text, lockedTo } = (await state()).documents.heroku;
  const locked = text.slice(0, lockedTo);
  await compose(cdp, ['ｓ', 'さ'], '最後');
  await expect.poll(() => programOn(s, 'heroku'), patience).toContain('最後');
  expect(written).toBeGreaterThan(0);
  expect((await programOn(s, 'heroku')).startsWith(locked)).toBe(true);
  await expect
    .poll(async () => (await programOn(h, 'heroku')) === (await programOn(s, 'heroku')), patience)
    .toBe(true);
  expect(await programOn(s, 'heroku')).toBe((await state()).documents.heroku.text);
  await code(h).click();
  await h.keyboard.press('Control+Home');
  await compose(cdp, ['ｓ', 'さ'], '先頭');
  await expect
    .poll(
      async () => (await programOn(h, 'heroku')) === (await state()).documents.heroku.text,
      patience,
    )
    .toBe(true);
  expect((await programOn(s, 'heroku')).startsWith(locked)).toBe(true);
  expect(locked).not.toContain('先頭');
});

test('R22 S plays by thumb on a phone, and no keyboard comes up', async () => {
  const phone = {
    viewport: { width: 360, height: 640 },
    hasTouch: true,
    isMobile: true,
    deviceScaleFactor: 2,
  };
  const s = await house.come('/game/thumbs', phone);
  const watcher = await house.come('/game/thumbs');
  await s
    .getByTestId('main-action')
    .filter({ hasText: /Salesforce/ })
    .tap();
  await s.getByTestId('main-action').filter({ hasText: /Start/ }).waitFor();
  await house.server.makeField('thumbs', { turns: 3, turnTime: 200 });
  await s.getByTestId('main-action').filter({ hasText: /Start/ }).tap();
  await phaseIs(s, 'coding');
  const opening = await programOn(watcher, 'salesforce');
  for (const name of ['Right', 'Down', 'Up']) {
    await s.getByRole('button', { name, exact: true }).tap();
  }
  await expect
    .poll(() => programOn(watcher, 'salesforce'), patience)
    .toBe(`${opening}p.right();\np.down();\np.up();\n`);
  await s.locator('[data-testid=side-salesforce] .cm-line', { hasText: 'p.down' }).tap();
  await s.getByRole('button', { name: 'Left', exact: true }).tap();
  await expect
    .poll(() => programOn(watcher, 'salesforce'), patience)
    .toBe(`${opening}p.right();\np.left();\np.down();\np.up();\n`);
  const modes = await s
    .locator('[data-testid=side-salesforce] .cm-content')
    .evaluate((content: HTMLElement) => content.inputMode);
  expect(modes).toBe('none');
  await s.getByTestId('main-action').filter({ hasText: /Ready/ }).tap();
  await phaseIs(s, 'result');
  const wide = await s.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  expect(wide).toBe(false);
});

test('R22 H types on a phone, where letters come as text and not as keys', async () => {
  const phone = { viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true };
  const h = await house.come('/game/typing-thumbs', phone);
  const watcher = await house.come('/game/typing-thumbs');
  await h
    .getByTestId('main-action')
    .filter({ hasText: /Salesforce/ })
    .waitFor();
  await h
    .getByRole('button', { name: /Heroku/ })
    .first()
    .tap();
  await h.getByRole('button', { name: /Take.*Heroku/ }).tap();
  await h.getByTestId('main-action').filter({ hasText: /Start/ }).tap();
  await phaseIs(h, 'coding');
  await code(h).tap();
  await h.keyboard.press('Control+End');
  for (const text of ['p', '.', 'wait', '(2)', ';']) await h.keyboard.insertText(text);
  await h.keyboard.press('Enter');
  await expect.poll(() => programOn(watcher, 'heroku'), patience).toMatch(/p\.wait\(2\);\n$/);
});

test('R17 on a phone the program of S follows its running line while S rests', async () => {
  const story = codingStory('rests', { turns: 30, turnTime: 600 }, { salesforce: sam });
  story.types(sam, 'salesforce', 'p.left();\np.right();\n'.repeat(7));
  await house.server.tell(story);
  const phone = { viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true };
  const s = await house.come('/game/rests', { as: sam, ...phone });
  await phaseIs(s, 'coding');
  const inView = (selector: string) => () =>
    s.evaluate((selector) => {
      const pane = document.querySelector('.side-salesforce .cm-scroller')?.getBoundingClientRect();
      const line = document.querySelector(selector)?.getBoundingClientRect();
      return (
        pane !== undefined &&
        line !== undefined &&
        line.top >= pane.top &&
        line.bottom <= pane.bottom
      );
    }, selector);
  // What is written stands at the end, where S looks from now on.
  await s.locator('.pad-left').tap();
  await s.locator('.pad-right').tap();
  const first = inView('.side-salesforce .cm-opening');
  await expect.poll(first, patience).toBe(false);
  await pressMain(s, /Ready/);
  await phaseIs(s, 'running');
  await expect.poll(inView('.side-salesforce .cm-running'), patience).toBe(true);
  // And what comes next stands below it.
  await expect.poll(inView('.side-salesforce .cm-up-next'), patience).toBe(true);
});
