import { effect, signal } from '@preact/signals';
import { recall, remember } from '../ui/memory.ts';

export const languages = ['en', 'ja'] as const;

export type Language = (typeof languages)[number];

/** The language to begin with: the one chosen before, else the first of the browser's we speak. */
export function firstLanguage(chosen: string | null, preferred: readonly string[]): Language {
  const known = (tag: string): Language | undefined =>
    languages.find((language) => tag.toLowerCase().split('-')[0] === language);
  const candidates = chosen === null ? preferred : [chosen, ...preferred];
  return candidates.map(known).find((found) => found !== undefined) ?? 'en';
}

/** The viewer's language. Setting it switches every text at once. */
export const language = signal<Language>('en');

/** Takes up the viewer's language and keeps page and memory in step with it. */
export function startLanguage(page: Document, preferred: readonly string[]): void {
  language.value = firstLanguage(recall('language'), preferred);
  effect(() => {
    page.documentElement.lang = language.value;
  });
}

/** The viewer chooses a language, for this visit and the next. */
export function chooseLanguage(chosen: Language): void {
  language.value = chosen;
  remember('language', chosen);
}
