import { createHmac, timingSafeEqual } from 'node:crypto';
import { parseCookie, stringifySetCookie } from 'cookie';
import type { PersonId } from '../shared/base/ids.ts';

/** Name of the session cookie. */
export const sessionCookie = 'person';

/** Browsers keep no cookie longer than 400 days. Seconds. */
const cookieAge = 400 * 24 * 60 * 60;

const idPattern = /^[\w-]{16}$/;

/**
 * Who somebody is: an id that anybody may know and a signature that only this server can make (R5).
 * Nothing about a session is stored.
 */
export interface Sessions {
  /** The person of a `Cookie` header; null when it carries no session, or a forged one. */
  read(cookieHeader: string | undefined): PersonId | null;
  /** The `Set-Cookie` header that makes somebody this person. */
  /**
   * `embedded`: for a page inside another site's, where only a secure cookie of that place alone is
   * let through; it has nothing to do with the person's own.
   */
  write(
    person: PersonId,
    options: { readonly secure: boolean; readonly embedded?: boolean },
  ): string;
}

/** Sessions signed with a secret (HMAC-SHA256). Another secret makes all of them strangers. */
export function createSessions(secret: string): Sessions {
  const signature = (id: string): Buffer =>
    createHmac('sha256', secret).update(`person ${id}`).digest();
  return {
    read: (cookieHeader) => {
      const value = parseCookie(cookieHeader ?? '')[sessionCookie] ?? '';
      const [id = '', signed = '', ...rest] = value.split('.');
      if (!idPattern.test(id) || rest.length > 0) return null;
      const given = Buffer.from(signed, 'base64url');
      const right = signature(id);
      return given.length === right.length && timingSafeEqual(given, right)
        ? (id as PersonId)
        : null;
    },
    write: (person, { secure, embedded = false }) =>
      stringifySetCookie({
        name: sessionCookie,
        value: `${person}.${signature(person).toString('base64url')}`,
        path: '/',
        httpOnly: true,
        sameSite: embedded && secure ? 'none' : 'lax',
        partitioned: embedded && secure,
        secure,
        maxAge: cookieAge,
      }),
  };
}
