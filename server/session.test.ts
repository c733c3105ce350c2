import { expect, test } from 'vitest';
import type { PersonId } from '../shared/base/ids.ts';
import { createSessions, sessionCookie } from './session.ts';

const person = 'abcdefgh-_123456' as PersonId;
const other = 'ABCDEFGH-_123456' as PersonId;
const sessions = createSessions('one secret');

function pair(setCookie: string): string {
  return setCookie.split(';', 1)[0] ?? '';
}

const cookie = pair(sessions.write(person, { secure: false }));

test('R5 what is written is read back, among other cookies too', () => {
  expect(sessions.read(cookie)).toBe(person);
  expect(sessions.read(`theme=dark; ${cookie}; x=y`)).toBe(person);
});

test('R5 scripts cannot read the cookie, and over TLS it stays there', () => {
  const open = sessions.write(person, { secure: false });
  expect(open).toContain('HttpOnly');
  expect(open).toContain('SameSite=Lax');
  expect(open).not.toContain('Secure');
  expect(sessions.write(person, { secure: true })).toContain('Secure');
});

test('R5 a signature holds for one person and one secret', () => {
  const [, signature = ''] = cookie.split('.');
  expect(sessions.read(`${sessionCookie}=${other}.${signature}`)).toBeNull();
  expect(createSessions('another secret').read(cookie)).toBeNull();
});

test.each([
  undefined,
  '',
  'person',
  'person=',
  `person=${person}`,
  `person=${person}.`,
  `person=${person}.AAAA`,
  `${cookie}.more`,
  `person=short.${cookie.split('.')[1]}`,
  'person=%E0%A4%A',
])('A17 %j carries no session', (header) => {
  expect(sessions.read(header)).toBeNull();
});
