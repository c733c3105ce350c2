import type Database from 'libsql';
import type { MatchId, RoomName, Timestamp } from '../../../shared/base/ids.ts';
import type { MatchArchive, Score } from '../../../shared/room/index.ts';
import { noMatches, withMatch, zippedMatch } from '../../archive/index.ts';
import { createOldReplays } from './old-replays.ts';
import { keepSummary, readSummaries } from './summaries.ts';

/** Row of `counters` for all rooms; no room has an empty name (R1). */
export const allRooms = '';

/** Finished matches and their counters in SQLite. Replays are kept zipped, and for good (R32). */
export function createSqliteMatchArchive(database: Database.Database): MatchArchive {
  const add = database.prepare('INSERT OR IGNORE INTO replays VALUES (?, ?, ?)');
  const bodyOf = database.prepare('SELECT body FROM replays WHERE match = ?');
  const scoreOf = database.prepare('SELECT salesforce, heroku, draws FROM counters WHERE room = ?');
  const keepScore = database.prepare('INSERT OR REPLACE INTO counters VALUES (?, ?, ?, ?)');

  const list = keepSummary(database);
  const summaries = readSummaries(database);
  const old = createOldReplays(database, (match, endedAt, body) => add.run(match, endedAt, body));

  const score = (room: RoomName | typeof allRooms): Score => {
    const row = scoreOf.get(room) as Score | undefined;
    if (row === undefined) return noMatches;
    return { salesforce: row.salesforce, heroku: row.heroku, draws: row.draws };
  };
  const save = database.transaction(
    (room: RoomName, endedAt: Timestamp, { summary, body }: Zipped) => {
      // An old one that still waits to be rewritten is listed and counted already.
      if (summaries.one(summary.match) !== null) return;
      // One that was taken away is kept out by the table itself.
      if (add.run(summary.match, endedAt, body).changes === 0) return;
      list(summary);
      for (const counter of [room, allRooms] as const) {
        const { salesforce, heroku, draws } = withMatch(score(counter), summary);
        keepScore.run(counter, salesforce, heroku, draws);
      }
    },
  );

  return {
    save: async (match) => {
      const zipped = await zippedMatch(match);
      save.immediate(match.start.room, match.endedAt, zipped);
    },
    stored: async (match: MatchId) => {
      const row = bodyOf.get(match) as { body: Buffer } | undefined;
      return row?.body ?? (await old.rewritten(match));
    },
    summary: async (match) => summaries.one(match),
    recent: async (limit, player) => summaries.recent(limit, player),
    score: async (room = allRooms as RoomName) => score(room),
    rewriteOld: (stopped) => old.rewriteAll(stopped),
    close: async () => {},
  };
}

type Zipped = Awaited<ReturnType<typeof zippedMatch>>;
