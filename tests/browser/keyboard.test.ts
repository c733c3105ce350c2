import { expect, test } from 'vitest';
import { openHouse } from './support/house.ts';
import { patience, phaseIs, programOn, tabTo } from './support/pages.ts';

const house = openHouse();

/** The one obvious button, once it does something: it rests after its meaning has changed. */
const mainAction = '[data-testid=main-action]:not([aria-disabled])';

test('R22 S and H play a whole match by keyboard alone: from the start page to the result, in program and pad', async () => {
  // S comes through the start page, H by the link of the room.
  const s = await house.come('/');
  await tabTo(s, '#room-name');
  await s.keyboard.press('Control+A');
  await s.keyboard.type('keys');
  await s.keyboard.press('Enter');
  await phaseIs(s, 'entry');
  await tabTo(s, mainAction);
  await s.keyboard.press('Enter');
  await s.getByTestId('main-action').filter({ hasText: /Start/ }).waitFor();
  const h = await house.come('/game/keys');
  await h.getByTestId('main-action').filter({ hasText: 'Heroku' }).waitFor();
  await tabTo(h, mainAction);
  await h.keyboard.press('Enter');
  await h.getByTestId('main-action').filter({ hasText: 'Start' }).waitFor();
  await house.server.makeField('keys', { turns: 4, turnTime: 300 });
  await tabTo(h, mainAction);
  await h.keyboard.press('Enter');
  for (const page of [s, h]) await phaseIs(page, 'coding');

  // H is told the way out of the editor.
  await tabTo(h, '.side-heroku .cm-content');
  const described = await h.evaluate(() => {
    const id = document.activeElement?.getAttribute('aria-describedby') ?? '';
    return document.getElementById(id)?.textContent ?? '';
  });
  expect(described).toMatch(/Escape.*Tab/);
  await h.keyboard.press('Control+End');
  await h.keyboard.type('p.left();\n');
  await expect.poll(() => programOn(s, 'heroku'), patience).toContain('p.left();');

  // The keys of S work in the program and on the pad.
  await tabTo(s, '.side-salesforce .cm-content');
  await s.locator('.side-salesforce .program-empty').waitFor();
  const opening = await programOn(s, 'salesforce');
  const reads = (text: string) =>
    expect.poll(() => programOn(s, 'salesforce'), patience).toBe(opening + text);
  for (const key of ['ArrowRight', 'r', '2', 'ArrowLeft', 'd']) await s.keyboard.press(key);
  const written = 'p.right();\nfor (let i = 0; i < 2; i++) {\n  p.left();\n}\n';
  await reads(written);
  await tabTo(s, '.pad .pad-up');
  for (const key of ['ArrowRight', 'ArrowDown', 'ArrowLeft', 'Delete']) await s.keyboard.press(key);
  await reads(`${written}p.right();\np.down();\n`);
  await s.keyboard.press('Shift+ArrowUp');
  await s.keyboard.press('ArrowUp');
  await reads(`${written}p.right();\np.up();\np.down();\n`);
  await s.keyboard.press('Control+z');
  await reads(`${written}p.right();\np.down();\n`);

  // Time stands still until both have said that they are ready and S is where it goes on.
  house.clock.hold();
  for (const page of [s, h]) {
    await tabTo(page, mainAction);
    await page.keyboard.press('Enter');
  }
  for (const page of [s, h]) await phaseIs(page, 'running');
  // The button is gone; whoever pressed it by key goes on at the program.
  await s.waitForFunction(() => document.activeElement?.matches('.side-salesforce .cm-content'));
  house.clock.goOn();
  for (const page of [s, h]) {
    await phaseIs(page, 'result');
    // Like every button that has only just appeared, it rests at first.
    await tabTo(page, '.result .cross:not([aria-disabled])');
    // The focus is seen, and Enter puts the card away.
    const outline = await page.evaluate(
      () => getComputedStyle(document.activeElement as Element).outlineStyle,
    );
    expect(outline).toBe('solid');
    await page.keyboard.press('Enter');
    await page.locator('.result').waitFor({ state: 'detached' });
  }

  // No page of it breaks the security policy: none has complained.
  const { match } = await house.server.stateOf('keys');
  await s.goto(`${house.server.address}/replay/${match ?? ''}`);
  await s.getByRole('slider').waitFor();
});
