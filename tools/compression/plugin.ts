import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

const zip = promisify(gzip);
const brotli = promisify(brotliCompress);

/** A smaller file fits into the first packets as it is. Bytes. */
const worthCompressing = 1024;

/**
 * Text that is served as it was built. Not the page, which is filled in for every visit; fonts and
 * pictures are compressed by their own formats; maps are read by nobody in a hurry.
 */
const text = /\.(js|css|svg|json)$/;

/**
 * Writes `.gz` and `.br` beside the built files in which text is, so that the server can send
 * them without compressing anything itself.
 */
export function compressFiles(): Plugin {
  return {
    name: 'compress-files',
    apply: 'build',
    writeBundle: {
      order: 'post',
      sequential: true,
      handler: ({ dir }) => (dir === undefined ? undefined : compressFolder(dir)),
    },
  };
}

/** Compresses what is worth it in a folder of built files, and in the folders in it. */
export async function compressFolder(folder: string): Promise<void> {
  const names = await readdir(folder, { recursive: true });
  // A name that begins with a dot is never served.
  const served = names.filter((name) => text.test(name) && !/(^|[\\/])\./.test(name));
  await Promise.all(served.map((name) => compressFile(join(folder, name))));
}

async function compressFile(path: string): Promise<void> {
  const content = await readFile(path);
  if (content.length < worthCompressing) return;
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
  };
  await Promise.all([
    zip(content, { level: constants.Z_BEST_COMPRESSION }).then((zipped) =>
      writeFile(`${path}.gz`, zipped),
    ),
    brotli(content, { params }).then((zipped) => writeFile(`${path}.br`, zipped)),
  ]);
}
