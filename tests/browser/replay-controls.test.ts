import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { factsOf } from '../../client/replay/facts.ts';
import { afterwards, speeds } from '../../client/replay/playback.ts';
import { timelineOf } from '../../client/replay/timeline.ts';
import type { ReplayFacts } from '../../client/replay/facts.ts';
import type { Replay } from '../../shared/room/index.ts';
import { botMatch, longBotMatch } from '../support/bot-match.ts';
import { openHouse } from './support/house.ts';
import { patience } from './support/pages.ts';

const house = openHouse();

function factsIn(replay: Replay): ReplayFacts {
  const laidOut = timelineOf(replay);
  if (!laidOut.ok) throw new Error(laidOut.refusal.code);
  return factsOf(laidOut.value);
}

async function timeOn(page: Page): Promise<number> {
  return Number(await page.getByTestId('replay-time').getAttribute('data-time'));
}

test('R32 marks, sealed gold, links to a moment, speeds and quiet stretches of a theatre', async () => {
  const replay = botMatch('controls', { turns: 12, codingStrokes: 30, turnStrokes: 2 });
  const facts = factsIn(replay);
  await house.server.stores.archive.save(replay);
  const page = await house.come(`/replay/${replay.match}`, {
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const board = () => page.getByTestId('board').textContent();
  const seek = (time: number) => page.getByRole('slider').fill(String(time));

  // Sealed gold is as it was then, unless it is to be opened: in words and in the drawing.
  await expect.poll(board, patience).toContain('?');
  const field = page.locator('.field');
  await page.locator('.field-host canvas').waitFor({ state: 'attached', ...patience });
  const sealed = await field.screenshot();
  await page.getByLabel('Open bags').check();
  await expect.poll(board, patience).not.toContain('?');
  expect((await field.screenshot()).equals(sealed)).toBe(false);
  await page.getByLabel('Open bags').uncheck();
  await expect.poll(board, patience).toContain('?');

  const [mark] = facts.marks;
  if (mark === undefined) throw new Error('nothing happened in this match');
  await page.locator('.mark').first().click();
  await expect.poll(() => timeOn(page), patience).toBe(Math.round(mark.at));

  // The link to a moment leads to it.
  await seek(7890);
  await page.getByRole('button', { name: 'Copy link' }).click();
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  const link = `${house.server.address}/replay/${replay.match}#t=7.89`;
  await expect.poll(copied, patience).toBe(link);
  await seek(0);
  await page.goto(link);
  await page.reload();
  await expect.poll(() => timeOn(page), patience).toBe(7890);
  await page.getByTestId('board').waitFor({ state: 'attached', ...patience });

  // From here on time passes by hand.
  house.spoils(page);
  await page.clock.install({ time: 0 });
  await page.clock.pauseAt(60_000);
  /** How far the match has come after a second of playing. */
  const secondFrom = async (time: number): Promise<number> => {
    await seek(time);
    await page.getByRole('button', { name: 'Play', exact: true }).click();
    await page.clock.runFor(1000);
    await page.getByRole('button', { name: 'Pause', exact: true }).click();
    return (await timeOn(page)) - time;
  };
  // The first picture only starts to measure; there are sixty in a second.
  const tolerance = (speed: number): number => 40 * speed;
  for (const speed of speeds) {
    await page.locator('.speed select').selectOption(String(speed));
    expect(Math.abs((await secondFrom(500)) - 1000 * speed)).toBeLessThan(tolerance(speed));
  }
  await page.locator('.speed select').selectOption('1');
  const quiet = facts.quiet.find(({ from, to }) => to - from > 1500);
  if (quiet === undefined) throw new Error('there is no quiet stretch in this match');
  const from = Math.ceil(quiet.from / 10) * 10;
  expect(Math.abs((await secondFrom(from)) - 1000)).toBeLessThan(tolerance(1));
  await page.getByLabel('Skip quiet').check();
  const wanted = afterwards(from, 1000, facts.quiet) - from;
  expect(wanted).toBeGreaterThan(1500);
  const pace = wanted / 1000;
  expect(Math.abs((await secondFrom(from)) - wanted)).toBeLessThan(tolerance(4 * pace));
});

test('R32 of a long program little more is drawn than is seen, wherever a jump goes', async () => {
  const replay = longBotMatch(62, 2500);
  await house.server.stores.archive.save(replay);
  const page = await house.come(`/replay/${replay.match}`);
  await page.getByTestId('board').waitFor({ state: 'attached', ...patience });
  const slider = page.getByRole('slider');
  const last = Number(await slider.getAttribute('max'));
  for (const share of [0.4, 0.9, 0.6]) {
    await slider.fill(String(Math.round(last * share)));
    for (const side of await page.locator('.cm-editor').all()) {
      /** Pixels of lines that are drawn and not seen. */
      const unseen = () =>
        side.evaluate((editor) => {
          const frame = editor.querySelector('.cm-scroller')?.getBoundingClientRect();
          const lines = [...editor.querySelectorAll('.cm-line')].map((line) =>
            line.getBoundingClientRect(),
          );
          if (!frame) throw new Error('an editor that does not scroll');
          const out = lines.filter(({ top, bottom }) => bottom < frame.top || top > frame.bottom);
          return out.reduce((sum, { height }) => sum + height, 0);
        });
      await expect.poll(unseen, patience).toBeLessThan(600);
      expect(await side.locator('.cm-line').count()).toBeGreaterThan(4);
    }
  }
});
