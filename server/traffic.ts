/** What goes on, mostly counted since the start: plain numbers, since some grow by 100,000 a second. */
export interface Traffic {
  /** Messages from pages. */
  messages: number;
  /** Room events told, one for each page that hears it. */
  deliveries: number;
  /** Frames of room events handed to sockets; one may carry several events. */
  frames: number;
  /** Frames left out for pages that read too slowly. */
  missed: number;
  /** Open connections to pages, now. */
  connections: number;
  /** Steps of pages that the referee put right (A8). */
  corrections: number;
  /** How late the latest of the turns since the last look was, in milliseconds. */
  turnLateness: number;
}

/** Nothing has gone over any wire yet. */
export function noTraffic(): Traffic {
  return {
    messages: 0,
    deliveries: 0,
    frames: 0,
    missed: 0,
    connections: 0,
    corrections: 0,
    turnLateness: 0,
  };
}
