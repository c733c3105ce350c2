import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { moving, openBrowser, patience, visit } from './support/pages.ts';
import { servePages, type PageServer } from './support/server.ts';

/** The browser all tests share draws without WebGL; this one has it. */
let drawing: Browser;
let server: PageServer;

beforeAll(async () => {
  drawing = await openBrowser(['--enable-unsafe-swiftshader']);
  server = await servePages();
});
afterAll(async () => {
  await drawing.close();
  await server.close();
});

test('with WebGL a lost context comes back, or 2D drawing takes over', async () => {
  const { page } = await visit(drawing, `${server.address}/game/lost`, moving);
  const canvas = page.locator('.field-host canvas');
  await canvas.waitFor();
  const blank = (await canvas.screenshot()).length;
  const lost = await page.evaluate(() => {
    const surface = document.querySelector<HTMLCanvasElement>('.field-host canvas');
    const extension = surface?.getContext('webgl2')?.getExtension('WEBGL_lose_context');
    extension?.loseContext();
    return extension !== undefined && extension !== null;
  });
  expect(lost).toBe(true);
  // Whatever the browser does with the lost one, a canvas with the field is there again.
  await expect
    .poll(async () => {
      await page.mouse.move(640, 360);
      return (await page.locator('.field-host canvas').last().screenshot()).length > blank * 0.6;
    }, patience)
    .toBe(true);
  await expect
    .poll(
      () =>
        page.evaluate(() => {
          const now = [...document.querySelectorAll<HTMLCanvasElement>('.field-host canvas')].at(
            -1,
          );
          return now?.getContext('webgl2')?.isContextLost() ?? false;
        }),
      patience,
    )
    .toBe(false);
});

test('with WebGL the field is drawn, not blank', async () => {
  const { page, complaints } = await visit(drawing, `${server.address}/game/drawn`, moving);
  await page.locator('.stage-canvas').waitFor();
  const webgl = await page.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('.stage-canvas');
    return (canvas?.getContext('webgl2') ?? canvas?.getContext('webgl') ?? null) !== null;
  });
  expect(webgl).toBe(true);
  await expect.poll(() => drawnShare(page), { timeout: 30_000 }).toBeGreaterThan(0.05);
  expect(complaints).toEqual([]);
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
