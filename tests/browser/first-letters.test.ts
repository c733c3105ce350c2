import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openHouse } from './support/house.ts';
import { patience, phaseIs, pressMain } from './support/pages.ts';

const house = openHouse();

/** Where the keys of a page go. */
const focused = (page: Page) => () =>
  page.evaluate(() => {
    const active = document.activeElement;
    const seat = active?.closest<HTMLElement>('[data-seat]')?.dataset['seat'] ?? 'no side';
    return `${seat} ${active?.className.split(' ', 1)[0] ?? ''}`;
  });

const state = (room: string) => house.server.stateOf(room);
const programs = async (room: string) => {
  const { documents } = await state(room);
  return [documents.salesforce.text, documents.heroku.text].map((text) =>
    text.slice(text.indexOf('\n') + 1),
  );
};

test('R12 R22 what owners type at the very start is written, started by mouse, by the other, and again', async () => {
  const [s, h] = await house.clickedDuel('typed-at-once', { turns: 1, turnTime: 500 });
  // H pressed Start by mouse, S looked on: both type at once, without a click.
  await h.keyboard.type('let x = 2;\n');
  for (const key of ['ArrowRight', 'ArrowDown']) await s.keyboard.press(key);
  await expect
    .poll(() => programs('typed-at-once'), patience)
    .toEqual(['p.right();\np.down();\n', 'let x = 2;\n']);
  const { phase } = await state('typed-at-once');
  expect(phase).toMatchObject({ kind: 'coding', ready: { salesforce: false, heroku: false } });

  // Ready by mouse and taken back; the letters still go into the program.
  await pressMain(h, /Ready/);
  await pressMain(h, /Not ready/);
  await expect
    .poll(async () => (await state('typed-at-once')).phase, patience)
    .toMatchObject({
      ready: { heroku: false },
    });
  await h.keyboard.type('x = 3;');
  // Loaded again in the middle of coding: the caret is behind what stands there.
  await expect.poll(async () => (await programs('typed-at-once'))[1], patience).toMatch(/x = 3;$/);
  await h.reload();
  await expect.poll(focused(h), patience).toBe('heroku cm-content');
  await h.keyboard.type('\nx = 4;');
  await expect
    .poll(async () => (await programs('typed-at-once'))[1], patience)
    .toBe('let x = 2;\nx = 3;\nx = 4;');

  // Of the run nothing passes before it was looked at.
  house.clock.hold();
  await pressMain(s, /Ready/);
  await pressMain(h, /Ready/);
  await phaseIs(s, 'running');
  expect(await focused(h)()).toBe('heroku cm-content');
  house.clock.goOn();
  await phaseIs(s, 'result');
  // Who talks when the next match begins goes on talking.
  await pressMain(s, /Play again/);
  await phaseIs(h, 'entry');
  await h.locator('.talk-open').click();
  await h.locator('.message-form input').fill('wait');
  await pressMain(s, /Start/);
  await phaseIs(h, 'coding');
  await expect.poll(focused(s), patience).toBe('salesforce cm-content');
  await h.keyboard.type(' for me');
  expect(await h.locator('.message-form input').inputValue()).toBe('wait for me');
});

test('R11 R12 double clicks and held keys press once; of two seats the last taken has the keys', async () => {
  const page = await house.come('/game/twice');
  await page.getByTestId('main-action').dblclick();
  await page.getByTestId('main-action').filter({ hasText: /Start/ }).waitFor();
  expect((await state('twice')).phase.kind).toBe('entry');
  await page.getByRole('button', { name: /Take this seat: Heroku/ }).dblclick();
  await page.getByRole('button', { name: /Leave: Heroku/ }).waitFor();
  await page.getByTestId('main-action').filter({ hasText: /Start/ }).dblclick();
  await phaseIs(page, 'coding');
  await expect.poll(focused(page), patience).toBe('heroku cm-content');
  expect((await state('twice')).phase.kind).toBe('coding');
  await page.locator('.side-salesforce .cm-content').click();
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => programs('twice'), patience).toEqual(['p.left();\n', '']);

  // Whoever plays is asked before they leave, and the start page knows the way back.
  await page.locator('.room-head .brand').click();
  await page.getByRole('button', { name: 'Stay' }).click();
  expect(new URL(page.url()).pathname).toBe('/game/twice');
  const questions: string[] = [];
  house.spoils(page);
  page.on('dialog', (dialog) => {
    questions.push(dialog.type());
    void dialog.accept();
  });
  await page.reload();
  expect(questions).toEqual(['beforeunload']);
  await page.locator('.room-head .brand').click();
  await page.getByRole('button', { name: 'Leave the page' }).click();
  await page.getByRole('link', { name: 'Back to your match in twice' }).click();
  await phaseIs(page, 'coding');
  expect(questions).toHaveLength(1);
  // What it shows it says itself, in its own languages.
  expect(await page.evaluate(() => document.documentElement.translate)).toBe(false);
});

test('R11 R22 a key held on Start neither presses Ready nor writes; S and H start by key', async () => {
  const page = await house.come('/game/held');
  await page.getByRole('button', { name: /Take this seat: Heroku/ }).click();
  const start = page.getByTestId('main-action').filter({ hasText: /Start/ });
  await start.and(page.locator(':not([aria-disabled])')).focus();
  await page.keyboard.down('Enter');
  await phaseIs(page, 'coding');
  await expect.poll(focused(page), patience).toBe('heroku cm-content');
  for (let repeats = 0; repeats < 5; repeats++) await page.keyboard.down('Enter');
  await page.keyboard.up('Enter');
  await page.keyboard.type('a\n');
  await expect.poll(() => programs('held'), patience).toEqual(['', 'a\n']);
  expect((await state('held')).phase.kind).toBe('coding');

  // The list of names: Enter on a whole one makes a line, Tab takes what is chosen, else it indents.
  const list = page.locator('.cm-tooltip-autocomplete');
  const listed = async (text: string): Promise<void> => {
    await page.keyboard.type(text, { delay: 20 });
    await list.waitFor();
  };
  await page.waitForSelector('[data-testid=side-heroku] .cm-content[aria-autocomplete]');
  await listed('p.up');
  await page.keyboard.press('Enter');
  await list.waitFor({ state: 'detached' });
  await listed('p.do');
  await page.keyboard.press('Tab');
  await page.keyboard.type(';\n');
  await page.keyboard.press('Tab');
  await listed('p.le');
  const chosen = list.locator('[aria-selected]');
  // A list that has only just come up does not take the arrows yet.
  await page.keyboard.type('ft', { delay: 60 });
  // Gone to by the arrows it is meant, typed whole or not.
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await expect.poll(() => chosen.textContent(), patience).toMatch(/^left/);
  await page.keyboard.press('Enter');
  await expect
    .poll(async () => (await programs('held'))[1], patience)
    .toBe('a\np.up\np.down();\n  p.left()');
});

test('R22 on a phone no text is focused unasked, and the keys of a real keyboard still arrive', async () => {
  const phone = { viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true };
  const page = await house.come('/game/thumb', phone);
  await page.locator('.tab-heroku').tap();
  const main = page.getByTestId('main-action');
  await main.filter({ hasText: /Play Heroku/ }).tap();
  await main.filter({ hasText: /Start/ }).tap();
  await phaseIs(page, 'coding');
  await expect.poll(focused(page), patience).toBe('heroku program');
  await page.keyboard.type('let y = 1;');
  await expect.poll(async () => (await programs('thumb'))[1], patience).toBe('let y = 1;');
});
