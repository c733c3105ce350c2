import type Database from 'libsql';
import type { MatchId } from '../../../shared/base/ids.ts';
import { mostNotes } from '../../../shared/replay/index.ts';
import type { ReviewNote } from '../../../shared/room/index.ts';
import type { NoteDraft, NoteLog } from '../ports.ts';

/** Notes in SQLite. */
export function createSqliteNoteLog(database: Database.Database): NoteLog {
  const count = database.prepare('SELECT count(*) AS notes FROM notes WHERE match = ?');
  const nextId = database.prepare(`
    INSERT INTO note_counters VALUES (?, 1)
    ON CONFLICT (match) DO UPDATE SET last_id = last_id + 1
    RETURNING last_id AS id
  `);
  const add = database.prepare('INSERT INTO notes VALUES (?, ?, ?, ?)');
  const notesOf = database.prepare('SELECT body FROM notes WHERE match = ? ORDER BY id');
  const remove = database.prepare('DELETE FROM notes WHERE match = ? AND id = ? AND author = ?');

  const append = database.transaction((match: MatchId, draft: NoteDraft): ReviewNote | 'full' => {
    const { notes } = count.get(match) as { notes: number };
    if (notes >= mostNotes) return 'full';
    const { id } = nextId.get(match) as { id: number };
    const note = { ...draft, id };
    add.run(match, id, draft.from, JSON.stringify(note));
    return note;
  });

  return {
    append: async (match, draft) => append.immediate(match, draft),
    of: async (match) =>
      (notesOf.all(match) as { body: string }[]).map(({ body }) => JSON.parse(body) as ReviewNote),
    remove: async (match, id, by) => remove.run(match, id, by).changes > 0,
  };
}
