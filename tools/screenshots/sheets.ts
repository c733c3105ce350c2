import type { Browser } from 'playwright-core';
import { folder } from './photographer.ts';

/** Puts the pictures of each kind on one sheet, small, to be looked at together. */
export async function layOut(
  browser: Browser,
  taken: ReadonlyMap<string, readonly string[]>,
): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1600, height: 100 } });
  // A page of this folder may show the files of this folder.
  await page.goto(`file://${folder}`);
  for (const [what, names] of taken) {
    if (names.length < 2) continue;
    await page.setContent(`<!doctype html><body style="margin:8px;background:#777;display:flex;
      flex-wrap:wrap;gap:8px;align-items:flex-start;font:12px sans-serif">
      ${names.map((name) => `<figure style="margin:0"><img src="${name}" height="300"><figcaption>${name}</figcaption></figure>`).join('')}`);
    await page.evaluate(() => Promise.all([...document.images].map((image) => image.decode())));
    await page.screenshot({ path: `${folder}sheet-${what}.png`, fullPage: true });
  }
  await page.close();
}
