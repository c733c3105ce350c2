import { expect, test } from 'vitest';
import type { PersonId } from '../shared/base/ids.ts';
import { createSessions, secureCookie, sessionCookie } from './session.ts';

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

test('R5 behind TLS the cookie has a name that no other host can set, and it counts before the old one', () => {
  const secure = sessions.write(person, { secure: true });
  expect(secure).toMatch(/^__Host-person=/);
  for (const rule of ['Secure', 'Path=/', 'HttpOnly']) expect(secure).toContain(rule);
  expect(secure).not.toContain('Domain');
  const tossed = pair(sessions.write(other, { secure: false }));
  for (const header of [`${tossed}; ${pair(secure)}`, `${pair(secure)}; ${tossed}`]) {
    expect(sessions.read(header)).toBe(person);
    expect(sessions.isSecure(header)).toBe(true);
  }
  expect(sessions.read(`${secureCookie}=forged.x; ${cookie}`)).toBe(person);
  expect(sessions.isSecure(cookie)).toBe(false);
});
