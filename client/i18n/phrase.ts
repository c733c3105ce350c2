import { isolated } from '../../shared/base/visible-text.ts';
import { language } from './language.ts';

/** A fixed text in both languages (R35). */
export interface Phrase {
  readonly en: string;
  readonly ja: string;
}

/** A text with facts in it, in both languages. */
export interface Template<Facts extends readonly unknown[]> {
  readonly en: (...facts: Facts) => string;
  readonly ja: (...facts: Facts) => string;
}

/** Texts by name; a text that lacks a language does not compile. */
export type Texts = Readonly<Record<string, Phrase | Template<never>>>;

/**
 * The text in the viewer's language. A component that calls it is drawn anew when the language is
 * switched.
 */
export function say(phrase: Phrase): string;
export function say<Facts extends readonly unknown[]>(
  template: Template<Facts>,
  ...facts: Facts
): string;
export function say(text: Phrase | Template<readonly unknown[]>, ...facts: unknown[]): string {
  const words = text[language.value];
  if (typeof words === 'string') return words;
  // Names stand among our words: those written from right to left must not turn these round (B8).
  return words(...facts.map((fact) => (typeof fact === 'string' ? isolated(fact) : fact)));
}
