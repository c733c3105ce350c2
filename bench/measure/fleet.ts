import { once } from 'node:events';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { ChildProcess } from 'node:child_process';
import { freePort } from '../../tests/support/free-port.ts';
import { childrenOf } from './process.ts';
import { newFolder, spawnServer, startGame, type MeasuredServer } from './server.ts';

/** The Redis of the game that was started last; one is measured at a time. */
let current: ChildProcess | null = null;

/**
 * Starts the game as its operators do: with no `processes` as one process with SQLite, else as a
 * primary with so many workers behind one port (WEB_CONCURRENCY), on a Redis of its own. The Redis
 * stays while the game is stopped and started again.
 */
export async function startFleet(processes: number): Promise<MeasuredServer> {
  current?.kill('SIGKILL');
  current = null;
  if (processes === 0) return startGame();
  const { redis, url } = await startRedis();
  current = redis;
  const game = await startGame({ REDIS_URL: url, WEB_CONCURRENCY: String(processes) });
  return withWorkers(game, redis.pid === undefined ? [] : [redis.pid]);
}

/** All workers are there when the primary says its address. */
function withWorkers(game: MeasuredServer, redis: readonly number[]): MeasuredServer {
  const workers = game.pids.flatMap(childrenOf);
  return {
    ...game,
    pids: [...game.pids, ...workers],
    redis,
    stop: async (signal) => {
      // A primary ends its workers in peace; a machine that fails takes all of them at once.
      if (signal === 'SIGKILL') for (const worker of workers) process.kill(worker, signal);
      await game.stop(signal);
    },
    restart: async () => withWorkers(await game.restart(), redis),
  };
}

/** A real Redis with an append-only file, as one in earnest has it. */
async function startRedis(): Promise<{ readonly redis: ChildProcess; readonly url: string }> {
  const program = process.env.REDIS_SERVER ?? inPath('redis-server');
  if (program === null) {
    console.error(
      '--processes needs redis-server, which is not in PATH.\n' +
        '  Debian, Ubuntu: sudo apt-get install redis-server\n' +
        '  macOS: brew install redis · Fedora: dnf install redis\n' +
        '  somewhere else: REDIS_SERVER=/path/to/redis-server',
    );
    process.exit(2);
  }
  const folder = newFolder();
  const port = String(await freePort());
  const place = ['--bind', '127.0.0.1', '--port', port, '--dir', folder];
  const keeping = ['--save', '', '--appendonly', 'yes'];
  const redis = spawnServer([program, ...place, ...keeping], folder);
  const ended = once(redis, 'exit').then(() => 'ended');
  const ready = new Promise((resolve) => {
    redis.stdout?.setEncoding('utf8').on('data', (said: string) => {
      if (said.includes('Ready to accept connections')) resolve('ready');
    });
  });
  if ((await Promise.race([ready, ended])) === 'ready') {
    return { redis, url: `redis://127.0.0.1:${port}` };
  }
  throw new Error(`${program} ended with ${redis.exitCode} before it took connections`);
}

function inPath(program: string): string | null {
  const places = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, program));
  return places.find(isProgram) ?? null;
}

function isProgram(place: string): boolean {
  try {
    accessSync(place, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
