import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Path of the built worker that holds a replay. */
export function replayWorkerPath(): string {
  const assets = fileURLToPath(new URL('../../../dist/client/assets', import.meta.url));
  const found = readdirSync(assets).filter((name) => /^replay\.worker-[\w-]+\.js$/.test(name));
  if (found.length !== 1) throw new Error(`the build has ${found.length} replay workers`);
  return `/assets/${found[0]}`;
}
