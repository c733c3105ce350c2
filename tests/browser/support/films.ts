import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';

/** A video in seconds and pixels; `last` is when its last picture comes. */
export interface Played {
  readonly duration: number;
  readonly seen: number;
  readonly width: number;
  readonly last: number;
}

/** How long a video really plays, by playing it to its end, and what it says of itself. */
export async function played(browser: Browser, file: string): Promise<Played> {
  return onPage(browser, async (viewer) => {
    await viewer.setContent('<video muted></video>');
    return viewer.evaluate(
      async (base64) => {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        const video = document.querySelector('video');
        if (video === null) throw new Error('no video');
        video.src = URL.createObjectURL(new Blob([bytes], { type: 'video/webm' }));
        let last = 0;
        const look: VideoFrameRequestCallback = (_now, { mediaTime }) => {
          last = mediaTime;
          video.requestVideoFrameCallback(look);
        };
        video.requestVideoFrameCallback(look);
        await new Promise((resolve, reject) => {
          video.addEventListener('ended', resolve);
          video.addEventListener('error', () => reject(new Error('not playable')));
          video.playbackRate = 4;
          video.play().catch(reject);
        });
        return { duration: video.duration, seen: video.currentTime, width: video.videoWidth, last };
      },
      (await readFile(file)).toString('base64'),
    );
  });
}

/** What a browser makes of an animated picture. */
export interface Picture {
  readonly type: string;
  readonly width: number;
  readonly moves: boolean;
}

/** Shows an animated picture; rejects where the browser cannot. */
export async function pictureIn(browser: Browser, bytes: Buffer): Promise<Picture> {
  return onPage(browser, async (viewer) => {
    const width = await viewer.evaluate(async (base64) => {
      const image = new Image();
      image.src = `data:image/gif;base64,${base64}`;
      await image.decode();
      return image.naturalWidth;
    }, bytes.toString('base64'));
    // Each frame begins with a graphic control extension of four bytes.
    const frames = bytes.toString('latin1').split('\x21\xf9\x04').length - 1;
    const type = bytes.subarray(0, 6).toString() === 'GIF89a' ? 'image/gif' : 'unknown';
    return { type, width, moves: frames > 10 };
  });
}

async function onPage<T>(browser: Browser, look: (page: Page) => Promise<T>): Promise<T> {
  const viewer = await browser.newPage();
  try {
    return await look(viewer);
  } finally {
    await viewer.close();
  }
}
