import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { fit } from '../../client/stage/camera.ts';
import {
  isInside,
  isWall,
  neighbour,
  type Battle,
  type Cell,
  type Direction,
} from '../../shared/battle/index.ts';
import { openHouse } from './support/house.ts';
import { moving, patience, phaseIs, pressMain, programOn, typeAtEnd } from './support/pages.ts';
import { codingStory, hana } from './support/rooms.ts';

const house = openHouse();

const trial = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first();

/** What stands on the field's canvas now. */
async function picture(page: Page): Promise<string> {
  await page.mouse.move(1, 1);
  const { box, cell, left, top } = await drawnField(page);
  const clip = { x: box.x + left, y: box.y + top, width: 12 * cell, height: 12 * cell };
  return (await page.screenshot({ clip, animations: 'disabled' })).toString('base64');
}

/** Where a field of 12 by 12 is drawn: its canvas reaches further, below what stands around it. */
async function drawnField(page: Page) {
  const box = await page.locator('.stage-canvas').boundingBox();
  if (box === null) throw new Error('the field is out of sight');
  return { box, ...fit(12, 12, { width: box.width, height: box.height, ratio: 1 }) };
}

/** Clicks a cell of a field of 12 by 12 where it is drawn. */
async function clickCell(page: Page, { x, y }: Cell): Promise<void> {
  // The pointer's shape says that clicks are listened to.
  await page.waitForFunction(() => {
    const canvas = document.querySelector('.stage-canvas');
    return canvas !== null && getComputedStyle(canvas).cursor === 'pointer';
  });
  const { cell, left, top } = await drawnField(page);
  await page
    .locator('.stage-canvas')
    .click({ position: { x: left + (x + 0.5) * cell, y: top + (y + 0.5) * cell } });
}

test('R31 a trial is seen on one screen only, does not stack, stops when pressed again', async () => {
  const [s, h] = await house.duel('tried', {}, moving);
  await s.locator('.stage-canvas').waitFor();
  await h.locator('.stage-canvas').waitFor();
  await typeAtEnd(h, 'p.wait(90);\n');
  await expect.poll(() => programOn(s, 'heroku'), patience).toMatch(/p\.wait\(90\);\n$/);
  const before = await house.server.stateOf('tried');

  await trial(s, 'Try H').click();
  await trial(s, 'Stop').waitFor();
  expect(await trial(h, 'Stop').count()).toBe(0);
  await trial(s, 'Try bug').click();
  await expect.poll(() => s.getByRole('button', { name: 'Stop' }).count(), patience).toBe(1);
  await trial(s, 'Try H').waitFor();
  await trial(s, 'Stop').click();
  await trial(s, 'Try bug').waitFor();
  expect(await s.getByRole('button', { name: 'Stop' }).count()).toBe(0);

  // The start of the run ends a trial, and nothing of it has reached the room.
  await trial(s, 'Try H').click();
  await trial(s, 'Stop').waitFor();
  expect(await house.server.stateOf('tried')).toEqual(before);
  await pressMain(s, /Ready/);
  await pressMain(h, /Ready/);
  await phaseIs(s, 'running');
  expect(await s.getByRole('button', { name: 'Stop' }).count()).toBe(0);
});

test('R31 a program that is empty or never ends is told of, and the field returns', async () => {
  const [s, h] = await house.duel('endless', {}, moving);
  await s.locator('.stage-canvas').waitFor();
  await trial(s, 'Try H').click();
  await s.locator('.toast').filter({ hasText: 'empty' }).waitFor();
  await typeAtEnd(h, 'while (true) {\n');
  await expect.poll(() => programOn(s, 'heroku'), patience).toContain('while');
  // The limits of a program end what never waits, a turn each.
  await trial(h, 'Try H').click();
  await trial(h, 'Stop').waitFor();
  await trial(h, 'Stop').click();
  await trial(h, 'Try H').waitFor();
});

test('R31 while H types the way is drawn faintly, and is gone with the text', async () => {
  await house.server.tell(codingStory('faint', {}, { heroku: hana }));
  const h = await house.come('/game/faint', { as: hana });
  await phaseIs(h, 'coding');
  await h.locator('.stage-canvas').waitFor();
  await h.locator('.shout').waitFor({ state: 'detached' });
  await typeAtEnd(h, '// none yet\n');
  let bare = '';
  await expect
    .poll(async () => {
      const last = bare;
      bare = await picture(h);
      return bare === last;
    }, patience)
    .toBe(true);
  await typeAtEnd(h, 'p.left(2);\n');
  await expect.poll(async () => (await picture(h)) === bare, patience).toBe(false);
  for (let i = 0; i < 'p.left(2);\n'.length; i++) await h.keyboard.press('Backspace');
  await expect.poll(async () => (await picture(h)) === bare, patience).toBe(true);
});

test('R22 a click on a cell writes the way there, in coding and in the run, and S walks it', async () => {
  const [s, h] = await house.duel('clicked', { turns: 40, turnTime: 200 });
  await s.locator('.stage-canvas').waitFor();
  const { battle } = await house.server.stateOf('clicked');
  const one = freeWay(battle, battle.figures.salesforce.at, ['left', 'right']);
  const two = freeWay(battle, one.cell, ['up', 'down']);
  const opening = await programOn(s, 'salesforce');
  await clickCell(s, one.cell);
  const across = `${opening}p.${one.direction}();\n`;
  await expect.poll(() => programOn(h, 'salesforce'), patience).toBe(across);
  await pressMain(s, /Ready/);
  await pressMain(h, /Ready/);
  await phaseIs(s, 'running');
  const now = async () => (await house.server.stateOf('clicked')).battle;
  await expect.poll(async () => (await now()).turn, patience).toBeGreaterThan(0);
  house.clock.hold();
  await clickCell(s, two.cell);
  await expect
    .poll(() => programOn(h, 'salesforce'), patience)
    .toBe(`${across}p.${two.direction}();\n`);
  house.clock.goOn();
  await expect.poll(async () => (await now()).figures.salesforce.at, patience).toEqual(two.cell);
});

/** The first of these ways that leads into a free cell. */
function freeWay(
  battle: Battle,
  from: Cell,
  ways: readonly Direction[],
): { readonly direction: Direction; readonly cell: Cell } {
  for (const direction of ways) {
    const cell = neighbour(from, direction);
    if (isInside(battle, cell) && !isWall(battle, cell)) return { direction, cell };
  }
  throw new Error('walled in');
}
