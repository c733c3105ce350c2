import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { expect, test } from 'vitest';
import { cameSecurely, originAllowed } from './requester.ts';

function requestWith(headers: Readonly<Record<string, string>>): IncomingMessage {
  const request = new IncomingMessage(new Socket());
  Object.assign(request.headers, headers);
  return request;
}

const direct = { trustProxy: 0, origins: null };
const behindProxy = { trustProxy: 1, origins: null };

test.each([
  ['https://game.example', 'game.example', true],
  ['http://localhost:3000', 'localhost:3000', true],
  ['https://game.example:443', 'game.example', true],
  ['https://evil.example', 'game.example', false],
  ['http://localhost:3001', 'localhost:3000', false],
  ['https://game.example.evil.example', 'game.example', false],
  ['null', 'game.example', false],
  ['file:///tmp/page.html', 'game.example', false],
])('a page of %s may speak to %s: %j', (origin, host, allowed) => {
  expect(originAllowed(requestWith({ origin, host }), direct)).toBe(allowed);
});

test('a request without an Origin comes from no page of another site', () => {
  expect(originAllowed(requestWith({ host: 'game.example' }), direct)).toBe(true);
});

test('named origins are the only ones, whatever host was asked', () => {
  const rule = { trustProxy: 0, origins: ['https://game.example'] };
  const host = 'inner:3000';
  expect(originAllowed(requestWith({ origin: 'https://game.example', host }), rule)).toBe(true);
  expect(originAllowed(requestWith({ origin: 'http://inner:3000', host }), rule)).toBe(false);
});

test('forwarded headers count behind a proxy only', () => {
  const headers = {
    origin: 'https://game.example',
    host: 'inner:3000',
    'x-forwarded-host': 'game.example, inner:3000',
    'x-forwarded-proto': 'https',
  };
  expect(originAllowed(requestWith(headers), behindProxy)).toBe(true);
  expect(originAllowed(requestWith(headers), direct)).toBe(false);
  expect(cameSecurely(requestWith(headers), behindProxy)).toBe(true);
  expect(cameSecurely(requestWith(headers), direct)).toBe(false);
  expect(cameSecurely(requestWith({ 'x-forwarded-proto': 'http, https' }), behindProxy)).toBe(
    false,
  );
});
