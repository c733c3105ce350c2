import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { expect, test } from 'vitest';
import { addressOf, networkOf } from './address.ts';

function requestFrom(remoteAddress: string | undefined, forwarded?: string): IncomingMessage {
  const socket = new Socket();
  Object.defineProperty(socket, 'remoteAddress', { value: remoteAddress });
  const request = new IncomingMessage(socket);
  if (forwarded !== undefined) request.headers['x-forwarded-for'] = forwarded;
  return request;
}

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['127.0.0.1', '127.0.0.1'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['::FFFF:c000:0207', '192.0.2.7'],
  ['0:0:0:0:0:ffff:192.0.2.7', '192.0.2.7'],
  ['::1', '0:0:0:0::/64'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:DB8:1:2::', '2001:db8:1:2::/64'],
  ['2001:0db8:0001:0002:ffff::9', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['64:ff9b::192.0.2.7', '64:ff9b:0:0::/64'],
  ['192.0.2.7:4711', '192.0.2.7'],
  ['[2001:db8:1:2::9]:443', '2001:db8:1:2::/64'],
  ['[::ffff:192.0.2.7]', '192.0.2.7'],
  [' 192.0.2.7 ', '192.0.2.7'],
])('B5 %s counts as %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});

test.each(['', 'unknown', '_hidden', '300.1.1.1', '1.2.3', '::g', '[::1', '1.2.3.4:x', '::1::'])(
  'B5 %j is no address',
  (text) => {
    expect(networkOf(text)).toBeNull();
  },
);

test.each([
  [0, '203.0.113.1', '10.0.0.1'],
  [1, undefined, '10.0.0.1'],
  [1, '', '10.0.0.1'],
  [1, 'nobody knows', '10.0.0.1'],
  [1, '203.0.113.1', '203.0.113.1'],
  // What a visitor wrote stands left of what the proxy added.
  [1, '198.51.100.9, 203.0.113.1', '203.0.113.1'],
  [2, '198.51.100.9, 203.0.113.1, 10.0.0.2', '203.0.113.1'],
  [2, '203.0.113.1', '10.0.0.1'],
  [2, '203.0.113.1, garbage', '203.0.113.1'],
  [1, '203.0.113.1, garbage', '10.0.0.1'],
  [1, '203.0.113.1,', '10.0.0.1'],
  [1, '2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
])('B5 behind %j proxies that forward %j it comes from %s', (proxies, forwarded, address) => {
  expect(addressOf(requestFrom('::ffff:10.0.0.1', forwarded), proxies)).toBe(address);
});

test('B5 a connection that is gone already has an address like any other', () => {
  expect(addressOf(requestFrom(undefined), 0)).toBe('unknown');
});
