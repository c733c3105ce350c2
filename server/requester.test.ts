import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { expect, test } from 'vitest';
import { cameSecurely, hostOf, originAllowed } from './requester.ts';

function requestWith(headers: Readonly<Record<string, string>>): IncomingMessage {
  const request = new IncomingMessage(new Socket());
  Object.assign(request.headers, headers);
  return request;
}

const direct = { trustProxy: 0, origins: null };
const behindProxies = (trustProxy: number) => ({ trustProxy, origins: null });

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

const forwarded = {
  origin: 'https://game.example',
  host: 'inner:3000',
  'x-forwarded-host': 'game.example',
  'x-forwarded-proto': 'https',
};

test('forwarded headers count behind a proxy only', () => {
  expect(originAllowed(requestWith(forwarded), behindProxies(1))).toBe(true);
  expect(originAllowed(requestWith(forwarded), direct)).toBe(false);
  expect(hostOf(requestWith(forwarded), direct)).toBe('inner:3000');
  expect(cameSecurely(requestWith(forwarded), behindProxies(1))).toBe(true);
  expect(cameSecurely(requestWith(forwarded), direct)).toBe(false);
});

test.each([
  ['evil.example, game.example', 1, 'game.example'],
  ['evil.example, game.example, inner', 2, 'game.example'],
  ['game.example', 2, 'game.example'],
  ['', 1, 'inner:3000'],
  [' , ', 1, 'inner:3000'],
])('of the forwarded hosts %j behind %d proxies %s counts', (hosts, proxies, host) => {
  const request = requestWith({ ...forwarded, 'x-forwarded-host': hosts });
  expect(hostOf(request, behindProxies(proxies))).toBe(host);
});

test.each([
  ['https, http', 1, false],
  ['http, https', 1, true],
  ['https, http', 2, true],
  ['http, https', 2, false],
  ['HTTPS', 1, false],
])('%j behind %d proxies came by TLS: %j', (scheme, proxies, secure) => {
  const request = requestWith({ 'x-forwarded-proto': scheme });
  expect(cameSecurely(request, behindProxies(proxies))).toBe(secure);
});
