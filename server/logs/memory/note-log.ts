import type { MatchId } from '../../../shared/base/ids.ts';
import { mostNotes } from '../../../shared/replay/index.ts';
import type { ReviewNote } from '../../../shared/room/index.ts';
import type { NoteLog } from '../ports.ts';

/** Notes that live and die with the process. */
export function createMemoryNoteLog(): NoteLog {
  const matches = new Map<MatchId, { notes: readonly ReviewNote[]; lastId: number }>();
  return {
    append: async (match, draft) => {
      const known = matches.get(match) ?? { notes: [], lastId: 0 };
      if (known.notes.length >= mostNotes) return 'full';
      const note = { ...draft, id: known.lastId + 1 };
      matches.set(match, { notes: [...known.notes, note], lastId: note.id });
      return note;
    },
    of: async (match) => matches.get(match)?.notes ?? [],
    remove: async (match, id, by) => {
      const known = matches.get(match);
      const notes = known?.notes.filter((note) => note.id !== id || note.from !== by) ?? [];
      if (known === undefined || notes.length === known.notes.length) return false;
      matches.set(match, { ...known, notes });
      return true;
    },
  };
}
