import type { WorldEntry } from '../entry.ts';

/** Kinds of values that have methods, each with the word that stands for one in a signature. */
export const receivers = {
  array: 'list',
  string: 'text',
  number: 'number',
  boolean: 'flag',
  object: 'object',
  function: 'fn',
  error: 'error',
  map: 'map',
  set: 'set',
  iterator: 'iterator',
} as const;

/** A kind of value that has methods. */
export type Receiver = keyof typeof receivers;

/**
 * One name of the library with its help. A method or property of a value has the kind of value before
 * its name, as in `array.map`; everything else is named as a program writes it, as in `Math.floor`.
 */
export interface LibraryEntry extends WorldEntry {
  readonly receiver: Receiver | null;
}

/** What follows the dot or stands alone, what it does in English and in Japanese. */
export type Row = readonly [signature: string, en: string, ja: string];

/** Methods and properties of one kind of value. */
export function membersOf(receiver: Receiver, rows: readonly Row[]): readonly LibraryEntry[] {
  return rows.map(([signature, en, ja]) => ({
    name: `${receiver}.${nameIn(signature)}`,
    kind: kindOf(signature),
    signature: `${receivers[receiver]}.${signature}`,
    help: { en, ja },
    receiver,
  }));
}

/** Names behind a global name, as `floor` behind `Math`; an empty prefix for the globals themselves. */
export function namesUnder(prefix: string, rows: readonly Row[]): readonly LibraryEntry[] {
  const dotted = prefix === '' ? '' : `${prefix}.`;
  return rows.map(([signature, en, ja]) => ({
    name: dotted + nameIn(signature),
    kind: kindOf(signature),
    signature: signature.startsWith('new ') ? signature : dotted + signature,
    help: { en, ja },
    receiver: null,
  }));
}

/** A global name that holds others. */
export function namespace(name: string, en: string, ja: string): LibraryEntry {
  return { name, kind: 'group', signature: name, help: { en, ja }, receiver: null };
}

function nameIn(signature: string): string {
  return /^(?:new )?([\w$]+)/.exec(signature)?.[1] ?? signature;
}

function kindOf(signature: string): 'function' | 'value' {
  return signature.includes('(') ? 'function' : 'value';
}
