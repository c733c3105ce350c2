import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import subsetFont from 'subset-font';
import type { Plugin } from 'vite';
import { faces } from './faces.ts';
import { lettersFor } from './letters.ts';

/**
 * Cuts our fonts down to the letters of the game before the pages are built, into `.cache/fonts`
 * where the styles refer to them. Fonts whose letters are the same as last time are kept.
 */
export function subsetFonts(root: string): Plugin {
  return { name: 'subset-fonts', buildStart: () => cutFonts(root) };
}

/** Cuts every face that is missing or whose letters have changed. */
export async function cutFonts(root: string): Promise<void> {
  const folder = `${root}.cache/fonts/`;
  mkdirSync(folder, { recursive: true });
  for (const { name, source, script } of faces) {
    const letters = lettersFor(script, root);
    const whole = readFileSync(`${root}node_modules/${source}`);
    const stamp = createHash('sha256').update(whole).update(letters).digest('hex');
    const [file, stampFile] = [`${folder}${name}.woff2`, `${folder}${name}.cut-from`];
    if (existsSync(file) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) {
      continue;
    }
    // Ligatures would draw two typed signs as one, which is no help to who counts letters.
    const noLayoutClosure = script === 'code';
    writeFileSync(
      file,
      await subsetFont(whole, letters, { targetFormat: 'woff2', noLayoutClosure }),
    );
    writeFileSync(stampFile, stamp);
  }
}
