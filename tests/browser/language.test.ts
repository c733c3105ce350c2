import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { openHouse } from './support/house.ts';
import { moving, patience, phaseIs, pressMain, programOn, typeAtEnd } from './support/pages.ts';
import { codingStory, hana } from './support/rooms.ts';

const house = openHouse();

/** Somebody alone at H, coding, with colours and completion loaded. */
async function alone(room: string, coming: BrowserContextOptions = {}): Promise<Page> {
  await house.server.tell(codingStory(room, { turnTime: 500, turns: 12 }, { heroku: hana }));
  const page = await house.come(`/game/${room}`, { ...coming, as: hana });
  await phaseIs(page, 'coding');
  await page.waitForSelector('[data-testid=side-heroku] .cm-content[aria-autocomplete]');
  return page;
}

const list = (page: Page) => page.locator('.cm-tooltip-autocomplete');
const offered = async (page: Page): Promise<string[]> =>
  list(page).locator('.cm-completionLabel').allTextContents();

/** Where in its line a word stands, in pixels. */
function wordAt(line: Locator, word: string): Promise<{ x: number; y: number }> {
  return line.evaluate((element, word) => {
    const walk = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node !== null; node = walk.nextNode()) {
      const at = node.textContent?.indexOf(word) ?? -1;
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + word.length);
      const [here, frame] = [range.getBoundingClientRect(), element.getBoundingClientRect()];
      return { x: here.x + here.width / 2 - frame.x, y: here.y + here.height / 2 - frame.y };
    }
    throw new Error(`no ${word} in the line`);
  }, word);
}

test('R22 L2 completion and help of the library, by keyboard and pointer', async () => {
  const h = await alone('completion');
  await typeAtEnd(h, 'const list = [3, 1];\nlist.so');
  await expect.poll(() => offered(h), patience).toEqual(expect.arrayContaining(['sort', 'some']));
  // The list takes no key in its first moment, so that nobody accepts by accident.
  await h.locator('.cm-completionInfo').waitFor();
  await h.waitForTimeout(100);
  await h.keyboard.press('Enter');
  await expect.poll(() => programOn(h, 'heroku'), patience).toMatch(/list\.so(rt|me)$/);
  await typeAtEnd(h, ';\nlog(Math.flo');
  await expect.poll(() => offered(h), patience).toContain('floor');
  await list(h).locator('li', { hasText: 'floor' }).click();
  await expect.poll(() => programOn(h, 'heroku'), patience).toContain('Math.floor');
  await h.keyboard.press('F1');
  const help = h.locator('.cm-name-help');
  await expect.poll(() => help.textContent(), patience).toContain('Math.floor(x)');
  expect(await help.getByRole('link').getAttribute('href')).toBe('/help/language#Math.floor');
  await h.keyboard.press('Escape');
  await help.waitFor({ state: 'detached' });
  const line = h.locator('[data-testid=side-heroku] .cm-line').filter({ hasText: 'list = ' });
  const logging = h.locator('[data-testid=side-heroku] .cm-line', { hasText: 'log(' }).last();
  await logging.hover({ position: await wordAt(logging, 'log') });
  await expect.poll(() => help.textContent(), patience).toContain('log(...values)');
  expect(await line.count()).toBe(1);
});

test('L9 R35 a mistake in a function is marked while typing, with its reason in Japanese', async () => {
  const h = await alone('marks', { locale: 'ja-JP' });
  await typeAtEnd(h, 'function go(way) { p[way](); nobody(way); }\nclass A {}\n');
  const marks = h.locator('[data-testid=side-heroku] .cm-wave');
  await expect
    .poll(async () => (await marks.allTextContents()).join(' '), patience)
    .toMatch(/nobody.*class/);
  await marks.first().hover();
  await expect
    .poll(() => h.locator('.cm-tooltip-lint').allTextContents(), patience)
    .toEqual([expect.stringMatching(/nobody.*[\u3040-\u9fff]/)]);
});

test('R31 R17 a trial shows the running line, variables and log beside the editor', async () => {
  const h = await alone('inside', moving);
  await typeAtEnd(h, 'let n = 0;\nwhile (n < 4) {\nn++;\nlog("step", n);\np.wait();\n');
  await h.keyboard.press('Control+End');
  const watch = h.getByTestId('watch-heroku');
  await expect.poll(() => watch.isVisible(), patience).toBe(true);
  const before = await watch.boundingBox();
  await h.getByRole('button', { name: 'Try H' }).click();
  await expect
    .poll(() => watch.locator('.watch-variables').textContent(), patience)
    .toMatch(/n\s*[12]/);
  await h.locator('[data-testid=side-heroku] .cm-running').waitFor();
  await expect.poll(() => watch.locator('.watch-log').textContent(), patience).toContain('step 4');
  expect(await watch.boundingBox()).toEqual(before);
});

test('R23 R17 H runs loops and functions, typed during the run too, while S clicks', async () => {
  const [s, h] = await house.duel('whole', { turnTime: 600, turns: 12 });
  const watcher = await house.come('/game/whole');
  await h.waitForSelector('[data-testid=side-heroku] .cm-content[aria-autocomplete]');
  await typeAtEnd(
    h,
    'p.wait(6);\nlet seen = [];\nfunction back(way, other) { seen.push(p[way](), p[other]()); }\nback("left", "right");\n',
  );
  await s.getByRole('button', { name: 'Right', exact: true }).click();
  await s.getByRole('button', { name: 'Left', exact: true }).click();
  // No turn is played before everything is written.
  house.clock.hold();
  await pressMain(s, /Ready/);
  await pressMain(h, /Ready/);
  for (const page of [s, h, watcher]) await phaseIs(page, 'running');
  // In one go, as a paste is: a line that is half typed at its turn would be read as it stands (R18).
  await h.locator('[data-testid=side-heroku] .cm-content').click();
  await h.keyboard.press('Control+End');
  await h.keyboard.insertText('for (const way of ["wait", "wait"]) p[way]();\nlog(seen);\n');
  const written = async () => (await house.server.stateOf('whole')).documents.heroku.text;
  await expect.poll(written, patience).toContain('log(seen);');
  house.clock.goOn();
  for (const page of [s, h, watcher]) await phaseIs(page, 'result');
  const state = await house.server.stateOf('whole');
  expect(state.turns.slice(6, 10).map(({ steps }) => steps.heroku.action)).toEqual([
    'left',
    'right',
    'wait',
    'wait',
  ]);
  expect(state.turns.flatMap(({ steps }) => steps.heroku.error ?? [])).toEqual([]);
  for (const page of [h, watcher]) {
    const inside = page.getByTestId('watch-heroku');
    await expect.poll(() => inside.textContent(), patience).toMatch(/seen\s*\[1, 1\]/);
    await expect
      .poll(() => inside.locator('.watch-log').textContent(), patience)
      .toContain('[1, 1]');
  }
  expect(await s.getByTestId('watch-heroku').count()).toBe(0);
});

describe('L2 R35 the page of the language', () => {
  test.each([
    ['en-GB', 'The language', 'Rounded down.', 'Try it'],
    ['ja-JP', 'プログラムの言語', '切り捨て。', '試す'],
  ])('%s', async (locale, title, floor, tryIt) => {
    const page = await house.come('/help/language#Math.floor', { locale });
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    expect(await page.locator('[id="Math.floor"]').textContent()).toContain(floor);
    await expect.poll(() => page.evaluate(() => scrollY), patience).toBeGreaterThan(1000);
    const example = page.getByTestId('example-loop');
    await example.getByRole('button', { name: tryIt }).click();
    await expect
      .poll(() => example.locator('.example-end').textContent(), patience)
      .toContain('40');
  });

  test('R23 an example is changed and tried; its mistake is shown with its reason', async () => {
    const page = await house.come('/help/language');
    const example = page.getByTestId('example-first-step');
    await example.getByRole('button', { name: 'Change it' }).click();
    await example.getByRole('textbox').fill('p.upp();\np.up();\n');
    await example.getByRole('button', { name: 'Try it' }).click();
    await expect
      .poll(() => example.locator('.example-inside').textContent(), patience)
      .toContain('p.up');
    await expect
      .poll(() => example.locator('.example-end').textContent(), patience)
      .toContain('10');
  });
});
