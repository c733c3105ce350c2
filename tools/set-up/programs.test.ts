import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it, test } from 'vitest';
import { thisHost } from './host.mjs';
import { testsThatImport } from './imports.mjs';
import { findPrograms, placeOf, type SetUpHost } from './programs.mjs';

/** A machine made up: what lies on it, which of it runs, and what commands bring or answer. */
class Machine implements SetUpHost {
  readonly ran: string[] = [];
  env: Record<string, string> = {};
  platform = 'linux';
  arch = 'x64';
  isRoot = true;
  files = new Set(['/usr/bin/apt-get']);
  stubs = new Set<string>();
  /** Paths that appear when a command with these words has run; without an entry it fails. */
  brings: Record<string, readonly string[]> = {};

  exists = (path: string): boolean => this.files.has(path);
  works = (program: string): boolean => this.files.has(program) && !this.stubs.has(program);
  run = (command: string, args: readonly string[]): number => {
    const line = [command, ...args].join(' ');
    this.ran.push(line);
    const found = Object.entries(this.brings).find(([words]) => line.includes(words));
    for (const path of found?.[1] ?? []) {
      this.files.add(path);
      this.stubs.delete(path);
    }
    return found === undefined ? 100 : 0;
  };
  emptyFolder = (): void => {};
  write = (file: string): void => void this.files.add(file);
}

const headlessShell = '/usr/bin/chromium-headless-shell';
const bothByApt = {
  'install -y -qq --no-install-recommends chromium-headless-shell': [headlessShell],
  'install -y -qq --no-install-recommends redis-server': ['/usr/bin/redis-server'],
};
const fromRegistry = { 'npm install': [], 'node --input-type=module': [] };
const names = (machine: Machine): string[] => findPrograms(machine).missing.map(({ name }) => name);
const textOf = (machine: Machine): string =>
  findPrograms(machine)
    .missing.map(({ text }) => text)
    .join('\n');

it('takes what is there and runs nothing', () => {
  const machine = new Machine();
  machine.files = new Set(['/usr/bin/google-chrome', '/usr/local/bin/redis-server']);
  expect(findPrograms(machine)).toEqual({
    env: { CHROMIUM: '/usr/bin/google-chrome', REDIS_SERVER: '/usr/local/bin/redis-server' },
    missing: [],
  });
  expect(machine.ran).toEqual([]);
});

it('installs by apt as root', () => {
  const machine = new Machine();
  machine.brings = bothByApt;
  expect(names(machine)).toEqual([]);
});

it('takes a quicker one where apt has it, and goes on with what is there where not', () => {
  const machine = new Machine();
  machine.files.add('/usr/bin/chromium').add('/usr/bin/redis-server');
  expect(findPrograms(machine).env['CHROMIUM']).toBe('/usr/bin/chromium');
  machine.brings = bothByApt;
  expect(findPrograms(machine).env['CHROMIUM']).toBe(headlessShell);
  machine.ran.length = 0;
  expect(names(machine)).toEqual([]);
  expect(machine.ran).toEqual([]);
});

it('one that apt cannot bring does not keep it from bringing the other', () => {
  const machine = new Machine();
  machine.brings = { 'recommends redis-server': ['/usr/bin/redis-server'] };
  const { env, missing } = findPrograms(machine);
  expect(env).toEqual({ REDIS_SERVER: '/usr/bin/redis-server' });
  expect(missing.map(({ name }) => name)).toEqual(['chromium']);
  expect(missing[0]?.text).toContain('apt-get install ended with 100');
  expect(missing[0]?.text).toContain('npm could not fetch @sparticuz/chromium@');
});

test.each([
  ['without apt', (machine: Machine) => machine.files.delete('/usr/bin/apt-get')],
  ['not as root', (machine: Machine) => (machine.isRoot = false)],
  [
    'where the package of the system is a stub',
    (machine: Machine) => {
      machine.files.add('/usr/bin/chromium');
      machine.stubs.add('/usr/bin/chromium');
    },
  ],
])('%s a Chromium comes out of the registry', (_name, change) => {
  const machine = new Machine();
  machine.brings = fromRegistry;
  change(machine);
  expect(findPrograms(machine).env['CHROMIUM']).toMatch(/\.cache\/chromium\/chromium$/);
  expect(names(machine)).toEqual(['redis-server']);
});

it('one that was fetched before is not fetched again', () => {
  const machine = new Machine();
  machine.brings = { ...fromRegistry, 'recommends redis-server': ['/usr/bin/redis-server'] };
  findPrograms(machine);
  machine.ran.length = 0;
  expect(names(machine)).toEqual([]);
  expect(machine.ran).toEqual([]);
});

test.each([
  ['darwin', 'arm64'],
  ['linux', 'arm64'],
])('on %s %s nothing is fetched; what to install is said', (platform, arch) => {
  const machine = new Machine();
  Object.assign(machine, { platform, arch, isRoot: false, brings: fromRegistry });
  expect(textOf(machine)).toContain('no package has one for this machine');
  expect(textOf(machine)).toContain('brew install --cask chromium');
  expect(machine.ran).toEqual([]);
});

it('a variable that names nothing that runs is told, and nothing takes its place', () => {
  const machine = new Machine();
  machine.files.add('/usr/bin/chromium').add('/here/redis');
  machine.stubs.add('/here/redis');
  machine.env = { CHROMIUM: '/nowhere', REDIS_SERVER: '/here/redis' };
  machine.brings = { ...bothByApt, ...fromRegistry };
  expect(names(machine)).toEqual(['chromium', 'redis-server']);
  expect(textOf(machine)).toContain('CHROMIUM names /nowhere, which is not there');
  expect(textOf(machine)).toContain('/here/redis is there and does not run');
  expect(machine.ran).toEqual([]);
});

it('only what is asked for is looked for', () => {
  const machine = new Machine();
  machine.files.add('/usr/bin/redis-server');
  expect(findPrograms(machine, ['redis-server']).missing).toEqual([]);
  expect(machine.ran).toEqual([]);
});

it('a script that only asks for another package does not work, one that says a version does', () => {
  const folder = mkdtempSync(join(tmpdir(), 'stub-'));
  const program = (text: string): string => {
    const file = join(folder, `program-${text.length}`);
    writeFileSync(file, `#!/bin/sh\n${text}\n`);
    chmodSync(file, 0o755);
    return file;
  };
  try {
    expect(thisHost.works(program('echo requires the chromium snap >&2; exit 1'))).toBe(false);
    expect(thisHost.works(program('echo Chromium 1'))).toBe(true);
    expect(thisHost.works(join(folder, 'none'))).toBe(false);
    expect(thisHost.works(program(''))).toBe(false);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

it('knows the tests that start a program, also through others', () => {
  const browser = testsThatImport('playwright-core');
  const redis = testsThatImport('tests/support/redis-server.ts');
  expect(browser).toContain('tests/browser/whole-match.test.ts');
  expect(browser.every((file) => file.startsWith('tests/browser/'))).toBe(true);
  expect(redis).toEqual(
    expect.arrayContaining(['tests/faults/kill.test.ts', 'tests/system/redis-stores.test.ts']),
  );
  expect(redis).not.toContain('tests/system/match.test.ts');
});

test('whoever starts Chromium without setting it up takes what is there', () => {
  const machine = new Machine();
  expect(placeOf('chromium', machine)).toBe(headlessShell);
  machine.files.add('/usr/bin/chromium');
  expect(placeOf('chromium', machine)).toBe('/usr/bin/chromium');
  machine.files.add(headlessShell);
  expect(placeOf('chromium', machine)).toBe(headlessShell);
  machine.env = { CHROMIUM: '/opt/mine' };
  expect(placeOf('chromium', machine)).toBe('/opt/mine');
  expect(machine.ran).toEqual([]);
});

test.each([
  ['faults', 'tests/faults/kill.test.ts'],
  ['browser', 'tests/browser/pad.test.ts'],
])('of the %s tests those are left out that cannot run, and no others', (suite, leftOut) => {
  const list = ['--no-install', 'vitest', 'list', '--filesOnly', '--project', suite];
  const listed = execFileSync('npx', list, {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    env: { ...process.env, TESTS_LEFT_OUT: leftOut },
    encoding: 'utf8',
  });
  expect(existsSync(new URL(`../../${leftOut}`, import.meta.url))).toBe(true);
  expect(listed).toContain(`tests/${suite}/`);
  expect(listed).not.toContain(leftOut);
});
