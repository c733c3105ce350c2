/**
 * How a room is looked at: from a seat or as a spectator, on a wall by a projector, or as a field
 * inside a page of another site.
 */
export type RoomLook = 'room' | 'stage' | 'embed';

/** The look an address asks for (`?view=stage`, `?view=embed`); anything else is the room itself. */
export function lookOf(search: string): RoomLook {
  const view = new URLSearchParams(search).get('view');
  return view === 'stage' || view === 'embed' ? view : 'room';
}
