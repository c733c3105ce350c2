import type { Details } from '../base/result.ts';
import { errorCodes, errorText, wordsToText, type MessageLanguage } from '../lang/index.ts';
import { words } from './message-words.ts';

/** Languages of the screens (R35). */
export type Language = MessageLanguage;

const byCode: ReadonlyMap<string, (typeof words)[keyof typeof words]> = new Map(
  Object.entries(words),
);

/** True when there are words for this code. */
export function hasMessage(code: string): boolean {
  return byCode.has(code) || errorCodes.includes(code);
}

/**
 * What is wrong and what to do about it, for a code of the language or of the commands (L8). A code
 * without words is shown as it is, so that it can be reported.
 */
export function messageOf(code: string, details: Details, language: Language): string {
  const entry = byCode.get(code);
  if (entry !== undefined) return wordsToText(entry, details, language);
  if (errorCodes.includes(code)) return errorText(code, details, language);
  return language === 'en' ? `Error: ${code}` : `エラー: ${code}`;
}
