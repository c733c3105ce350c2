import { effect, signal, type ReadonlySignal } from '@preact/signals';
import { dayUrls, sheetText, type SheetName, type Theme } from '../drawings/sources.ts';
import { tremblings } from '../drawings/tremble.ts';
import { reducedMotion } from './motion.ts';
import { theme } from './theme.ts';

export type { SheetName };

/** The same sheet drawn once or more often, to be shown in turn. */
export type SheetUrls = readonly [string, ...string[]];

const shown = new Map<SheetName, ReadonlySignal<SheetUrls>>();
const made = new Map<string, Promise<SheetUrls>>();

/**
 * Where a sheet lies in the viewer's theme. It begins with the file by day; the night sheet, and the
 * same lines drawn again for those who like motion, come a moment later and are made once.
 */
export function sheetUrls(name: SheetName): ReadonlySignal<SheetUrls> {
  const known = shown.get(name);
  if (known !== undefined) return known;
  const urls = signal<SheetUrls>([dayUrls[name]]);
  effect(() => {
    const [wanted, still] = [theme.value, reducedMotion.value];
    const take = async (): Promise<void> => {
      const drawn = await sheetsIn(name, wanted, still);
      if (theme.peek() === wanted && reducedMotion.peek() === still) urls.value = drawn;
    };
    void take();
  });
  shown.set(name, urls);
  return urls;
}

function sheetsIn(name: SheetName, wanted: Theme, still: boolean): Promise<SheetUrls> {
  const key = `${name} ${wanted} ${still}`;
  const known = made.get(key);
  if (known !== undefined) return known;
  const making = make(name, wanted, still);
  made.set(key, making);
  return making;
}

/** A sheet that cannot be loaded stays as it is: the picture's own error, seen in its place. */
async function make(name: SheetName, wanted: Theme, still: boolean): Promise<SheetUrls> {
  try {
    const [first, ...others] = await Promise.all(
      (still ? tremblings.slice(0, 1) : tremblings).map(async (trembling) => {
        if (trembling === 0 && wanted === 'light') return dayUrls[name];
        const text = await sheetText(name, wanted, trembling);
        return URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
      }),
    );
    return [first ?? dayUrls[name], ...others];
  } catch (error) {
    if (error instanceof TypeError) return [dayUrls[name]];
    throw error;
  }
}
