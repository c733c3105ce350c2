import type { Timestamp } from '../../shared/base/ids.ts';
import { language } from './language.ts';

/** A day and its time, as the reader's language writes them. */
export function dayText(at: Timestamp): string {
  return new Date(at).toLocaleString(language.value, { dateStyle: 'medium', timeStyle: 'short' });
}
