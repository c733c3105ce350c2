/**
 * What the spectators of a room have been sent and read later, while nobody types: a load generator
 * that parses everything for everybody at once is itself the longest wait on a keystroke's way.
 */
export class Later {
  readonly #kept: { readonly payload: Buffer; readonly read: (payload: Buffer) => void }[] = [];

  /** A listener that keeps a copy of each payload, to be read by `read`. */
  listener(read: (payload: Buffer) => void): (payload: Buffer) => void {
    return (payload) => this.#kept.push({ payload: Buffer.from(payload), read });
  }

  /** Reads everything kept, in order. */
  catchUp(): void {
    for (const { payload, read } of this.#kept.splice(0)) read(payload);
  }
}
