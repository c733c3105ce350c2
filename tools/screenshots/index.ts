/**
 * `npm run screenshots`: pictures every screen at every size, in both languages and themes, and two
 * turns picture by picture, into .cache/screenshots, with a sheet of small pictures for each screen.
 * What is to be pictured is set up once and then looked at from every side.
 *
 * `-- still match` makes only these scenes; `-- --readme` renews the picture of the README as well.
 */
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { openBrowser } from '../../tests/browser/support/pages.ts';
import { servePages } from '../../tests/browser/support/server.ts';
import { HurriedClock } from './hurried-clock.ts';
import { endings } from './endings.ts';
import { fields } from './fields.ts';
import { match } from './match.ts';
import { operators, operatorsToken } from './operators.ts';
import { folder, Photographer } from './photographer.ts';
import { poor } from './poor.ts';
import type { Scene } from './scene.ts';
import { layOut } from './sheets.ts';
import { still } from './still.ts';
import { theatre } from './theatre.ts';
import { turns } from './turns.ts';

const scenes: Readonly<Record<string, Scene>> = {
  match,
  still,
  endings,
  fields,
  theatre,
  operators,
  poor,
  turns,
};

const readmePicture = fileURLToPath(new URL('../../assets/readme/match.jpg', import.meta.url));

/** The picture of the README: pictured once more as JPEG, at half the weight. */
async function renewReadme(browser: Browser): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
  await page.goto(`file://${folder}running-s-1280x720-en-light.png`);
  await page.screenshot({ path: readmePicture, type: 'jpeg', quality: 84 });
  await page.close();
}

async function main(): Promise<void> {
  const words = process.argv.slice(2);
  const readme = words.includes('--readme');
  const wished = words.filter((word) => word !== '--readme');
  const unknown = wished.filter((word) => !(word in scenes));
  if (unknown.length > 0) {
    throw new Error(`no scene ${unknown.join(', ')}; there are ${Object.keys(scenes).join(', ')}`);
  }
  const photographer = new Photographer(wished.length === 0);
  const browser = await openBrowser();
  try {
    for (const [name, scene] of Object.entries(scenes)) {
      if (wished.length > 0 && !wished.includes(name) && !(readme && name === 'match')) continue;
      console.log(`${name} …`);
      const clock = new HurriedClock();
      const server = await servePages({ clock, opsToken: operatorsToken });
      try {
        await scene({ browser, server, clock, photographer });
      } catch (error) {
        // One scene that fails takes no other with it.
        console.error(error);
        process.exitCode = 1;
      } finally {
        for (const context of browser.contexts()) await context.close();
        await server.close();
      }
    }
    await layOut(browser, photographer.taken);
    if (readme) await renewReadme(browser);
  } finally {
    await browser.close();
  }
}

await main();
