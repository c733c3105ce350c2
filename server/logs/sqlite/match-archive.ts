import { gzipSync } from 'node:zlib';
import type Database from 'libsql';
import type { RoomName } from '../../../shared/base/ids.ts';
import {
  summaryOf,
  type MatchArchive,
  type Replay,
  type Score,
} from '../../../shared/room/index.ts';
import {
  noMatches,
  readReplay,
  UnreadableReplay,
  withMatch,
  writeReplay,
} from '../../archive/index.ts';
import { keepSummary, readSummaries } from './summaries.ts';
import { unzipped } from '../zipped.ts';

/** Row of `counters` for all rooms; no room has an empty name (R1). */
const allRooms = '';

/** Finished matches and their counters in SQLite. Replays are kept compressed, and for good (R32). */
export function createSqliteMatchArchive(database: Database.Database): MatchArchive {
  const add = database.prepare('INSERT OR IGNORE INTO replays VALUES (?, ?, ?, ?)');
  const replayOf = database.prepare('SELECT body FROM replays WHERE match = ?');
  const scoreOf = database.prepare('SELECT salesforce, heroku, draws FROM counters WHERE room = ?');
  const keepScore = database.prepare('INSERT OR REPLACE INTO counters VALUES (?, ?, ?, ?)');

  const list = keepSummary(database);
  const summaries = readSummaries(database);

  const score = (room: RoomName | typeof allRooms): Score => {
    const row = scoreOf.get(room) as Score | undefined;
    if (row === undefined) return noMatches;
    return { salesforce: row.salesforce, heroku: row.heroku, draws: row.draws };
  };
  const save = database.transaction((replay: Replay, body: Buffer) => {
    const { changes } = add.run(replay.match, replay.room, replay.endedAt, body);
    if (changes === 0) return;
    const summary = summaryOf(replay);
    list(summary);
    for (const room of [replay.room, allRooms] as const) {
      const { salesforce, heroku, draws } = withMatch(score(room), summary);
      keepScore.run(room, salesforce, heroku, draws);
    }
  });

  return {
    save: async (replay) => save.immediate(replay, gzipSync(writeReplay(replay))),
    load: async (match) => {
      const row = replayOf.get(match) as { body: Buffer } | undefined;
      if (row === undefined) return null;
      const replay = readReplay(unzipped(row.body));
      if (!replay.ok) throw new UnreadableReplay(match, replay.refusal.code);
      return replay.value;
    },
    summary: async (match) => summaries.one(match),
    recent: async (limit, player) => summaries.recent(limit, player),
    score: async (room = allRooms as RoomName) => score(room),
    close: async () => {},
  };
}
