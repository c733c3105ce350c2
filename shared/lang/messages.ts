import type { Details } from '../base/result.ts';
import { characterNames, words, type MessageWords } from './words.ts';

/** Languages of the messages. */
export type MessageLanguage = 'en' | 'ja';

const byCode: Readonly<Record<string, MessageWords>> = words;

/** All codes that have words. */
export const errorCodes: readonly string[] = Object.keys(words);

/** Characters of a fact that are shown; a name or key may be as long as the program. */
const longestFact = 60;

/** The same facts with long texts cut, so that errors stay small. */
export function shortDetails(details: Details): Details {
  for (const value of Object.values(details)) {
    if (typeof value !== 'string' || value.length <= longestFact) continue;
    return Object.fromEntries(Object.entries(details).map(([key, fact]) => [key, shortFact(fact)]));
  }
  return details;
}

function shortFact(fact: string | number): string | number {
  if (typeof fact !== 'string' || fact.length <= longestFact) return fact;
  // A copy of its own, which does not keep a huge text alive, and no half of a character at its end.
  const part = fact.slice(0, longestFact - 1).replace(/[\ud800-\udbff]$/, '');
  // The host copies what it puts together here before it takes a part of it.
  return ` ${part}…`.slice(1);
}

/**
 * Cause and remedy of an error in a language (L8). Codes of the host, which have no words here, are
 * shown as they are with their facts.
 */
export function errorText(code: string, details: Details, language: MessageLanguage): string {
  const entry = Object.hasOwn(byCode, code) ? byCode[code] : undefined;
  if (entry === undefined) {
    const facts = Object.entries(details).map(([key, value]) => `${key}: ${value}`);
    return facts.length === 0 ? code : `${code} (${facts.join(', ')})`;
  }
  return wordsToText(entry, details, language);
}

/** A text with the facts of an error in their places. */
export function wordsToText(
  entry: MessageWords,
  details: Details,
  language: MessageLanguage,
): string {
  const text = 'nearest' in details ? (entry.withNearest ?? entry) : entry;
  return text[language].replaceAll(/\{(\w+)\}/g, (_place, name: string) => {
    const fact = String(details[name] ?? '?');
    return language === 'ja' ? (characterNames.get(fact) ?? fact) : fact;
  });
}
