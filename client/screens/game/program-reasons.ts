import { signal } from '@preact/signals';
import type { Details } from '../../../shared/base/result.ts';
import type { messageOf } from '../../../shared/program/index.ts';
import { language } from '../../i18n/language.ts';

/** The words for errors of programs are fetched once a room is shown: no line fails before. */
const words = signal<typeof messageOf | null>(null);

/** Fetches them; without them a line is marked all the same, and says its reason on the next visit. */
export async function fetchReasons(): Promise<void> {
  if (words.peek() !== null) return;
  ({ messageOf: words.value } = await import('../../../shared/program/messages.ts'));
}

/** Why a line is marked, in the viewer's language. Reading it follows both words and language. */
export function reasonOf(code: string, details: Details): string {
  return words.value?.(code, details, language.value) ?? '';
}

/** Changes when reasons read otherwise than before. */
export function reasonsKey(): string {
  return `${language.value} ${words.value === null}`;
}
