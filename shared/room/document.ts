import { ChangeSet } from '@codemirror/state';
import { ok, refused, type Result } from '../base/result.ts';
import { applyChanges, lengthBefore } from './changes.ts';
import type { ChangesJson, DocumentUpdate } from './entries.ts';
import type { EarlierText, ProgramDocument } from './state.ts';

/** Who signs the updates by which the authority restores locked text (A11). */
export const authorityClient = 'authority';

/**
 * Texts kept besides the current one. A step is read from the newest text its owner has seen; more
 * than a few pushes cannot lie between that and the current one.
 */
const earlierTexts = 4;

/** A document nobody has written in. */
export function newDocument(epoch: number, text: string): ProgramDocument {
  return { epoch, version: 0, text, lockedTo: text.length, marks: [], earlier: [] };
}

/** The text at a version, or null when that is not kept any more (or does not exist yet). */
export function textAt(document: ProgramDocument, version: number): string | null {
  if (version === document.version) return document.text;
  return document.earlier.find((earlier) => earlier.version === version)?.text ?? null;
}

/** Applies updates in order. `bad-change` if one does not fit the text it meets. */
export function editText(
  text: string,
  updates: readonly DocumentUpdate[],
): Result<string, 'bad-change'> {
  let edited = text;
  for (const { changes } of updates) {
    if (lengthBefore(changes) !== edited.length) return refused('bad-change');
    edited = applyChanges(edited, changes);
  }
  return ok(edited);
}

/** The document after some updates; the caller has made sure that they fit. */
export function withUpdates(
  document: ProgramDocument,
  updates: readonly DocumentUpdate[],
): ProgramDocument {
  const edited = editText(document.text, updates);
  if (!edited.ok) throw new Error('the log holds an edit that does not fit its document');
  const earlier: EarlierText = {
    version: document.version,
    text: document.text,
    changes: updates.map((update) => update.changes),
  };
  // Written out, not spread: see `withPlayed` in apply.ts.
  return {
    epoch: document.epoch,
    version: document.version + updates.length,
    text: edited.value,
    lockedTo: document.lockedTo,
    marks: document.marks,
    earlier: [...document.earlier.slice(1 - earlierTexts), earlier],
  };
}

/**
 * The update that puts locked text back after `updates` have touched it, or null if they have not.
 * Text that was inserted just behind the lock stays behind it (A11).
 */
export function restoringUpdate(
  document: ProgramDocument,
  updates: readonly DocumentUpdate[],
): DocumentUpdate | null {
  if (updates.every(({ changes }) => keepsBefore(changes, document.lockedTo))) return null;
  const after = withUpdates(document, updates).text;
  const end = mapEnd(
    document.lockedTo,
    updates.map((update) => update.changes),
  );
  return replacePrefix(after, end, document.text.slice(0, document.lockedTo));
}

/** Whether changes leave everything before an offset as it is. */
function keepsBefore([first]: ChangesJson, offset: number): boolean {
  return offset === 0 || (typeof first === 'number' && first >= offset);
}

/** What it takes to lock what was read: an update, if any is needed, and the offset of the lock. */
export interface Locking {
  readonly update: DocumentUpdate | null;
  readonly lockedTo: number;
}

/**
 * Locks the text before `readTo` as it stood at `version` (A7, R17). Edits made since in the part
 * that was read are taken back, and the locked part always ends with a line break, so that whatever
 * is typed next stands on a line of its own. Null when that version is not kept any more, or is from
 * before the present lock.
 */
export function lockAt(document: ProgramDocument, version: number, readTo: number): Locking | null {
  const read = textAt(document, version);
  if (!read?.startsWith(document.text.slice(0, document.lockedTo))) return null;
  const since = document.earlier
    .filter((earlier) => earlier.version >= version)
    .flatMap((earlier) => earlier.changes);
  const readEnd = Math.min(Math.max(readTo, document.lockedTo), read.length);
  let end = mapEnd(readEnd, since);
  let prefix = read.slice(0, readEnd);
  if (!prefix.endsWith('\n')) {
    prefix += '\n';
    if (document.text[end] === '\n') end += 1;
  }
  return { update: replacePrefix(document.text, end, prefix), lockedTo: prefix.length };
}

/** Where an offset lies after changes; text inserted exactly there comes to lie behind it. */
function mapEnd(offset: number, changes: readonly ChangesJson[]): number {
  return changes.reduce((at, json) => changeSet(json).mapPos(at, -1), offset);
}

/** The smallest update that makes the first `end` characters read `prefix`. */
function replacePrefix(text: string, end: number, prefix: string): DocumentUpdate | null {
  const current = text.slice(0, end);
  if (current === prefix) return null;
  const shorter = Math.min(current.length, prefix.length);
  let same = 0;
  while (same < shorter && current[same] === prefix[same]) same += 1;
  let tail = 0;
  while (tail < shorter - same && current.at(-1 - tail) === prefix.at(-1 - tail)) tail += 1;
  const changes = ChangeSet.of(
    { from: same, to: end - tail, insert: prefix.slice(same, prefix.length - tail) },
    text.length,
    '\n',
  );
  return { clientId: authorityClient, changes: changes.toJSON() as ChangesJson };
}

function changeSet(json: ChangesJson): ChangeSet {
  return ChangeSet.fromJSON(json);
}
