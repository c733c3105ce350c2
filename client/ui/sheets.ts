import { effect, signal, type ReadonlySignal, type Signal } from '@preact/signals';
import herokuUrl from '../../assets/drawings/heroku.svg?url';
import salesforceUrl from '../../assets/drawings/salesforce.svg?url';
import thingsUrl from '../../assets/drawings/things.svg?url';
import { theme } from './theme.ts';

/** A file with many drawings, each a named view of it. */
export type SheetName = 'salesforce' | 'heroku' | 'things';

const dayUrls: Readonly<Record<SheetName, string>> = {
  salesforce: salesforceUrl,
  heroku: herokuUrl,
  things: thingsUrl,
};

/** Ink and paper as the drawings name them, and what they are at night. */
const nightColours: readonly (readonly [string, string])[] = [
  ['#1b1b1b', '#f1e9da'],
  ['#fbf9f4', '#2b2824'],
];

const sheetUrls = new Map<SheetName, ReadonlySignal<string>>();

/** Where a sheet lies in the viewer's theme. The night sheet is made from the day's, once. */
export function sheetUrl(name: SheetName): ReadonlySignal<string> {
  const known = sheetUrls.get(name);
  if (known !== undefined) return known;
  const url = signal(dayUrls[name]);
  let night: Promise<string> | null = null;
  effect(() => {
    if (theme.value === 'light') {
      url.value = dayUrls[name];
      return;
    }
    night ??= nightSheet(dayUrls[name]);
    void showNight(night, url);
  });
  sheetUrls.set(name, url);
  return url;
}

async function showNight(night: Promise<string>, url: Signal<string>): Promise<void> {
  const made = await night;
  if (theme.peek() === 'dark') url.value = made;
}

/** A sheet that cannot be loaded stays as it is: the picture's own error, seen in its place. */
async function nightSheet(dayUrl: string): Promise<string> {
  try {
    const response = await fetch(dayUrl);
    if (!response.ok) return dayUrl;
    const day = await response.text();
    const text = nightColours.reduce((svg, [ink, chalk]) => svg.replaceAll(ink, chalk), day);
    return URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
  } catch (error) {
    if (error instanceof TypeError) return dayUrl;
    throw error;
  }
}
