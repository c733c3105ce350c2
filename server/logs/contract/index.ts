/** What every store promises, as tests: one suite for memory, SQLite and whatever comes. */
import { chatLogContract } from './chat-log.ts';
import { matchArchiveContract } from './match-archive.ts';
import { noteLogContract } from './note-log.ts';
import { replayShelfContract } from './replay-shelf.ts';
import { roomLogContract, type UnderTest } from './room-log.ts';

export type { UnderTest } from './room-log.ts';
export * from './samples.ts';

export function storesContract(
  withStores: (work: (under: UnderTest) => Promise<void>) => Promise<void>,
): void {
  roomLogContract(withStores);
  chatLogContract(withStores);
  matchArchiveContract(withStores);
  noteLogContract(withStores);
  replayShelfContract(withStores);
}
