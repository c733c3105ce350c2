import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, constants, setPriority, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createSessions } from '../../server/session.ts';
import type { PersonId } from '../../shared/base/ids.ts';
import { fileLimit } from './process.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** All load comes from this one machine. */
const noLimits = { LIMITS_PER_ADDRESS: 'off', LIMITS_PER_PERSON: 'off', LIMITS_IN_ALL: 'off' };

/** Signs the sessions of all load clients; every measured server gets the same. */
const secret = 'the secret of benchmarks only';
const sessions = createSessions(secret);

/** A server in a process of its own, or in several. */
export interface MeasuredServer {
  readonly name: string;
  /** Its processes: what they use counts together. */
  readonly pids: readonly number[];
  /** The Redis they share, where there is one: counted apart. */
  readonly redis: readonly number[];
  readonly host: string;
  readonly port: number;
  /** What it keeps on disk; the same after a restart. */
  readonly folder: string;
  stop(signal?: NodeJS.Signals): Promise<void>;
  /** Starts it again at the same port with the same data. */
  restart(): Promise<MeasuredServer>;
}

/** What must be gone when this process ends, however it ends. */
const leftovers: (() => void)[] = [];
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
process.once('exit', () => {
  for (const clear of leftovers) clear();
});

/** Whether processes can be held on one core, so that server and load do not share it. */
export const pinning = ((): boolean => {
  if (availableParallelism() < 2) return false;
  try {
    execFileSync('taskset', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

/**
 * Lets a process go before all others of the machine, where that is allowed (to root). Linux weighs
 * priorities within a session only, where it groups processes by sessions: the group goes first too.
 */
function goFirst(pid: number): void {
  try {
    setPriority(pid, constants.priority.PRIORITY_HIGHEST);
    const group = `/proc/${pid}/autogroup`;
    if (existsSync(group)) writeFileSync(group, String(constants.priority.PRIORITY_HIGHEST));
  } catch {
    // Figures are then those of a machine that others use too.
  }
}

/** Holds this process, the load generator, on the second core. */
export function takeSecondCore(): void {
  goFirst(process.pid);
  if (!pinning) return;
  execFileSync('taskset', ['-a', '-cp', '1', String(process.pid)], { stdio: 'ignore' });
}

/** Ends with words if so many connections cannot be held on each side. */
export function needFiles(connections: number): void {
  const limit = fileLimit();
  const needed = connections + 100;
  if (limit >= needed) return;
  console.error(
    `${connections} connections need ${needed} open files, but this shell allows ${limit}. ` +
      `Run \`ulimit -n ${needed}\` first (as root \`ulimit -Hn\` raises the limit itself), ` +
      'or measure with fewer: --clients N.',
  );
  process.exit(2);
}

/** The cookie of one load client: each is a person of its own. */
export function cookieOf(client: number): string {
  const id = `load${String(client).padStart(12, '0')}` as PersonId;
  return sessions.write(id, { secure: false }).split(';', 1)[0] ?? '';
}

/**
 * A fresh data folder, in memory where the system has such a place: what is measured is the program,
 * not how busy the disk is with other things. BENCH_FOLDER names another place.
 */
export function newFolder(): string {
  const inMemory = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
  return mkdtempSync(join(process.env.BENCH_FOLDER ?? inMemory, 'bench-'));
}

/** How operators start the application: the arguments of Node in the Procfile. */
function webCommand(): string[] {
  const command = /^web: node (.+)$/m.exec(readFileSync(join(root, 'Procfile'), 'utf8'))?.[1];
  if (command === undefined) throw new Error('the Procfile has no line "web: node …"');
  return command.split(' ');
}

/** Starts the real application as it was built. */
export function startGame(
  settings: Readonly<Record<string, string>> = {},
): Promise<MeasuredServer> {
  const folder = newFolder();
  return launch('game', webCommand(), folder, {
    LOG_LEVEL: 'info',
    SESSION_SECRET: secret,
    DATA_DIR: folder,
    ...noLimits,
    ...settings,
  });
}

/** Starts a peer from bench/peers; it says its address as the game does. */
export function startPeer(name: string): Promise<MeasuredServer> {
  const folder = newFolder();
  return launch(name, ['--import', 'tsx', `bench/peers/${name}.ts`], folder, {});
}

/**
 * Starts a program on the core of the servers, before all others of the machine. It ends with this
 * process at the latest, and its folder with it.
 */
export function spawnServer(
  command: readonly string[],
  folder: string,
  settings: Readonly<Record<string, string>> = {},
): ChildProcess {
  const [program = '', ...rest] = pinning ? ['taskset', '-c', '0', ...command] : command;
  const child = spawn(program, rest, {
    cwd: root,
    env: { PATH: process.env.PATH, ...settings },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (child.pid !== undefined) goFirst(child.pid);
  leftovers.push(() => {
    child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });
  return child;
}

async function launch(
  name: string,
  args: readonly string[],
  folder: string,
  settings: Readonly<Record<string, string>>,
): Promise<MeasuredServer> {
  const extra = (process.env.BENCH_NODE_ARGS ?? '').split(' ').filter(Boolean);
  const child = spawnServer([process.execPath, ...extra, ...args], folder, {
    LC_ALL: 'C',
    NODE_ENV: 'production',
    HOST: '127.0.0.1',
    PORT: '0',
    ...settings,
  });
  const ended = once(child, 'exit');
  const port = await portOf(name, child);
  const stop = async (signal: NodeJS.Signals = 'SIGTERM'): Promise<void> => {
    child.kill(signal);
    await ended;
  };
  return {
    name,
    pids: child.pid === undefined ? [] : [child.pid],
    redis: [],
    host: '127.0.0.1',
    port,
    folder,
    stop,
    restart: () => launch(name, args, folder, { ...settings, PORT: String(port) }),
  };
}

function portOf(name: string, child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      if (said.length > 10_000) return;
      said += text;
      const port = /https?:\/\/[\w.]+:(\d+)/.exec(said)?.[1];
      if (port !== undefined) resolve(Number(port));
    });
    child.once('exit', (code) => reject(new Error(`${name} ended with ${code}: ${said}`)));
  });
}
