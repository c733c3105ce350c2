/**
 * What a spectator's page has been sent and reads later, while nobody types: a load generator that
 * parses everything for everybody at once is itself the longest wait on a keystroke's way.
 */
export class Later {
  readonly #frames: Buffer[] = [];
  readonly #read: (payload: Buffer) => void;

  constructor(read: (payload: Buffer) => void) {
    this.#read = read;
  }

  /** Keeps a copy of a payload. */
  keep(payload: Buffer): void {
    this.#frames.push(Buffer.from(payload));
  }

  /** Reads everything kept, in order. */
  catchUp(): void {
    for (const frame of this.#frames.splice(0)) this.#read(frame);
  }
}
