/**
 * Draws everything the game shows and writes it to assets/: `npx tsx tools/draw.ts`, with
 * `--posters` the pictures for links and home screens as well (they need Chromium). The same
 * sources always give the same files, so a change of a drawing is a change of this code.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { icon } from './draw/icon.ts';
import { figureFrames } from './draw/figure.ts';
import { posters } from './draw/posters.ts';
import { sheetOf, type SheetMap } from './draw/sheet.ts';
import { thingFrames } from './draw/things.ts';

const assets = fileURLToPath(new URL('../assets/', import.meta.url));

const sheets = {
  salesforce: sheetOf(figureFrames('salesforce'), 5),
  heroku: sheetOf(figureFrames('heroku'), 5),
  things: sheetOf(thingFrames(), 6),
};

mkdirSync(`${assets}drawings`, { recursive: true });
mkdirSync(`${assets}public`, { recursive: true });
const maps: Record<string, SheetMap> = {};
for (const [name, sheet] of Object.entries(sheets)) {
  write(`drawings/${name}.svg`, sheet.svg);
  maps[name] = sheet.map;
}
write('drawings/sheets.json', `${JSON.stringify(maps, null, 2)}\n`);
write('public/favicon.svg', icon());

if (process.argv.includes('--posters')) {
  for (const { file, bytes } of await posters(assets)) {
    writeFileSync(`${assets}public/${file}`, bytes);
    console.log(`public/${file}: ${(bytes.length / 1024).toFixed(1)} KB`);
  }
}

function write(path: string, text: string): void {
  writeFileSync(assets + path, text);
  console.log(`${path}: ${(text.length / 1024).toFixed(1)} KB`);
}
