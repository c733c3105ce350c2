import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openHouse } from './support/house.ts';
import { patience, phaseIs } from './support/pages.ts';
import { codingStory, hana, sam } from './support/rooms.ts';

const house = openHouse();

async function written(room: string, seat: 'salesforce' | 'heroku'): Promise<string> {
  const { text } = (await house.server.stateOf(room)).documents[seat];
  return text.slice(text.indexOf('\n') + 1);
}

/** Presses a button of an open dialog twice as soon as it takes presses; it is gone after the first. */
async function pressTwice(page: Page, name: string): Promise<void> {
  const button = page.getByRole('dialog').getByRole('button', { name, exact: true });
  await button.and(page.locator(':not([aria-disabled])')).dblclick();
  await button.waitFor({ state: 'detached' });
}

test('R22 the second press of a double one falls on nothing that lay beneath', async () => {
  await house.server.tell(codingStory('beneath', {}, { salesforce: sam }));
  const s = await house.come('/game/beneath', { as: sam });
  await phaseIs(s, 'coding');
  await s.locator('.room-head .brand').click();
  await pressTwice(s, 'Stay');
  await s.getByRole('button', { name: 'Leave: Salesforce' }).click();
  await pressTwice(s, 'Play on');
  await s.getByRole('button', { name: 'Invite' }).click();
  await pressTwice(s, 'Close');
  // The field takes clicks all the same, after a while.
  await s.getByRole('button', { name: 'Right', exact: true }).dblclick();
  await expect
    .poll(() => written('beneath', 'salesforce'), patience)
    .toBe('p.right();\np.right();\n');
  // Where nothing has the focus the keys of the pad are those of the pad, undo too, and in the rival's text.
  await s.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await s.keyboard.press('Control+z');
  await expect.poll(() => written('beneath', 'salesforce'), patience).toBe('p.right();\n');
  await s.locator('.side-heroku .cm-content').click();
  await s.keyboard.press('r');
  await expect
    .poll(() => written('beneath', 'salesforce'), patience)
    .toMatch(/^p.right\(\);\nfor /);
});

test('R22 letters after a press of any button, and in the text of the rival, are written in the own program', async () => {
  await house.server.tell(codingStory('after-buttons', {}, { salesforce: sam, heroku: hana }));
  const h = await house.come('/game/after-buttons', { as: hana });
  await phaseIs(h, 'coding');
  await h.locator('.side-heroku .trial').and(h.locator(':not([aria-disabled])')).click();
  await h.keyboard.type('a b');
  await h.locator('.sound-switch').click();
  await h.keyboard.type('c d');
  await h.locator('.sound-switch').click();
  await h.keyboard.press('Enter');
  // By keys a button is pressed, and what it does not want goes where letters belong.
  await h.locator('.sound-switch').focus();
  await h.keyboard.press('Enter');
  await h.keyboard.type('e f');
  await h.locator('.side-salesforce .cm-content').click();
  await h.keyboard.type('g h');
  await h.locator('.side-salesforce .cm-content').click();
  await h.keyboard.press('Enter');
  await h.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  // As a Mac says a bracket of a German keyboard: Option with the key of the 5.
  const keys = await h.context().newCDPSession(h);
  await keys.send('Input.dispatchKeyEvent', {
    type: 'keyDown',
    modifiers: 1,
    key: '[',
    code: 'Digit5',
    text: '[',
  });
  await expect
    .poll(() => written('after-buttons', 'heroku'), patience)
    .toMatch(/^a bc d\ne fg h\n\[\]\n?$/);
});
