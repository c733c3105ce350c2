import { Encoder, PacketType, type Packet } from 'socket.io-parser';
import { expect, test } from 'vitest';
import { createPackets, mostSaid } from './packets.ts';

const samples: readonly Packet[] = [
  { type: PacketType.CONNECT, nsp: '/', data: { sid: 'x' } },
  { type: PacketType.CONNECT_ERROR, nsp: '/elsewhere', data: { message: 'no' } },
  { type: PacketType.DISCONNECT, nsp: '/' },
  { type: PacketType.EVENT, nsp: '/', data: ['said', { text: 'お早う "x"' }, null] },
  { type: PacketType.EVENT, nsp: '/elsewhere', id: 0, data: ['said'] },
  { type: PacketType.ACK, nsp: '/', id: 12, data: [{ ok: true }] },
];

test.each(samples)('a packet is written as Socket.IO itself writes it: %j', (packet) => {
  expect(new (createPackets(() => {}).Encoder)().encode({ ...packet })).toEqual(
    new Encoder().encode({ ...packet }),
  );
});

test('A17 a line that says more than any page is ended before that is read', () => {
  let refused = 0;
  const decoder = new (createPackets(() => (refused += 1)).Decoder)();
  decoder.add('0');
  const message = `2["wish",${'['.repeat(50_000)}${']'.repeat(50_000)}]`;
  let taken = 0;
  expect(() => {
    for (; taken < 100; taken++) decoder.add(message);
  }).toThrow('no page sends');
  expect(refused).toBe(1);
  expect(taken * message.length).toBeGreaterThan(mostSaid.burst - 2 * message.length);
  expect(taken * message.length).toBeLessThan(mostSaid.burst * 1.5);
});
