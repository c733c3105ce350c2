import type { Page } from 'playwright-core';
import type { Field, Settings } from '../../shared/battle/index.ts';
import { phaseIs, pressMain, typeAtEnd, visit } from '../../tests/browser/support/pages.ts';
import { isDeadly } from './fitting-fields.ts';
import type { Scene, Studio } from './scene.ts';
import { everyView, twoViews } from './views.ts';

/** How a match can end before its last turn, and a draw. */
export const endings: Scene = async (studio) => {
  const { photographer } = studio;
  const fallen = await alone(studio, 'fall', 'for (;;) p.left();\n', { turns: 20 });
  await photographer.take(fallen, 'result-fallen', everyView);
  const caught = await alone(studio, 'bite', '', { turns: 20 }, isDeadly);
  await photographer.take(caught, 'result-caught', twoViews);
  const draw = await alone(studio, 'draw', '', { turns: 1, gold: 0 });
  await photographer.take(draw, 'result-draw', twoViews);
};

/** One person in both seats plays a match to its end, in a hurry. */
async function alone(
  { browser, server, clock }: Studio,
  room: string,
  program: string,
  wished: Partial<Settings>,
  suits: (field: Field, settings: Settings) => boolean = () => true,
): Promise<Page> {
  const { page } = await visit(browser, `${server.address}/game/${room}`);
  await pressMain(page, /Salesforce/);
  await page.getByRole('button', { name: /Take.*Heroku/ }).click();
  await page.getByTestId('main-action').filter({ hasText: 'Start' }).waitFor();
  await server.makeField(room, { width: 8, height: 8, turnTime: 700, ...wished }, suits);
  await pressMain(page, /Start/);
  await phaseIs(page, 'coding');
  if (program !== '') await typeAtEnd(page, program);
  await pressMain(page, /Ready/);
  await phaseIs(page, 'running');
  clock.hurry(4);
  await phaseIs(page, 'result');
  clock.hurry(1);
  await page.getByTestId('result').waitFor({ timeout: 60_000 });
  return page;
}
