import { createHmac, timingSafeEqual } from 'node:crypto';
import { parseCookie, stringifySetCookie } from 'cookie';
import type { PersonId } from '../shared/base/ids.ts';

/** Name of the session cookie where there is no TLS, and of those from before there were two names. */
export const sessionCookie = 'person';

/** Its name behind TLS: browsers let nobody but this very host set it, and only over TLS. */
export const secureCookie = '__Host-person';

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
  /** Whether it carries a session under the name for TLS. */
  isSecure(cookieHeader: string | undefined): boolean;
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
  const personIn = (value: string): PersonId | null => {
    const [id = '', signed = '', ...rest] = value.split('.');
    if (!idPattern.test(id) || rest.length > 0) return null;
    const given = Buffer.from(signed, 'base64url');
    const right = signature(id);
    return given.length === right.length && timingSafeEqual(given, right) ? (id as PersonId) : null;
  };
  const under = (name: string, cookieHeader: string | undefined): PersonId | null =>
    personIn(parseCookie(cookieHeader ?? '')[name] ?? '');
  return {
    read: (cookieHeader) => under(secureCookie, cookieHeader) ?? under(sessionCookie, cookieHeader),
    isSecure: (cookieHeader) => under(secureCookie, cookieHeader) !== null,
    write: (person, { secure, embedded = false }) =>
      stringifySetCookie({
        name: secure ? secureCookie : sessionCookie,
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

/** The `Set-Cookie` header that takes the cookie of the old name away. */
export const forgetOldCookie = stringifySetCookie({
  name: sessionCookie,
  value: '',
  path: '/',
  maxAge: 0,
});
