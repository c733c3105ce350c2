import { signal, type ReadonlySignal } from '@preact/signals';
import type { Milliseconds, PersonId, Seat } from '../../shared/base/ids.ts';
import { ok, refused, type Details, type Result } from '../../shared/base/result.ts';
import type { NoteList, NoteWish } from '../../shared/protocol/index.ts';
import type { ReviewNote } from '../../shared/room/index.ts';

/** Where a note is to stand. */
export interface NotePlace {
  readonly time: Milliseconds;
  readonly seat: Seat;
  readonly line: number;
}

/** The notes on one match: to read, to leave, to take away. */
export interface NoteDesk {
  /** In the order of the moments they speak of. */
  readonly notes: ReadonlySignal<readonly ReviewNote[]>;
  /** Whether the viewer has written a note and may take it away. */
  mine(note: ReviewNote): boolean;
  /** False where notes live in this page only. */
  readonly kept: boolean;
  leave(wish: NoteWish): Promise<Result<ReviewNote>>;
  remove(note: ReviewNote): Promise<Result<null>>;
}

/** The notes of a stored match, which the server keeps. */
export async function openNoteDesk(match: string, ask: typeof fetch): Promise<NoteDesk> {
  const address = `/api/replay/${encodeURIComponent(match)}/notes`;
  const notes = signal<readonly ReviewNote[]>([]);
  let you: PersonId | null = null;
  const asked = await asking(ask, address, { headers: { accept: 'application/json' } });
  if (asked.ok) {
    const list = asked.value as NoteList;
    you = list.you;
    notes.value = inOrder(list.notes);
  }
  return {
    notes,
    kept: true,
    mine: ({ from }) => from === you,
    leave: async (wish) => {
      const answer = await asking(ask, address, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(wish),
      });
      if (!answer.ok) return answer;
      const note = answer.value as ReviewNote;
      you ??= note.from;
      notes.value = inOrder([...notes.peek(), note]);
      return ok(note);
    },
    remove: async (note) => {
      const answer = await asking(ask, `${address}/${note.id}`, { method: 'DELETE' });
      if (!answer.ok) return answer;
      notes.value = notes.peek().filter(({ id }) => id !== note.id);
      return ok(null);
    },
  };
}

/** The notes that came with a file; new ones live in this page until the file is saved again. */
export function fileNoteDesk(given: readonly ReviewNote[], now: () => number): NoteDesk {
  const notes = signal(inOrder(given));
  const own = new Set<number>();
  return {
    notes,
    kept: false,
    mine: ({ id }) => own.has(id),
    leave: async ({ time, seat, line, name, text }) => {
      const id = Math.max(0, ...notes.peek().map((note) => note.id)) + 1;
      const from = 'file' as PersonId;
      const place = { time: Math.round(time), seat, line };
      const at = Math.round(now());
      // As the server names those who give no name.
      const note: ReviewNote = {
        id,
        at,
        ...place,
        from,
        name: name || 'guest',
        player: null,
        text,
      };
      own.add(id);
      notes.value = inOrder([...notes.peek(), note]);
      return ok(note);
    },
    remove: async (note) => {
      notes.value = notes.peek().filter(({ id }) => id !== note.id);
      return ok(null);
    },
  };
}

function inOrder(notes: readonly ReviewNote[]): readonly ReviewNote[] {
  return notes.toSorted((a, b) => a.time - b.time || a.id - b.id);
}

async function asking(
  ask: typeof fetch,
  address: string,
  request: RequestInit,
): Promise<Result<unknown>> {
  try {
    const answer = await ask(address, request);
    const body = (await answer.json()) as { readonly code?: unknown };
    if (answer.ok) return ok(body);
    const { code, ...details } = body;
    return refused(typeof code === 'string' ? code : 'offline', details as Details);
  } catch (error) {
    if (error instanceof TypeError || error instanceof SyntaxError) return refused('offline');
    throw error;
  }
}
