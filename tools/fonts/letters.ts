import { readFileSync, readdirSync } from 'node:fs';
import { common } from '../../client/i18n/common.ts';
import type { Script } from './faces.ts';

/** Everything on an English keyboard. */
const code = range(0x20, 0x7e);

/** That, the accents of Latin names, and the signs our texts are set with. */
const latin = `${code}${range(0xa0, 0xff)}–—‘’“”…•·×→←↑↓✕`;

/** Kana are whole, so that what people write in them is never in two hands. */
const kana = `${range(0x3001, 0x3015)}${range(0x3041, 0x3096)}${range(0x30a0, 0x30ff)}（）！？：，．～々〜ー`;

/**
 * The letters a script's fonts must hold: its alphabet, and every other sign that stands in the
 * sources with the texts of the game. `root` is the project's folder, with a slash.
 */
export function lettersFor(script: Script, root: string): string {
  if (script === 'code') return code;
  if (script === 'latin') return latin;
  if (script === 'switch') return common.switchLanguage.en;
  const letters = new Set(kana);
  const texts =
    script === 'titles'
      ? sourcesIn(`${root}client`).filter(({ name }) => !unspoken.test(name))
      : ['client', 'shared'].flatMap((folder) => sourcesIn(root + folder));
  for (const { text } of texts) {
    for (const letter of text) if ((letter.codePointAt(0) ?? 0) >= 0x2e80) letters.add(letter);
  }
  return [...letters].sort().join('');
}

/** Texts that are read and never shouted: help, refusals, the keeper's page. */
const unspoken = /^(help.*|.*refusals|ops|.*messages|.*words)\.tsx?$/;

function sourcesIn(folder: string): { readonly name: string; readonly text: string }[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return sourcesIn(path);
    const isSource = /\.(ts|tsx|html)$/.test(entry.name) && !entry.name.includes('.test.');
    return isSource ? [{ name: entry.name, text: readFileSync(path, 'utf8') }] : [];
  });
}

function range(first: number, last: number): string {
  return Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i)).join(
    '',
  );
}
