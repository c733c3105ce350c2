import { mostNotes } from '../../../shared/replay/index.ts';
import type { ReviewNote } from '../../../shared/room/index.ts';
import type { NoteLog } from '../ports.ts';
import type { RedisClient } from './connection.ts';
import { keys } from './keys.ts';

/** Notes on replays, kept as long as they are. */
export function createRedisNoteLog(client: RedisClient): NoteLog {
  return {
    append: async (match, draft) => {
      const { key, count } = { key: keys.notes(match), count: keys.noteCount(match) };
      const rest = JSON.stringify(draft).slice(1);
      const id = await client.addNote(key, count, mostNotes, '{"id":', `,${rest}`);
      if (id < 0) return 'gone';
      return id === 0 ? 'full' : { ...draft, id };
    },
    of: async (match) => {
      const bodies = await client.hVals(keys.notes(match));
      const notes = bodies.map((body) => JSON.parse(body) as ReviewNote);
      return notes.sort((a, b) => a.id - b.id);
    },
    remove: async (match, id, by) => {
      const body = await client.hGet(keys.notes(match), String(id));
      if (!body || (JSON.parse(body) as ReviewNote).from !== by) return false;
      return (await client.hDel(keys.notes(match), String(id))) > 0;
    },
  };
}
