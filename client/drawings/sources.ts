import sheets from '../../assets/drawings/sheets.json';
import herokuUrl from '../../assets/drawings/heroku.svg?url';
import salesforceUrl from '../../assets/drawings/salesforce.svg?url';
import thingsUrl from '../../assets/drawings/things.svg?url';
import { trembled, type Trembling } from './tremble.ts';

/** A file with many drawings, each a named view of it. */
export type SheetName = 'salesforce' | 'heroku' | 'things';

export type Theme = 'light' | 'dark';

/** Where the frames of each sheet are. */
export const sheetMaps: Readonly<
  Record<
    SheetName,
    { readonly columns: number; readonly rows: number; readonly frames: readonly string[] }
  >
> = sheets;

/** The files as they were drawn: by day, and without trembling. */
export const dayUrls: Readonly<Record<SheetName, string>> = {
  salesforce: salesforceUrl,
  heroku: herokuUrl,
  things: thingsUrl,
};

/** Ink, paper and grass of the night theme; every other colour stays what it is. */
const night: readonly (readonly [string, string])[] = [
  ['#1b1b1b', '#f1e9da'],
  ['#fbf9f4', '#2b2824'],
  ['#4f8f55', '#a9d69f'],
];

const fetched = new Map<SheetName, Promise<string>>();

/**
 * The text of a sheet in a theme and drawn anew `trembling` times. Each file is fetched once; rejects
 * when it cannot be, and the next call tries again.
 */
export async function sheetText(
  name: SheetName,
  theme: Theme,
  trembling: Trembling,
): Promise<string> {
  const day = await dayText(name);
  const coloured =
    theme === 'dark' ? night.reduce((svg, [ink, chalk]) => svg.replaceAll(ink, chalk), day) : day;
  return trembled(coloured, trembling);
}

async function dayText(name: SheetName): Promise<string> {
  const known = fetched.get(name);
  if (known !== undefined) return known;
  const coming = load(dayUrls[name]);
  fetched.set(name, coming);
  try {
    return await coming;
  } catch (error) {
    fetched.delete(name);
    throw error;
  }
}

async function load(url: string): Promise<string> {
  const response = await fetch(url);
  if (!response.ok) throw new TypeError(`drawing ${url}: ${response.status}`);
  return response.text();
}
