import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ok, type Result } from '../shared/base/result.ts';
import { folderRefusal, type StoreRefusalCode } from './logs/index.ts';

const fileName = 'session-secret';

/**
 * The secret kept in a data folder that exists, made when there is none yet; only its owner may read
 * it. Written whole under another name and then linked, so that neither a crash nor a second server
 * starting at the same moment leaves half of it, or two.
 */
export function keptSecret(folder: string): Result<string, StoreRefusalCode> {
  const path = join(folder, fileName);
  try {
    return ok(read(path) ?? make(folder, path));
  } catch (error) {
    return folderRefusal(folder, error);
  }
}

function make(folder: string, path: string): string {
  const draft = join(folder, `${fileName}.${randomBytes(6).toString('hex')}`);
  try {
    writeFileSync(draft, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
    linkSync(draft, path);
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  const secret = read(path);
  if (secret === null) throw new Error(`${path} has gone while starting`);
  return secret;
}

function read(path: string): string | null {
  let text: string;
  try {
    text = readFileSync(path, 'utf8').trim();
  } catch (error) {
    if (isCode(error, 'ENOENT')) return null;
    throw error;
  }
  if (!/^[0-9a-f]{64}$/.test(text)) {
    throw new Error(`${path} does not hold a secret; delete it and a new one is made`);
  }
  return text;
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
