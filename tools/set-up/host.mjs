import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { run } from './run.mjs';

/** How long a program may take to say its version; a busy machine is slow to start one. */
const patience = 60_000;

/** This machine, as `findPrograms` asks it. */
export const thisHost = {
  env: process.env,
  platform: process.platform,
  arch: process.arch,
  isRoot: process.getuid?.() === 0,
  exists: existsSync,
  run: (command, args, env = {}, folder) => run(command, args, env, false, folder),
  /** Whether a program starts and says its version. */
  works: (program) => {
    const limits = { timeout: patience, killSignal: 'SIGKILL', encoding: 'utf8' };
    const { status, stdout } = spawnSync(program, ['--version'], limits);
    return status === 0 && /\d/.test(stdout);
  },
  emptyFolder: (folder) => {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
  },
  /** Writes a file that can be started. */
  write: (file, text) => writeFileSync(file, text, { mode: 0o755 }),
};
