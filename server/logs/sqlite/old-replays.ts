import { setTimeout as pause } from 'node:timers/promises';
import type Database from 'libsql';
import type { MatchId, Milliseconds, Timestamp } from '../../../shared/base/ids.ts';
import type { MatchSummary } from '../../../shared/room/index.ts';
import { atPresentFormat, countedAs, UnreadableReplay } from '../../archive/index.ts';

/** Between one old replay and the next: whoever plays meanwhile does not notice. */
const restBetween: Milliseconds = 20;

interface OldRow {
  readonly match: MatchId;
  readonly room: string;
  readonly ended_at: Timestamp;
  readonly body: Buffer;
}

/** Replays that versions before 4 of the tables have stored: with the name of their room, and all talk. */
export interface OldReplays {
  /** One of them at the present format, which it has from now on; null if there is none. */
  rewritten(match: MatchId): Promise<Buffer | null>;
  /** Rewrites all of them, one by one. */
  rewriteAll(stopped: () => boolean): Promise<void>;
}

/** Old replays wait in a table of their own; each leaves it in one step with everything it changes. */
export function createOldReplays(
  database: Database.Database,
  keep: (match: MatchId, endedAt: Timestamp, body: Buffer) => void,
): OldReplays {
  const oldOf = database.prepare('SELECT * FROM old_replays WHERE match = ?');
  const next = database.prepare(
    'SELECT match FROM old_replays WHERE match > ? ORDER BY match LIMIT 1',
  );
  const remove = database.prepare('DELETE FROM old_replays WHERE match = ?');
  const summaryOf = database.prepare('SELECT body FROM matches WHERE match = ?');
  const keepSummary = database.prepare('UPDATE matches SET body = ? WHERE match = ?');
  const takeBack = (['salesforce', 'heroku', 'draws'] as const).map((result) => ({
    result,
    statement: database.prepare(
      `UPDATE counters SET ${result} = max(0, ${result} - 1) WHERE room IN (?, '')`,
    ),
  }));

  const put = database.transaction(({ match, room, ended_at }: OldRow, body: Buffer) => {
    if (remove.run(match).changes === 0) return;
    keep(match, ended_at, body);
    const listed = summaryOf.get(match) as { body: string } | undefined;
    if (listed === undefined) return;
    const { room: _room, ...summary } = JSON.parse(listed.body) as MatchSummary & { room: string };
    keepSummary.run(JSON.stringify(summary), match);
    // Every match used to count (R62).
    if (countedAs(summary) !== null) return;
    const was = summary.outcome.kind === 'draw' ? 'draws' : summary.outcome.winner;
    takeBack.find(({ result }) => result === was)?.statement.run(room);
  });

  const rewritten = async (match: MatchId): Promise<Buffer | null> => {
    const row = oldOf.get(match) as OldRow | undefined;
    if (row === undefined) return null;
    const body = await atPresentFormat(row.body);
    if (body === null) throw new UnreadableReplay(match);
    put.immediate(row, body);
    return body;
  };
  return {
    rewritten,
    rewriteAll: async (stopped) => {
      let last = '';
      while (!stopped()) {
        const row = next.get(last) as { match: MatchId } | undefined;
        if (row === undefined) return;
        last = row.match;
        // A damaged one stays where it is, and is not shown either.
        await rewritten(row.match).catch(passOver);
        await pause(restBetween, null, { ref: false });
      }
    },
  };
}

function passOver(error: unknown): void {
  if (!(error instanceof UnreadableReplay)) throw error;
}
