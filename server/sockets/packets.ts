import { Decoder, type Packet } from 'socket.io-parser';

/**
 * Writes Socket.IO's packets as its own encoder writes those without bytes in them. All our messages
 * are JSON; to look through each of them for bytes cost as much as to write it.
 */
class TextEncoder {
  encode({ type, nsp, id, data }: Packet): [string] {
    const namespace = nsp === undefined || nsp === '/' ? '' : `${nsp},`;
    const body = data === undefined ? '' : JSON.stringify(data);
    return [`${type}${namespace}${id ?? ''}${body}`];
  }
}

/** How packets are written and read; pages use Socket.IO's own way and see no difference. */
export const packets = { Encoder: TextEncoder, Decoder };
