import { Encoder, PacketType, type Packet } from 'socket.io-parser';
import { expect, test } from 'vitest';
import { createPackets } from './packets.ts';

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
