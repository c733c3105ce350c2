/**
 * Pictures that other programs show: the icon of a home screen and the picture beside a link. They
 * want pixels, so the drawings are put into a page and pictured there.
 */
import { readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { chromiumPlace } from '../set-up/chromium-options.ts';

/** A picture as it is written to assets/public. */
export interface Poster {
  readonly file: string;
  readonly bytes: Buffer;
}

/** Draws both posters from the sheets in `assets`. */
export async function posters(assets: string): Promise<readonly Poster[]> {
  const browser = await chromium.launch({
    executablePath: chromiumPlace(),
    args: ['--no-sandbox'],
  });
  try {
    const shoot = async (file: string, width: number, height: number, body: string) => {
      const page = await browser.newPage({ viewport: { width, height } });
      await page.setContent(`<!doctype html><style>${style}</style>${body}`);
      await page.evaluate(() => document.fonts.ready);
      await page.waitForFunction(() => [...document.images].every((image) => image.complete));
      const type = file.endsWith('.png') ? 'png' : 'jpeg';
      const bytes = await page.screenshot(type === 'png' ? { type } : { type, quality: 86 });
      await page.close();
      return { file, bytes };
    };
    const sheet = (name: string): string =>
      `data:image/svg+xml;base64,${readFileSync(`${assets}drawings/${name}.svg`).toString('base64')}`;
    const hand = readFileSync(`${assets}../.cache/fonts/hand.woff2`).toString('base64');
    const drawing = (name: string, frame: string, place: string): string =>
      `<img src="${sheet(name)}#${frame}" style="${place}">`;
    const icon = readFileSync(`${assets}public/favicon.svg`).toString('base64');
    return [
      await shoot(
        'touch-icon.png',
        180,
        180,
        `<img src="data:image/svg+xml;base64,${icon}" style="left:14px;top:10px;width:152px">`,
      ),
      await shoot(
        'preview.jpg',
        1200,
        630,
        [
          `<style>@font-face{font-family:Hand;src:url(data:font/woff2;base64,${hand})}</style>`,
          '<i class="blot" style="left:40px;top:120px;background:#e8743b"></i>',
          '<i class="blot" style="right:40px;top:120px;background:#a98bb5"></i>',
          '<i class="blot" style="left:390px;top:330px;background:#8cc98a"></i>',
          '<h1>Salesforce <small>vs.</small> Heroku</h1>',
          '<p>two programs, one field, and a fat ladybug</p>',
          '<b></b>',
          drawing('salesforce', 'side-a', 'left:110px;bottom:48px;width:330px'),
          drawing('heroku', 'side-a', 'right:110px;bottom:48px;width:330px;transform:scaleX(-1)'),
          drawing('things', 'gold-30', 'left:500px;bottom:66px;width:150px'),
          drawing('things', 'gold-sealed', 'left:590px;bottom:70px;width:130px'),
          drawing('things', 'bug-a', 'left:720px;bottom:4px;width:110px;transform:rotate(-78deg)'),
          drawing('things', 'tuft-c', 'left:60px;bottom:66px;width:110px'),
        ].join(''),
      ),
    ];
  } finally {
    await browser.close();
  }
}

const style = `
  body { margin: 0; background: #fbf9f4; overflow: hidden; font-family: Hand; color: #1b1b1b; }
  img { position: absolute; aspect-ratio: 1; }
  h1 { position: absolute; inset: 44px 0 auto; margin: 0; font-size: 104px; font-weight: 400;
    text-align: center; white-space: nowrap; }
  h1 small { font-size: 58px; color: #6b655d; }
  p { position: absolute; inset: 178px 0 auto; margin: 0; font-size: 38px; text-align: center;
    color: #55504a; }
  b { position: absolute; left: 60px; right: 60px; bottom: 74px; height: 6px; border-radius: 6px 4px;
    background: #1b1b1b; transform: rotate(-0.3deg); }
  .blot { position: absolute; width: 460px; height: 400px; border-radius: 48% 52% 46% 54%;
    filter: blur(46px); opacity: 0.34; }
`;
