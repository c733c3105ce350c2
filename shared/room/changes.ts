import { ok, refused, type Result } from '../base/result.ts';
import type { ChangesJson, DocumentUpdate } from './entries.ts';

type Part = ChangesJson[number];
type Replacing = [number, ...string[]];

/**
 * The one normal form of changes, which `ChangeSet.toJSON()` of @codemirror/state writes: no part that
 * does nothing, and no two neighbours that could be one. What is stored is in this form, so that it
 * weighs no more than what it says.
 */
export function normalChanges(changes: ChangesJson): ChangesJson {
  if (isNormal(changes)) return changes;
  const parts: (number | Replacing)[] = [];
  for (const part of changes) {
    if (doesNothing(part)) continue;
    const last = parts.at(-1);
    if (typeof part === 'number') {
      if (typeof last === 'number') parts[parts.length - 1] = last + part;
      else parts.push(part);
      continue;
    }
    const [dropped, ...lines] = part;
    if (isEmpty(part)) lines.length = 0;
    if (typeof last !== 'object' || !joins(last, part)) parts.push([dropped, ...lines]);
    else join(last, [dropped, ...lines]);
  }
  return parts;
}

/** A text after changes that fit it. A number keeps so many characters; a list drops and puts lines. */
export function applyChanges(text: string, changes: ChangesJson): string {
  let after = '';
  let at = 0;
  for (const part of changes) {
    if (typeof part === 'number') {
      after += text.slice(at, at + part);
      at += part;
      continue;
    }
    after += insertedBy(part);
    at += part[0];
  }
  return after;
}

/** How long the text is that changes are made for. */
export function lengthBefore(changes: ChangesJson): number {
  let length = 0;
  for (const part of changes) length += typeof part === 'number' ? part : part[0];
  return length;
}

/** Updates as they are stored, and the text after them. */
export interface SettledUpdates {
  readonly text: string;
  readonly updates: readonly DocumentUpdate[];
}

/**
 * Updates of a text in the form in which they are stored: normal, and without what is replaced by
 * itself. `bad-change` if one does not fit the text it meets.
 */
export function settledUpdates(
  text: string,
  updates: readonly DocumentUpdate[],
): Result<SettledUpdates, 'bad-change'> {
  let edited = text;
  const settled: DocumentUpdate[] = [];
  for (const { clientId, changes } of updates) {
    if (lengthBefore(changes) !== edited.length) return refused('bad-change');
    const stored = normalChanges(withoutReturns(edited, normalChanges(changes)));
    settled.push({ clientId, changes: stored });
    edited = applyChanges(edited, stored);
  }
  return ok({ text: edited, updates: settled });
}

/** Keeps what neighbouring parts together drop and put back. */
function withoutReturns(text: string, changes: ChangesJson): ChangesJson {
  if (changes.every((part) => typeof part === 'number' || part[0] === 0)) return changes;
  const kept: Part[] = [];
  let run: Replacing[] = [];
  let at = 0;
  const endRun = (): void => {
    const dropped = lengthBefore(run);
    const returns = run.map(insertedBy).join('') === text.slice(at, at + dropped);
    if (returns && dropped > 0) kept.push(dropped);
    else kept.push(...run);
    at += dropped;
    run = [];
  };
  for (const part of changes) {
    if (typeof part !== 'number') {
      run.push([...part]);
      continue;
    }
    endRun();
    kept.push(part);
    at += part;
  }
  endRun();
  return kept;
}

function insertedBy(part: Exclude<Part, number>): string {
  return part.length === 2 ? (part[1] ?? '') : part.slice(1).join('\n');
}

function isNormal(changes: ChangesJson): boolean {
  return changes.every((part, index) => {
    const last = changes[index - 1];
    if (doesNothing(part)) return false;
    if (typeof part === 'number') return typeof last !== 'number';
    if (part.length > 1 && isEmpty(part)) return false;
    return typeof last !== 'object' || !joins(last, part);
  });
}

/** Whether CodeMirror would have made one part of two neighbours: both only insert, or only drop. */
function joins(last: Exclude<Part, number>, part: Exclude<Part, number>): boolean {
  return (last[0] === 0 && part[0] === 0) || (isEmpty(last) && isEmpty(part));
}

function join(last: Replacing, [dropped, first, ...more]: Replacing): void {
  last[0] += dropped;
  if (first === undefined) return;
  const end = last.length - 1;
  last.splice(end, 1, `${last[end]}${first}`);
  for (const line of more) last.push(line);
}

/** Whether a part puts nothing where it drops something. */
function isEmpty(part: Exclude<Part, number>): boolean {
  return part.length === 1 || (part.length === 2 && part[1] === '');
}

function doesNothing(part: Part): boolean {
  return typeof part === 'number' ? part === 0 : part[0] === 0 && isEmpty(part);
}
