/**
 * The whole language in one table: completion, hover help and the reference page are made of it. A
 * test holds it to what the language really has. Kept apart from the rest of `program`, since it is
 * loaded only where somebody writes or reads up.
 */
import type { WorldEntry } from '../entry.ts';
import { worldTable } from '../world.ts';
import { arrays } from './arrays.ts';
import { collections } from './collections.ts';
import type { LibraryEntry } from './entry.ts';
import { errors } from './errors.ts';
import { maths } from './maths.ts';
import { numbers } from './numbers.ts';
import { objects } from './objects.ts';
import { texts } from './texts.ts';

export type { WorldEntry } from '../entry.ts';
export { receivers, type LibraryEntry, type Receiver } from './entry.ts';

/** A part of the reference, under one heading. */
export interface ReferenceSection {
  readonly id: string;
  readonly title: { readonly en: string; readonly ja: string };
  readonly entries: readonly (WorldEntry | LibraryEntry)[];
}

/** Every name of the library. */
export const libraryTable: readonly LibraryEntry[] = [
  ...arrays,
  ...texts,
  ...numbers,
  ...maths,
  ...objects,
  ...collections,
  ...errors,
];

/** The whole table, in the order in which it is read. */
export const referenceSections: readonly ReferenceSection[] = [
  {
    id: 'world',
    title: { en: 'Your character and the world', ja: 'キャラクターと世界' },
    entries: worldTable,
  },
  { id: 'arrays', title: { en: 'Lists (arrays)', ja: '配列' }, entries: arrays },
  { id: 'texts', title: { en: 'Texts (strings)', ja: '文字列' }, entries: texts },
  {
    id: 'numbers',
    title: { en: 'Numbers and truth values', ja: '数と真偽値' },
    entries: numbers,
  },
  { id: 'math', title: { en: 'Math', ja: '数学(Math)' }, entries: maths },
  { id: 'objects', title: { en: 'Objects and JSON', ja: 'オブジェクトと JSON' }, entries: objects },
  { id: 'collections', title: { en: 'Map and Set', ja: 'Map と Set' }, entries: collections },
  { id: 'errors', title: { en: 'Errors', ja: 'エラー' }, entries: errors },
];
