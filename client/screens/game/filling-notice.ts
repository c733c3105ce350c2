import { effect } from '@preact/signals';
import type { Seat } from '../../../shared/base/ids.ts';
import { editor } from '../../i18n/editor.ts';
import { say } from '../../i18n/phrase.ts';
import type { RoomScreen } from './room-context.ts';

/** Percent of what one may write in a match at which its writer is told how much is used. */
const toldAt = [80, 90, 95, 99] as const;

/** Tells the writer of a seat in time that the match will take no more; answers how to stop. */
export function tellOfFilling(
  { client, toaster }: Pick<RoomScreen, 'client' | 'toaster'>,
  seat: Seat,
): () => void {
  let last = '';
  return effect(() => {
    const filling = client.filling.value;
    if (filling?.seat !== seat) return;
    const percent = Math.floor(filling.share * 100);
    const step = toldAt.findLast((share) => percent >= share);
    const told = `${client.state.peek()?.match} ${step}`;
    if (step === undefined || told === last) return;
    last = told;
    toaster.tell('news', () => say(editor.filling, percent));
  });
}
