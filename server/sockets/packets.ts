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

/** The pages of ours send no payload with it, and ask for no namespace but the first. */
const connectPacket = /^0(\/[\w/-]{0,64},?)?(\{.{0,1000}\})?$/s;

/** A call of an event, with the number its answer shall carry: pages count from 0. */
const eventPacket = /^2\d{0,15}\[/;

const disconnectPacket = '1';

/**
 * Letters that one line may say: six whole programs at once, each letter six bytes, then one in a few
 * seconds. To read them costs time whether they are refused or not.
 */
export const mostSaid = { burst: 1_500_000, perSecond: 250_000 } as const;

/**
 * Reads what one page says, in the only order there is: one CONNECT, events, and at most one
 * DISCONNECT at the end. Whatever else comes is thrown, upon which Socket.IO ends that page's line.
 * So a line is let in once, by the one request it began with, and never again after it has left.
 */
class PageDecoder extends Decoder {
  #may: 'connect' | 'speak' | 'nothing' = 'connect';
  /** How many letters may be said, and when that was counted last. */
  #left: number = mostSaid.burst;
  #at = performance.now();
  readonly #refused: () => void;

  constructor(refused: () => void) {
    super();
    this.#refused = refused;
  }

  override add(packet: unknown): void {
    if (typeof packet !== 'string' || !this.#affords(packet.length) || !this.#mayCome(packet)) {
      this.#may = 'nothing';
      this.#refused();
      throw new Error('a packet that no page sends here');
    }
    super.add(packet);
  }

  #affords(letters: number): boolean {
    const now = performance.now();
    const more = ((now - this.#at) / 1000) * mostSaid.perSecond;
    this.#left = Math.min(mostSaid.burst, this.#left + more) - letters;
    this.#at = now;
    return this.#left >= 0;
  }

  #mayCome(packet: string): boolean {
    if (this.#may === 'speak') {
      if (packet === disconnectPacket) this.#may = 'nothing';
      return packet === disconnectPacket || eventPacket.test(packet);
    }
    if (this.#may === 'nothing') return false;
    this.#may = 'speak';
    return connectPacket.test(packet);
  }
}

/**
 * How packets are written and read; pages use Socket.IO's own way and see no difference. `refused` is
 * told of each line that is ended because of what was said on it.
 */
export function createPackets(refused: () => void): {
  readonly Encoder: typeof TextEncoder;
  readonly Decoder: new () => Decoder;
} {
  return {
    Encoder: TextEncoder,
    Decoder: class extends PageDecoder {
      constructor() {
        super(refused);
      }
    },
  };
}
