/** One way of looking: a size, a language and a theme. */
export interface View {
  readonly width: number;
  readonly height: number;
  readonly language: 'en' | 'ja';
  readonly theme: 'light' | 'dark';
}

/** A laptop, a small phone, a projector. */
const sizes = [
  [1280, 720],
  [360, 640],
  [1920, 1080],
] as const;

/** Every size in every language and theme. Sizes change last: they cost a page the least. */
export const everyView: readonly View[] = (['light', 'dark'] as const).flatMap((theme) =>
  (['en', 'ja'] as const).flatMap((language) =>
    sizes.map(([width, height]) => ({ width, height, language, theme })),
  ),
);

/** Where every page begins, and comes back to. */
export const homeView: View = { width: 1280, height: 720, language: 'en', theme: 'light' };

/** A laptop by day and a phone by night: for what differs little from view to view. */
export const twoViews: readonly View[] = everyView.filter(
  ({ width, language, theme }) =>
    (width === 1280 && language === 'en' && theme === 'light') ||
    (width === 360 && language === 'ja' && theme === 'dark'),
);

/** Every view of one width. */
export function viewsOf(width: number): readonly View[] {
  return everyView.filter((view) => view.width === width);
}

/** The end of the name of every file with this view. */
export function nameOf({ width, height, language, theme }: View): string {
  return `${width}x${height}-${language}-${theme}`;
}
