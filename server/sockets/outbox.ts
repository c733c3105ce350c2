import type { Traffic } from '../traffic.ts';
import { Backlog } from './backlog.ts';
import type { PageSocket } from './door.ts';
import { LateFrames } from './late-frames.ts';
import { unreadOn } from './line-guard.ts';
import { Page, type EngineClient, type PacketOptions } from './page.ts';

/** Gathered frames written in one turn of the event loop: about 2 ms, then others get theirs. */
const slice = 256;

/**
 * Gathered frames that may wait for their turn, counted by page: what ten thousand people are told in
 * five intervals, a second or two of writing. Where more waits, rooms speak faster than this process
 * can write; whom that meets misses what is told, and asks for it later.
 */
export const mostLate = 50_000;

/**
 * Whoever missed something because too much was told hears of it after so many milliseconds: to tell
 * them, and to answer what they ask, costs more than a few frames, so it must not come often.
 */
const pileUpPause = 3000;

/**
 * The last step of every frame. A broadcast to a page that keeps up goes straight to its TCP socket
 * in one write, past the queues of Engine.IO and `ws`, which cost more than the system call itself;
 * everything else takes the usual way. A page that does not keep up misses broadcasts, is told so
 * once it reads again, and asks for what it has not seen (A5).
 */
export class Outbox {
  readonly #traffic: Pick<Traffic, 'frames' | 'missed'>;
  readonly #report: (trouble: string, error: unknown) => void;
  readonly #backlog = new Backlog();
  #written = 0;
  #turnEnds = false;
  readonly #late = new LateFrames<Page, PacketOptions>();

  constructor(
    traffic: Pick<Traffic, 'frames' | 'missed'>,
    report: (trouble: string, error: unknown) => void,
  ) {
    this.#traffic = traffic;
    this.#report = report;
  }

  /** Takes over what is written to a page. */
  serve(socket: PageSocket): void {
    const client = socket.client as unknown as EngineClient;
    const page = new Page(client, socket.data, {
      tellMissed: () => socket.emit('missed'),
      unread: () => unreadOn(socket.conn),
      backlog: this.#backlog,
    });
    const { address } = socket.data;
    const keeper = {
      address,
      get waiting() {
        return page.waiting;
      },
    };
    socket.conn.once('close', this.#backlog.watch(keeper));
    client.writeToEngine = (packets, options) => {
      try {
        this.#write(page, packets, options);
      } catch (error) {
        // One broadcast is written to one page after the other: the others get theirs.
        this.#report('a page could not be written to, its line is cut', error);
        page.cut();
      }
    };
    page.takeOverPings();
  }

  #write(page: Page, packets: readonly (string | Buffer)[], options: PacketOptions): void {
    if (options.wsPreEncodedFrame === undefined) return page.answer(packets, options);
    options.gathered ??= isGathered(packets);
    if (!options.gathered) return this.#broadcast(page, packets, options);
    if (page.behind) {
      this.#traffic.missed += 1;
      return undefined;
    }
    this.#endTurn();
    if (this.#late.waiting === 0 && this.#written < slice) {
      this.#written += 1;
      return this.#broadcast(page, packets, options);
    }
    if (this.#late.waiting < mostLate) return this.#late.add(page, packets, options);
    page.miss(pileUpPause);
    this.#traffic.missed += 1;
    return undefined;
  }

  #broadcast(page: Page, packets: readonly (string | Buffer)[], options: PacketOptions): void {
    if (page.broadcast(packets, options)) this.#traffic.frames += 1;
    else this.#traffic.missed += 1;
  }

  /** Gives everybody else a turn, then writes the next slice of what waits. */
  #endTurn(): void {
    if (this.#turnEnds) return;
    this.#turnEnds = true;
    setImmediate(() => {
      this.#turnEnds = false;
      this.#written = this.#late.take(slice, (page, packets, options) =>
        this.#broadcast(page, packets, options),
      );
      if (this.#written > 0) this.#endTurn();
    });
  }
}

function isGathered([packet]: readonly (string | Buffer)[]): boolean {
  return typeof packet === 'string' && packet.startsWith('2["batch"');
}
