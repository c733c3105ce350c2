import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'libsql';

/** As much as what people do in a moment. */
const probeBytes = 64 * 1024;

/** Writes a file to a folder and takes it away again; throws the file system's error if it cannot. */
export function writeProbe(folder: string): void {
  const path = join(folder, 'probe.tmp');
  try {
    writeFileSync(path, Buffer.alloc(probeBytes));
  } finally {
    rmSync(path, { force: true });
  }
}

/**
 * Finds out whether a database and its folder can be written to: what throws, throws as it would for what
 * people do. Two transactions, since pages that come and go in one are never written.
 */
export function storeProbe(database: Database.Database, folder: string): () => void {
  database.exec('CREATE TABLE IF NOT EXISTS probe (body BLOB)');
  const put = database.prepare('INSERT INTO probe VALUES (zeroblob(?))');
  const take = database.prepare('DELETE FROM probe');
  return () => {
    writeProbe(folder);
    put.run(probeBytes / 4);
    take.run();
  };
}
