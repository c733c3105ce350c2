import type { Details } from '../base/result.ts';
import { characterNames, words, type MessageWords, type Words } from './message-words.ts';

/** Languages of the screens (R35). */
export type Language = keyof Words;

const byCode: Readonly<Record<string, MessageWords>> = words;

/** True when there are words for this code. */
export function hasMessage(code: string): boolean {
  return Object.hasOwn(byCode, code);
}

/**
 * What is wrong and what to do about it, for a code of the language or of the commands (L8). A code
 * without words is shown as it is, so that it can be reported.
 */
export function messageOf(code: string, details: Details, language: Language): string {
  const entry = hasMessage(code) ? byCode[code] : undefined;
  if (entry === undefined) return language === 'en' ? `Error: ${code}` : `エラー: ${code}`;
  const text = 'nearest' in details ? (entry.withNearest ?? entry) : entry;
  return text[language].replace(/\{(\w+)\}/g, (_place, name: string) => {
    const fact = String(details[name] ?? '?');
    return language === 'ja' ? (characterNames.get(fact) ?? fact) : fact;
  });
}
