import { spawn, spawnSync } from 'node:child_process';
import { root } from './root.mjs';

/**
 * Runs a command in the project's top folder or another one, its output going to ours, or `aside` to standard error.
 * Answers its exit code.
 */
export function run(command, args, env = {}, aside = false, folder = root) {
  const done = spawnSync(command, args, {
    cwd: folder,
    stdio: aside ? ['inherit', 2, 'inherit'] : 'inherit',
    env: { ...process.env, ...env },
  });
  if (done.error) {
    console.error(`${command} could not be started: ${done.error.message}`);
    return 127;
  }
  return done.status ?? 1;
}

/** Like `run`, but ends this process with the same exit code if the command fails. */
export function runOrExit(command, args, { hint = '', env = {}, aside = false } = {}) {
  const code = run(command, args, env, aside);
  if (code === 0) return;
  if (hint !== '') console.error(hint);
  process.exit(code);
}

/** Runs a command beside others; answers its exit code and all it said, in one piece. */
export function runAside(command, args, env = {}) {
  const colours = process.stdout.isTTY ? { FORCE_COLOR: '1' } : {};
  const child = spawn(command, args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...colours, ...env },
  });
  const pieces = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (piece) => pieces.push(piece));
  }
  return new Promise((resolve) => {
    const end = (code) => resolve({ code, said: Buffer.concat(pieces).toString() });
    child.on('close', (code) => end(code ?? 1));
    child.on('error', (error) => {
      pieces.push(Buffer.from(`${command} could not be started: ${error.message}\n`));
      end(127);
    });
  });
}
