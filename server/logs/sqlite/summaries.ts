import type Database from 'libsql';
import { seats, type MatchId, type PersonId } from '../../../shared/base/ids.ts';
import type { MatchSummary } from '../../../shared/room/index.ts';
import { isListed } from '../../archive/index.ts';

interface Body {
  readonly body: string;
}

/** Writes the summary of a match and who played in it; within the caller's transaction. */
export function keepSummary(database: Database.Database): (summary: MatchSummary) => void {
  const keep = database.prepare('INSERT OR IGNORE INTO matches VALUES (?, ?, ?, ?)');
  const keepPlayer = database.prepare('INSERT OR IGNORE INTO played VALUES (?, ?, ?)');
  return (summary) => {
    const { match, endedAt, players } = summary;
    const listed = isListed(summary);
    keep.run(match, endedAt, listed ? 1 : 0, JSON.stringify(summary));
    if (!listed) return;
    for (const seat of seats) {
      const player = players[seat];
      if (player !== null) keepPlayer.run(player.id, endedAt, match);
    }
  };
}

/** Reads summaries: one, or the newest ones of everybody or of one person. */
export function readSummaries(database: Database.Database): {
  one(match: MatchId): MatchSummary | null;
  recent(limit: number, player?: PersonId): MatchSummary[];
} {
  const bodyOf = database.prepare('SELECT body FROM matches WHERE match = ?');
  const newest = database.prepare(
    'SELECT body FROM matches WHERE listed = 1 ORDER BY ended_at DESC, match DESC LIMIT ?',
  );
  const newestOf = database.prepare(`
    SELECT body FROM played JOIN matches USING (match)
    WHERE person = ? ORDER BY played.ended_at DESC, match DESC LIMIT ?
  `);
  const read = ({ body }: Body): MatchSummary => JSON.parse(body) as MatchSummary;
  return {
    one: (match) => {
      const row = bodyOf.get(match) as Body | undefined;
      return row === undefined ? null : read(row);
    },
    recent: (limit, player) => {
      const rows = player === undefined ? newest.all(limit) : newestOf.all(player, limit);
      return (rows as Body[]).map(read);
    },
  };
}
