import type { RoomName } from '../../shared/base/ids.ts';
import { visibleLine } from '../../shared/base/visible-text.ts';
import { parseRoomName } from '../../shared/protocol/index.ts';

/** Which page an address means (R1). */
export type Route =
  | { readonly kind: 'home' }
  | { readonly kind: 'help' }
  | { readonly kind: 'learn' }
  /** What the server does, for its operators. */
  | { readonly kind: 'ops' }
  | { readonly kind: 'language' }
  | { readonly kind: 'game'; readonly room: RoomName }
  /** Its name as it can be shown among words. */
  | { readonly kind: 'bad room'; readonly name: string }
  /** Without a match: the theatre for a file. */
  | { readonly kind: 'replay'; readonly match: string | null }
  | { readonly kind: 'not found' };

/** Reads the path of an address. An unreadable escape or name gets a page that says so. */
export function routeOf(path: string): Route {
  if (path === '/' || path === '/index.html') return { kind: 'home' };
  if (path === '/help') return { kind: 'help' };
  if (path === '/ops') return { kind: 'ops' };
  if (path === '/learn') return { kind: 'learn' };
  if (path === '/replay') return { kind: 'replay', match: null };
  if (path === '/help/language') return { kind: 'language' };
  const [, section, rest, ...more] = path.split('/');
  if (rest === undefined || more.some((part) => part !== '')) return { kind: 'not found' };
  if (section === 'replay' && rest !== '') return { kind: 'replay', match: unescaped(rest) };
  if (section !== 'game') return { kind: 'not found' };
  const name = unescaped(rest);
  const room = parseRoomName(name);
  return room.ok
    ? { kind: 'game', room: room.value }
    : { kind: 'bad room', name: visibleLine(name) };
}

/** The address of a room. */
export function roomPath(room: string): string {
  return `/game/${encodeURIComponent(room)}`;
}

/** The address of a replay. */
export function replayPath(match: string): string {
  return `/replay/${encodeURIComponent(match)}`;
}

function unescaped(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch (error) {
    if (error instanceof URIError) return part;
    throw error;
  }
}
