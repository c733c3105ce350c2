import { expect, test } from 'vitest';
import { openHouse } from './support/house.ts';
import { patience, phaseIs, pressMain } from './support/pages.ts';
import { openSlowLine } from './support/slow-line.ts';

const house = openHouse();

test('R1 R2 R3 R11 from the start page to a run in four clicks, alone; leaving then is giving up', async () => {
  const a = await house.come('/');
  await a.locator('form button[type=submit]').first().click();
  await pressMain(a, /Salesforce/);
  await pressMain(a, /Start/);
  await pressMain(a, /Ready/);
  await phaseIs(a, 'running');
  const leave = a.getByRole('button', { name: /^Leave/ }).first();
  await leave.click();
  await a.getByRole('button', { name: 'Play on' }).click();
  await phaseIs(a, 'running');
  await leave.click();
  await a.getByRole('button', { name: 'Give up', exact: true }).click();
  await phaseIs(a, 'result');
  await a.getByText(/Not counted/).waitFor(patience);
  expect(await a.getByTestId('score-room').textContent()).not.toMatch(/1/);
});

test('R2 one person takes both seats and plays against themselves; ready is said once for both', async () => {
  const a = await house.come('/game/both');
  await pressMain(a, /Salesforce/);
  await a.getByRole('button', { name: /Take.*Heroku/ }).click();
  await house.server.makeField('both', { turns: 2, turnTime: 150 });
  await pressMain(a, /Start/);
  await phaseIs(a, 'coding');
  await pressMain(a, /Ready/);
  await phaseIs(a, 'result');
  const { seats } = await house.server.stateOf('both');
  expect(seats.salesforce?.id).toBe(seats.heroku?.id);
});

test('R3 R6 R7 R12 R14 settings that cannot be are refused where they stand; the smallest match, swap, play again, scores', async () => {
  const a = await house.come('/game/small');
  const b = await house.come('/game/small');
  await pressMain(a, /Salesforce/);
  await pressMain(b, /Heroku/);
  await a
    .locator('.action-bar')
    .getByRole('button', { name: /settings/i })
    .click();
  const fill = async (field: string, value: string): Promise<void> =>
    a.locator(`#setting-${field}`).fill(value);
  await fill('width', '3');
  await fill('height', '3');
  await fill('walls', '10');
  const apply = a.locator('dialog button[type=submit], [role=dialog] button[type=submit]');
  await apply.click();
  await a.locator('#setting-walls-note[role=alert]').waitFor();
  expect(await a.locator('#setting-walls').getAttribute('aria-invalid')).toBe('true');
  await fill('walls', '0');
  await fill('gold', '0');
  await fill('turns', '1');
  await apply.click();
  await expect.poll(() => b.getByTestId('board').textContent(), patience).toMatch(/^turn 0\/1/);

  await pressMain(b, /Start/);
  for (const page of [a, b]) await phaseIs(page, 'coding');
  await pressMain(a, /Ready/);
  expect((await house.server.stateOf('small')).phase.kind).toBe('coding');
  await pressMain(b, /Ready/);
  for (const page of [a, b]) await phaseIs(page, 'result');
  const before = await house.server.stateOf('small');
  expect(before.score).toEqual({ salesforce: 0, heroku: 0, draws: 1 });
  await a.getByRole('button', { name: 'Swap seats' }).first().click();
  for (const page of [a, b]) await phaseIs(page, 'entry');
  const swapped = await house.server.stateOf('small');
  expect(swapped.seats).toEqual({
    salesforce: before.seats.heroku,
    heroku: before.seats.salesforce,
  });
  expect(swapped.field).toEqual(before.field);

  // Giving up loses, and counts for the other once a turn was played (R62).
  await house.server.makeField('small', { walls: 10, gold: 10, turns: 60, turnTime: 200 });
  await pressMain(a, /Start/);
  for (const page of [a, b]) await phaseIs(page, 'coding');
  for (const page of [a, b]) await pressMain(page, /Ready/);
  const turn = async () => (await house.server.stateOf('small')).battle.turn;
  await expect.poll(turn, patience).toBeGreaterThan(0);
  house.clock.hold();
  await a
    .getByRole('button', { name: /^Leave/ })
    .first()
    .click();
  await a.getByRole('button', { name: 'Give up', exact: true }).click();
  for (const page of [a, b]) await phaseIs(page, 'result');
  const { score } = await house.server.stateOf('small');
  expect(score).toEqual({ salesforce: 1, heroku: 0, draws: 1 });
  await pressMain(b, /Play again/);
  for (const page of [a, b]) await phaseIs(page, 'entry');

  // The last used settings are remembered in the browser, for the next room.
  await a.goto(`${house.server.address}/game/small-too`);
  await phaseIs(a, 'entry');
  await a
    .locator('.action-bar')
    .getByRole('button', { name: /settings/i })
    .click();
  await expect.poll(() => a.locator('#setting-width').inputValue(), patience).toBe('3');
});

test('R5 a lost cookie is a new person who may watch, and the page says whose the seat is', async () => {
  const a = await house.come('/game/lost');
  await pressMain(a, /Salesforce/);
  await a.getByTestId('main-action').filter({ hasText: /Start/ }).waitFor();
  await a.context().clearCookies();
  await a.goto(`${house.server.address}/game/lost`);
  await phaseIs(a, 'entry');
  await a
    .getByTestId('main-action')
    .filter({ hasText: /Heroku/ })
    .waitFor();
  await a.getByTestId('owner-salesforce').waitFor();
  expect(await a.locator('.badge-you').count()).toBe(0);
});

test('R5 A17 an open page whose cookie was lost says so once its line breaks, and a reload brings it back', async () => {
  const line = await openSlowLine(house.server.address, {});
  try {
    const a = await house.come('/help');
    await a.goto(`${line.address}/game/forgotten`);
    await phaseIs(a, 'entry');
    await a.context().clearCookies();
    line.cut();
    await a
      .getByRole('alert')
      .filter({ hasText: /does not know this browser/ })
      .waitFor();
    await a.getByRole('button', { name: 'Load again' }).click();
    await phaseIs(a, 'entry');
  } finally {
    await line.close();
  }
});

test('R5 A17 a browser that keeps no cookies is told so instead of waiting for ever', async () => {
  const a = await house.come('/help');
  house.spoils(a);
  await a.context().clearCookies();
  // Gone after the page has come and before its script goes to the server.
  await a.route('**/*.js', async (route) => {
    await a.context().clearCookies();
    await route.continue();
  });
  await a.goto(`${house.server.address}/game/no-cookies`);
  await a
    .getByRole('alert')
    .filter({ hasText: /allow cookies/ })
    .waitFor();
});

test('R4 R35 a screen reader finds the field in sentences and hears phase, turns and result', async () => {
  const [s, h] = await house.duel('heard', { turns: 3, turnTime: 400 });
  const watcher = await house.come('/game/heard');
  const field = watcher.getByTestId('field-in-words');
  expect(await field.textContent()).toMatch(/Salesforce stands in column \d+, row \d+/);
  expect(await field.locator('li').count()).toBe(12);
  const announced = watcher.getByRole('status').getByText(/Coding time/);
  await announced.first().waitFor({ state: 'attached' });
  await pressMain(s, /Ready/);
  await pressMain(h, /Ready/);
  await expect
    .poll(() => watcher.getByTestId('turn-sentence').textContent(), patience)
    .toMatch(/^Turn \d: .*Salesforce.*Heroku/);
  await phaseIs(watcher, 'result');
  await expect
    .poll(() => watcher.getByTestId('announced-phase').textContent(), patience)
    .toMatch(/: .+, .+/);
});

test('A closed page leaves no connection behind and does not come back', async () => {
  const a = await house.come('/game/closing');
  const b = await house.come('/game/closing');
  await phaseIs(a, 'entry');
  await phaseIs(b, 'entry');
  const metrics = async () => (await fetch(`${house.server.address}/metrics`)).text();
  await expect.poll(metrics, patience).toContain('game_connections 2\n');
  await a.close();
  await expect.poll(metrics, patience).toContain('game_connections 1\n');
  await b.goto(`${house.server.address}/help`);
  await expect.poll(metrics, patience).toContain('game_connections 0\n');
});
