import Database from 'libsql';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createGroupCommit, type GroupCommit } from './group-commit.ts';

let database: Database.Database;
let commits: GroupCommit;

beforeEach(() => {
  database = new Database(':memory:');
  database.exec('CREATE TABLE notes (id INTEGER PRIMARY KEY)');
  commits = createGroupCommit(database);
});

afterEach(() => {
  database.close();
});

function note(id: number): () => number {
  return () => {
    database.prepare('INSERT INTO notes VALUES (?)').run(id);
    return id;
  };
}

function notes(): number[] {
  return (database.prepare('SELECT id FROM notes ORDER BY id').all() as { id: number }[]).map(
    ({ id }) => id,
  );
}

test('A19 writes of one turn are all there when the first is answered', async () => {
  const all = [commits.write(note(1)), commits.writeSoon(note(2)), commits.write(note(3))];
  expect(notes()).toEqual([]);
  expect(await all[0]).toBe(1);
  expect(notes()).toEqual([1, 2, 3]);
  expect(await Promise.all(all)).toEqual([1, 2, 3]);
});

test('A19 a write that fails takes nobody with it and leaves nothing behind', async () => {
  const half = (): never => {
    note(7)();
    throw new Error('half way');
  };
  const all = [commits.write(note(1)), commits.write(half), commits.write(note(2))];
  const settled = await Promise.allSettled(all);
  expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(notes()).toEqual([1, 2]);
});

test('A19 what may wait is written by itself, and at the end at once', async () => {
  expect(await commits.writeSoon(note(1))).toBe(1);
  const last = commits.writeSoon(note(2));
  commits.flush();
  expect(notes()).toEqual([1, 2]);
  expect(await last).toBe(2);
});
