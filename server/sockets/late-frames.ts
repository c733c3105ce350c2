/** What waits to be written to some pages: one frame, and who has not got it yet. */
interface Late<Page, Options> {
  readonly packets: readonly (string | Buffer)[];
  readonly options: Options;
  readonly pages: Page[];
}

/** Writes one frame to one page. */
export type WriteFrame<Page, Options> = (
  page: Page,
  packets: readonly (string | Buffer)[],
  options: Options,
) => void;

/**
 * Frames of large rooms that wait for their turn; first come, first written. Two lists in place of
 * one queue: a list that is left behind while young is cheap garbage, a queue that lives on keeps
 * what went through it from being collected early.
 */
export class LateFrames<Page, Options> {
  #coming: Late<Page, Options>[] = [];
  #going: Late<Page, Options>[] = [];
  /** The frame of `#going` that is being written, and how many of its pages have it. */
  #frame = 0;
  #told = 0;
  #waiting = 0;

  /** How many writes wait: pages, each counted for every frame it has not got. */
  get waiting(): number {
    return this.#waiting;
  }

  /** Lets a page wait for a frame. The pages of one broadcast share `options`. */
  add(page: Page, packets: readonly (string | Buffer)[], options: Options): void {
    const last = this.#coming.at(-1);
    if (last?.options === options) last.pages.push(page);
    else this.#coming.push({ packets, options, pages: [page] });
    this.#waiting += 1;
  }

  /** Writes up to so many frames; answers how many. */
  take(most: number, write: WriteFrame<Page, Options>): number {
    let written = 0;
    while (written < most) {
      const late = this.#going[this.#frame];
      if (late === undefined) {
        this.#going = this.#coming;
        this.#coming = [];
        this.#frame = 0;
        if (this.#going.length === 0) break;
        continue;
      }
      const { packets, options, pages } = late;
      const end = Math.min(pages.length, this.#told + most - written);
      written += end - this.#told;
      for (const page of pages.slice(this.#told, end)) write(page, packets, options);
      this.#told = end === pages.length ? 0 : end;
      if (this.#told === 0) this.#frame += 1;
    }
    this.#waiting -= written;
    return written;
  }
}
