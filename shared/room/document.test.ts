import { ChangeSet, Text } from '@codemirror/state';
import { describe, expect, test } from 'vitest';
import { randomStream } from '../base/random.ts';
import { editText, lockAt, newDocument, restoringUpdate, textAt, withUpdates } from './document.ts';
import type { ChangesJson, DocumentUpdate } from './entries.ts';
import type { ProgramDocument } from './state.ts';

const opening = '// S\n';

/** One update that replaces [from, to) by some text. */
function replace(text: string, from: number, to: number, insert: string): DocumentUpdate {
  const changes = ChangeSet.of(
    { from, to, insert: Text.of(insert.split('\n')) },
    text.length,
  ).toJSON() as ChangesJson;
  return { clientId: 'typist', changes };
}

function typed(
  document: ProgramDocument,
  from: number,
  to: number,
  insert: string,
): ProgramDocument {
  return withUpdates(document, [replace(document.text, from, to, insert)]);
}

/** Locks as the room does, and answers the document after it. */
function locked(document: ProgramDocument, version: number, readTo: number): ProgramDocument {
  const locking = lockAt(document, version, readTo);
  if (locking === null) throw new Error('version not kept');
  const restored = locking.update === null ? document : withUpdates(document, [locking.update]);
  return { ...restored, lockedTo: locking.lockedTo };
}

test('A10 updates apply in order, one version each', () => {
  const document = newDocument(1, opening);
  const one = replace(document.text, 5, 5, 'p.up();');
  const two = replace('// S\np.up();', 12, 12, '\n');
  const after = withUpdates(document, [one, two]);
  expect(after.text).toBe('// S\np.up();\n');
  expect(after.version).toBe(2);
});

test('A17 a change that does not fit the text is refused', () => {
  const tooLong: DocumentUpdate = { clientId: 'c', changes: [99] };
  expect(editText('abc', [tooLong])).toEqual({
    ok: false,
    refusal: { code: 'bad-change', details: {} },
  });
});

test('A7 a few earlier texts are kept, older ones are not', () => {
  let document = newDocument(1, opening);
  for (const letter of 'abcdef')
    document = typed(document, document.text.length, document.text.length, letter);
  expect(textAt(document, 6)).toBe('// S\nabcdef');
  expect(textAt(document, 4)).toBe('// S\nabcd');
  expect(textAt(document, 0)).toBeNull();
  expect(textAt(document, 7)).toBeNull();
});

describe('A11 locked text', () => {
  const document = locked(typed(newDocument(1, opening), 5, 5, 'p.up();\np.down();'), 1, 13);

  test('is everything up to the lock', () => {
    expect(document.text.slice(0, document.lockedTo)).toBe('// S\np.up();\n');
  });

  test.each([
    ['a letter typed into it', 7, 7, 'x'],
    ['a deletion inside it', 5, 9, ''],
    ['a deletion across its end', 9, 18, ''],
    ['a replacement across its end', 9, 18, 'zzz\n'],
    ['everything replaced', 0, 22, 'all new'],
    ['everything deleted', 0, 22, ''],
  ])('%s is put back', (_what, from, to, insert) => {
    const push = [replace(document.text, from, to, insert)];
    const restoring = restoringUpdate(document, push);
    expect(restoring).not.toBeNull();
    const after = withUpdates(document, restoring === null ? push : [...push, restoring]);
    expect(after.text.startsWith('// S\np.up();\n')).toBe(true);
  });

  test('what is typed right behind it stays behind it and needs no restoring', () => {
    const push = [replace(document.text, document.lockedTo, document.lockedTo, 'p.left();\n')];
    expect(restoringUpdate(document, push)).toBeNull();
    expect(withUpdates(document, push).text).toBe('// S\np.up();\np.left();\np.down();');
  });
});

describe('R17 locking what was read', () => {
  test('a last line without a line break gets one, so that typing goes on below it', () => {
    const document = locked(typed(newDocument(1, opening), 5, 5, 'p.up();'), 1, 12);
    expect(document.text).toBe('// S\np.up();\n');
    expect(document.lockedTo).toBe(13);
  });

  test('A7 an edit that came after the reading is taken back where it touched what was read', () => {
    const before = typed(newDocument(1, opening), 5, 5, 'p.up();\np.down();\n');
    const late = typed(before, 7, 9, 'left');
    expect(late.text).toBe('// S\np.left();\np.down();\n');
    expect(locked(late, before.version, 13).text).toBe('// S\np.up();\np.down();\n');
  });

  test('A7 what was typed behind it since stays', () => {
    const before = typed(newDocument(1, opening), 5, 5, 'p.up();');
    const late = typed(before, 12, 12, '\np.left();');
    const after = locked(late, before.version, 12);
    expect(after.text).toBe('// S\np.up();\np.left();');
    expect(after.lockedTo).toBe(13);
  });

  test('a lock never moves back', () => {
    const document = locked(typed(newDocument(1, opening), 5, 5, 'p.up();\n'), 1, 13);
    expect(lockAt(document, 1, 2)).toEqual({ update: null, lockedTo: 13 });
  });

  test('a version from before the lock cannot be read any more', () => {
    const before = typed(newDocument(1, opening), 5, 5, 'p.up();\n');
    const document = locked(typed(before, 5, 5, 'p.down();\n'), 2, 15);
    expect(lockAt(document, before.version, 13)).toBeNull();
  });

  test('a reading beyond the end of its text locks that text', () => {
    const document = typed(newDocument(1, opening), 5, 5, 'p.up();\n');
    expect(lockAt(document, 1, 1e9)?.lockedTo).toBe(13);
  });
});

test('A11 random edits, late readings and locks: locked text never changes (40 seeds)', () => {
  for (let seed = 0; seed < 40; seed++) {
    const random = randomStream(`lock ${seed}`, 'edits');
    let document = newDocument(1, opening);
    for (let round = 0; round < 120; round++) {
      const from = random.integer(document.text.length + 1);
      const to = from + random.integer(document.text.length - from + 1);
      const insert = ['', 'p.up();', '\n', 'x\ny', '/* */'][random.integer(5)] ?? '';
      const push = [replace(document.text, from, to, insert)];
      const lock = document.text.slice(0, document.lockedTo);
      const restoring = restoringUpdate(document, push);
      document = withUpdates(document, restoring === null ? push : [...push, restoring]);
      expect(document.text.slice(0, document.lockedTo)).toBe(lock);
      if (random.integer(6) === 0) {
        const version = document.version - random.integer(3);
        const text = textAt(document, version);
        if (text === null) continue;
        const readTo = Math.min(text.length, document.lockedTo + random.integer(8));
        const read = text.slice(0, Math.max(readTo, Math.min(document.lockedTo, text.length)));
        if (lockAt(document, version, readTo) === null) {
          expect(text.startsWith(document.text.slice(0, document.lockedTo))).toBe(false);
          continue;
        }
        document = locked(document, version, readTo);
        expect(document.text.startsWith(read)).toBe(true);
        expect(document.text[document.lockedTo - 1]).toBe('\n');
      }
    }
  }
});
