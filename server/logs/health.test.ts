import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ProbedHealth, troubleOf, watched } from './health.ts';

const clock = { now: 1_000_000 };
let broken: Error | null = null;
let health: ProbedHealth;
let told: boolean[] = [];

const full = Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });

beforeEach(() => {
  vi.useFakeTimers();
  broken = null;
  told = [];
  health = new ProbedHealth(
    () => {
      if (broken !== null) throw broken;
    },
    () => clock.now,
  );
  health.onChange((well) => told.push(well));
});

afterEach(() => {
  health.close();
  vi.useRealTimers();
});

function pass(milliseconds: number): void {
  clock.now += milliseconds;
  vi.advanceTimersByTime(milliseconds);
}

test.each([
  ['SQLITE_FULL', 'database or disk is full', 'disk-full'],
  ['ENOSPC', 'no space left on device', 'disk-full'],
  ['', 'the journal was written in part only', 'disk-full'],
  ['EDQUOT', 'disk quota exceeded', 'disk-full'],
  ['EROFS', 'read-only file system', 'read-only'],
  ['EACCES', 'permission denied', 'read-only'],
  ['SQLITE_READONLY_DBMOVED', 'attempt to write a readonly database', 'read-only'],
  ['SQLITE_BUSY', 'database is locked', 'locked'],
  ['SQLITE_CORRUPT_INDEX', 'database disk image is malformed', 'damaged'],
  ['', "OOM command not allowed when used memory > 'maxmemory'.", 'out-of-memory'],
  ['', "READONLY You can't write against a read only replica.", 'read-only'],
  ['', 'MISCONF Redis is configured to save RDB snapshots', 'not-saving'],
  ['ECONNREFUSED', 'connect ECONNREFUSED 127.0.0.1:6379', 'unreachable'],
  ['', 'something else', 'failed'],
])('D5 %s %s means %s', (code, message, trouble) => {
  expect(troubleOf(Object.assign(new Error(message), { code }))).toBe(trouble);
});

test('D5 a failed write is told once, and its end when a probe goes through', () => {
  broken = full;
  health.failed(full);
  health.failed(full);
  expect([health.well, health.trouble, told]).toEqual([false, 'disk-full', [false]]);
  pass(10_000);
  expect(told).toEqual([false]);
  broken = null;
  pass(1000);
  expect([health.well, health.trouble, told]).toEqual([true, null, [false, true]]);
});

test('D5 who asks is told what a probe finds, at most one a second', async () => {
  expect(await health.check()).toBe(true);
  broken = full;
  expect(await health.check()).toBe(true);
  pass(1000);
  expect(await health.check()).toBe(false);
  broken = null;
  pass(1000);
  expect(await health.check()).toBe(true);
  expect(told).toEqual([false, true]);
});

test('D5 a store whose probes go through while its writes fail is told of less and less often', () => {
  for (let second = 0; second < 600; second++) {
    health.failed(full);
    pass(1000);
  }
  expect(told.length).toBeLessThan(40);
});

test('D5 failures of a port are told and reach whoever asked', async () => {
  const failures: unknown[] = [];
  const port = {
    open: true,
    write: async () => Promise.reject(full),
    read: async (what: string) => what,
  };
  const seen = watched(port, (error) => failures.push(error));
  await expect(seen.write()).rejects.toBe(full);
  expect(await seen.read('this')).toBe('this');
  expect([seen.open, failures]).toEqual([true, [full]]);
});
