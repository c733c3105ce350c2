import type Database from 'libsql';
import { mostGone, type GoneReplay, type ReplayShelf, type ShelvedReplay } from '../ports.ts';

/**
 * What is known of replays that were taken away, the newest under the largest number. A match that is
 * gone is saved by nobody again, though its room may still show its result.
 */
const tables = `
  CREATE INDEX IF NOT EXISTS replays_by_end ON replays (ended_at, match);
  CREATE TABLE IF NOT EXISTS gone_replays (
    number INTEGER PRIMARY KEY, match TEXT NOT NULL UNIQUE, at INTEGER NOT NULL, why TEXT NOT NULL
  );
  CREATE TRIGGER IF NOT EXISTS gone_for_good BEFORE INSERT ON replays
    WHEN EXISTS (SELECT 1 FROM gone_replays WHERE match = NEW.match)
    BEGIN SELECT RAISE(IGNORE); END;
`;

interface Row {
  readonly match: ShelvedReplay['match'];
  readonly ended_at: number;
  readonly bytes: number;
  readonly noted: number;
}

/** The replays in SQLite. */
export function createSqliteReplayShelf(
  database: Database.Database,
  most: number = mostGone,
): ReplayShelf {
  database.exec(tables);
  const page = database.prepare(`
    SELECT match, ended_at, length(body) AS bytes,
      EXISTS (SELECT 1 FROM notes WHERE notes.match = replays.match) AS noted
    FROM replays WHERE (ended_at, match) > (?, ?) ORDER BY ended_at, match LIMIT ?
  `);
  const noted = database.prepare('SELECT 1 FROM notes WHERE match = ? LIMIT 1');
  const drop = ['replays', 'matches', 'note_counters'].map((table) =>
    database.prepare(`DELETE FROM ${table} WHERE match = ?`),
  );
  const endOf = database.prepare('SELECT body FROM matches WHERE match = ?');
  const dropPlayed = database.prepare(
    'DELETE FROM played WHERE person = ? AND ended_at = ? AND match = ?',
  );
  const keepGone = database.prepare(
    'INSERT OR IGNORE INTO gone_replays (match, at, why) VALUES (?, ?, ?)',
  );
  const forgetGone = database.prepare(
    'DELETE FROM gone_replays WHERE number <= (SELECT max(number) FROM gone_replays) - ?',
  );
  const goneOf = database.prepare('SELECT at, why FROM gone_replays WHERE match = ?');
  const dropOne = database.transaction((match: string, { at, why }: GoneReplay): boolean => {
    if (noted.get(match) !== undefined) return false;
    const summary = endOf.get(match) as { body: string } | undefined;
    for (const { person, endedAt } of playersIn(summary?.body)) {
      dropPlayed.run(person, endedAt, match);
    }
    const [replay = 0] = drop.map((statement) => statement.run(match).changes);
    if (replay === 0) return false;
    keepGone.run(match, at, why);
    forgetGone.run(most);
    return true;
  });
  return {
    oldest: async (after, limit) => {
      const rows = page.all(after?.endedAt ?? -1, after?.match ?? '', limit) as Row[];
      return rows.map(({ match, ended_at: endedAt, bytes, noted: notes }) => ({
        match,
        endedAt,
        bytes,
        noted: notes === 1,
      }));
    },
    drop: async (match, gone) => dropOne.immediate(match, gone),
    gone: async (match) => {
      const row = goneOf.get(match) as GoneReplay | undefined;
      return row === undefined ? null : { at: row.at, why: row.why };
    },
    lease: async () => async () => {},
  };
}

/** Who played in a match, by its summary: they are listed under their own names. */
function playersIn(body: string | undefined): { person: string; endedAt: number }[] {
  if (body === undefined) return [];
  const { endedAt, players } = JSON.parse(body) as {
    endedAt: number;
    players: Record<string, { id: string } | null>;
  };
  return Object.values(players).flatMap((player) =>
    player === null ? [] : [{ person: player.id, endedAt }],
  );
}
