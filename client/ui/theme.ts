import { effect, signal } from '@preact/signals';
import { recall, remember } from './memory.ts';

export const themes = ['light', 'dark'] as const;

/** `light` is white paper, `dark` the same drawing at night. */
export type Theme = (typeof themes)[number];

/** The viewer's theme; setting it repaints the page. */
export const theme = signal<Theme>('light');

/** The theme to begin with: the one chosen before, else what the system prefers. */
export function firstTheme(chosen: string | null, systemIsDark: boolean): Theme {
  return themes.find((known) => known === chosen) ?? (systemIsDark ? 'dark' : 'light');
}

/** Takes up the viewer's theme and keeps the page in step with it. */
export function startTheme(page: Document, systemIsDark: boolean): void {
  theme.value = firstTheme(recall('theme'), systemIsDark);
  effect(() => {
    page.documentElement.dataset['theme'] = theme.value;
  });
}

/** The viewer chooses a theme, for this visit and the next. */
export function chooseTheme(chosen: Theme): void {
  theme.value = chosen;
  remember('theme', chosen);
}
