/**
 * The number of a client's room: one client into each, then the next one into each. Every round begins
 * a room later, so that the members of a room are spread over processes that take clients in turn.
 */
export function roomOf(client: number, rooms: number): number {
  return (client + Math.floor(client / rooms)) % rooms;
}
