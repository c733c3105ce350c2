import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openHouse } from './support/house.ts';
import {
  openBrowser,
  patience,
  phaseIs,
  pressMain,
  programOn,
  tabTo,
  typeAtEnd,
  visit,
} from './support/pages.ts';

const house = openHouse();

/** Waits for colours, completion and marks, which come after the bare editor. */
async function writingKit(h: Page): Promise<void> {
  await h.waitForSelector('[data-testid=side-heroku] .cm-content[aria-autocomplete]');
}

test('R17 locked lines hold against typing, paste, undo and redo during a run', async () => {
  const [s, h] = await house.duel('locked', { turnTime: 5000 });
  await writingKit(h);
  await typeAtEnd(h, 'p.wait(9);\np.wait(8);\n');
  await expect.poll(() => programOn(s, 'heroku'), patience).toMatch(/p\.wait\(8\);\n$/);
  await pressMain(s, /Ready/);
  await pressMain(h, /Ready/);
  const opening = (await house.server.stateOf('locked')).documents.heroku.lockedTo;
  await expect
    .poll(async () => (await house.server.stateOf('locked')).documents.heroku.lockedTo, patience)
    .toBeGreaterThan(opening);
  const { text, lockedTo } = (await house.server.stateOf('locked')).documents.heroku;
  const locked = text.slice(0, lockedTo);
  expect(locked).toMatch(/p\.wait\(9\);\n$/);
  const copied = `${text}// one\n`;
  const content = h.locator('[data-testid=side-heroku] .cm-content');
  await content.click();

  await h.keyboard.press('Control+Home');
  await h.keyboard.type('typed');
  await typeAtEnd(h, '// one\n');
  await expect.poll(() => programOn(s, 'heroku'), patience).toBe(copied);

  await h.keyboard.press('Control+A');
  await h.keyboard.press('Control+C');
  await h.keyboard.press('Control+Home');
  await h.keyboard.press('Control+V');
  await typeAtEnd(h, '// two\n');
  await expect.poll(() => programOn(s, 'heroku'), patience).toBe(`${copied}// two\n`);

  await h.keyboard.press('Control+A');
  await h.keyboard.press('Control+V');
  await expect.poll(() => programOn(s, 'heroku'), patience).toBe(`${locked}${copied}`);

  for (let i = 0; i < 40; i++) await h.keyboard.press('Control+Z');
  await expect.poll(() => programOn(s, 'heroku'), patience).toBe(locked);
  for (let i = 0; i < 40; i++) await h.keyboard.press('Control+Y');
  await expect.poll(() => programOn(s, 'heroku'), patience).toBe(`${locked}${copied}`);
  expect((await house.server.stateOf('locked')).documents.heroku.text.startsWith(locked)).toBe(
    true,
  );
});

test('R17 a drag into locked lines leaves the text where it was, one behind them moves it', async () => {
  const [s, h] = await house.duel('dragged', { turnTime: 5000 });
  await typeAtEnd(h, 'p.wait(30);\nworda\nwordb\n');
  await pressMain(s, /Ready/);
  await pressMain(h, /Ready/);
  const line = (text: string) =>
    h.locator('[data-testid=side-heroku] .cm-line').filter({ hasText: text }).first();
  await h.locator('[data-testid=side-heroku] .cm-running').waitFor();
  const dragWord = async (word: string, to: string): Promise<void> => {
    await line(word).dblclick({ position: { x: 15, y: 8 } });
    const [from, target] = [await line(word).boundingBox(), await line(to).boundingBox()];
    if (from === null || target === null) throw new Error('a line is out of sight');
    // A drag begins once the pointer has moved a little with the button down.
    await h.mouse.move(from.x + 15, from.y + 8);
    await h.mouse.down();
    await h.mouse.move(from.x + 19, from.y + 8, { steps: 2 });
    await h.mouse.move(target.x + 20, target.y + 8, { steps: 10 });
    await h.mouse.up();
  };
  const before = await programOn(s, 'heroku');
  await dragWord('worda', 'p.wait(30)');
  expect(await programOn(h, 'heroku')).toBe(before);
  await dragWord('wordb', 'worda');
  await expect.poll(() => programOn(s, 'heroku'), patience).toMatch(/p\.wait\(30\);\n\w{10}\n\n$/);
});

test('R22 L9 completion after p. and a mark under a wrong name', async () => {
  const [, h] = await house.duel('kit', { turnTime: 900 });
  await writingKit(h);
  await typeAtEnd(h, 'p.');
  const list = h.locator('.cm-tooltip-autocomplete');
  await list.getByText('down', { exact: false }).first().waitFor();
  expect(await list.textContent()).toContain('wait');
  await h.keyboard.type('dwn();\n');
  // The half-typed `p.` had a mark of its own, which stays until the next look at the program.
  const marks = h.locator('[data-testid=side-heroku] .cm-wave');
  await expect
    .poll(() => marks.allTextContents(), patience)
    .toEqual([expect.stringContaining('dwn')]);
});

test('R22 S plays a match by keyboard alone, and no page breaks the security policy', async () => {
  const s = await house.come('/');
  await tabTo(s, '#room-name');
  await s.keyboard.press('Control+A');
  await s.keyboard.type('keys');
  await s.keyboard.press('Enter');
  await phaseIs(s, 'entry');
  await tabTo(s, '[data-testid=main-action]');
  await s.keyboard.press('Enter');
  await s.getByTestId('main-action').filter({ hasText: /Start/ }).waitFor();
  await house.server.makeField('keys', { turns: 3, turnTime: 500 });
  await tabTo(s, '[data-testid=main-action]');
  await s.keyboard.press('Enter');
  await phaseIs(s, 'coding');
  const opening = await programOn(s, 'salesforce');
  await tabTo(s, '.pad button');
  for (const key of ['ArrowRight', 'ArrowDown', 'ArrowLeft', 'Delete']) {
    await s.keyboard.press(key);
  }
  await expect
    .poll(() => programOn(s, 'salesforce'), patience)
    .toBe(`${opening}p.right();\np.down();\n`);
  await s.keyboard.press('Shift+ArrowUp');
  await s.keyboard.press('ArrowUp');
  await expect
    .poll(() => programOn(s, 'salesforce'), patience)
    .toBe(`${opening}p.right();\np.up();\np.down();\n`);
  await s.keyboard.press('Control+z');
  await expect
    .poll(() => programOn(s, 'salesforce'), patience)
    .toBe(`${opening}p.right();\np.down();\n`);
  await tabTo(s, '[data-testid=main-action]');
  await s.keyboard.press('Enter');
  await phaseIs(s, 'result');

  const { match } = await house.server.stateOf('keys');
  await s.goto(`${house.server.address}/replay/${match ?? ''}`);
  await s.getByRole('slider').waitFor();
  await s.goto(`${house.server.address}/help`);
  await s.getByRole('heading', { level: 1 }).waitFor();
});

test('R1 a name no room may have gets a page that says so', async () => {
  const page = await house.come('/game/two%20words');
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect(await page.locator('main').textContent()).toContain('two words');
  expect(await page.locator('[data-testid=room]').count()).toBe(0);
  await page.locator('#room-name').waitFor();
  // The one thing the browser has to say is that the address itself was not found.
  expect(house.visitors[0]?.complaints.splice(0)).toEqual([expect.stringContaining('404')]);
});

test('who reads Japanese is shown Japanese', async () => {
  const page = await house.come('/', { locale: 'ja-JP' });
  await page.getByRole('button', { name: '部屋に入る' }).click();
  await phaseIs(page, 'entry');
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('ja');
  await pressMain(page, /Salesforce.*[\u3040-\u30ff\u4e00-\u9fff]/);
  await page.getByRole('button', { name: '上', exact: true }).waitFor();
});

test('with WebGL the field is drawn, not blank', async () => {
  const drawing = await openBrowser(['--enable-unsafe-swiftshader']);
  try {
    const { page, complaints } = await visit(drawing, `${house.server.address}/game/drawn`);
    await page.locator('.stage-canvas').waitFor();
    const webgl = await page.evaluate(() => {
      const canvas = document.querySelector<HTMLCanvasElement>('.stage-canvas');
      return (canvas?.getContext('webgl2') ?? canvas?.getContext('webgl') ?? null) !== null;
    });
    expect(webgl).toBe(true);
    await expect.poll(() => drawnShare(page), { timeout: 30_000 }).toBeGreaterThan(0.05);
    expect(complaints).toEqual([]);
  } finally {
    await drawing.close();
  }
});

/** The share of the canvas that looks different when the canvas is hidden. */
async function drawnShare(page: Page): Promise<number> {
  const canvas = page.locator('.stage-canvas');
  const clip = await canvas.boundingBox();
  if (clip === null) return 0;
  const shown = (await page.screenshot({ clip })).toString('base64');
  await canvas.evaluate((element) => (element.style.visibility = 'hidden'));
  const hidden = (await page.screenshot({ clip })).toString('base64');
  await canvas.evaluate((element) => (element.style.visibility = ''));
  const blank = await page.context().newPage();
  try {
    return await blank.evaluate(
      async (pictures) => {
        const pixels = await Promise.all(
          pictures.map(async (picture) => {
            const image = new Image();
            image.src = `data:image/png;base64,${picture}`;
            await image.decode();
            const sheet = new OffscreenCanvas(image.width, image.height).getContext('2d');
            if (sheet === null) throw new Error('no 2D canvas');
            sheet.drawImage(image, 0, 0);
            return new Uint32Array(sheet.getImageData(0, 0, image.width, image.height).data.buffer);
          }),
        );
        const [first, second] = pixels;
        if (first === undefined || second === undefined) return 0;
        return first.filter((pixel, at) => pixel !== second[at]).length / first.length;
      },
      [shown, hidden],
    );
  } finally {
    await blank.close();
  }
}
