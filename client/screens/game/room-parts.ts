import type { Signal } from '@preact/signals';
import type { Seat } from '../../../shared/base/ids.ts';
import type { ListingEditor, ProgramEditor } from '../../editor/index.ts';

/** What a phone shows below the field. */
export type Tab = Seat | 'talk';

/** The editors of a room while they are on the page. */
export interface RoomEditors {
  readonly salesforce: Signal<ListingEditor | null>;
  readonly heroku: Signal<ProgramEditor | null>;
}
