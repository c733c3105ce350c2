import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { MatchId, Milliseconds } from '../../../shared/base/ids.ts';
import type { MatchSummary } from '../../../shared/room/index.ts';
import { atPresentFormat, countedAs, UnreadableReplay } from '../../archive/index.ts';
import type { RedisClient } from './connection.ts';
import { keys } from './keys.ts';

/** Between one old replay and the next: whoever plays meanwhile does not notice. */
const restBetween: Milliseconds = 20;

/** One process rewrites; another takes over when it has been silent for so long. */
const silence: Milliseconds = 30_000;

/** How many matches are looked at between two signs of life. */
const matchesAtOnce = 50;

/** Replays of versions before 0.2, which carry the name of their room and all talk. */
export interface OldReplays {
  /** One of them at the present format, which it has from now on; null if there is none. */
  rewritten(match: MatchId): Promise<Buffer | null>;
  /** Rewrites all of them, one by one, unless that was done. */
  rewriteAll(stopped: () => boolean): Promise<void>;
}

/** Old replays lie under another key. Whatever step a process dies after, the next one goes on from it. */
export function createOldReplays(client: RedisClient): OldReplays {
  const rewritten = async (match: MatchId): Promise<Buffer | null> => {
    const old = await client.get(keys.oldReplay(match));
    if (old === null) return null;
    const body = await atPresentFormat(Buffer.from(old, 'base64'));
    if (body === null) throw new UnreadableReplay(match);
    await client.set(keys.replay(match), body, { condition: 'NX' });
    await client.del(keys.oldReplay(match));
    return body;
  };
  const summaryRewritten = async (match: MatchId, old: string): Promise<void> => {
    const { room, ...summary } = JSON.parse(old) as MatchSummary & { readonly room?: string };
    if (room === undefined) return;
    // Every match used to count (R62).
    const was = summary.outcome.kind === 'draw' ? 'draws' : summary.outcome.winner;
    const tooMuch = countedAs(summary) === null ? was : '';
    const news = [match, old, JSON.stringify(summary), room, tooMuch];
    await client.replaceSummary(keys.matches, keys.scores, ...news);
  };
  const rewriteMatch = async (match: MatchId, summary: string): Promise<void> => {
    try {
      await rewritten(match);
      await summaryRewritten(match, summary);
    } catch (error) {
      // A damaged one stays where it is, and is not shown either.
      if (!(error instanceof UnreadableReplay)) throw error;
    }
  };
  return {
    rewritten,
    rewriteAll: async (stopped) => {
      const me = randomUUID();
      let cursor = '0';
      while (!stopped() && (await client.exists(keys.rewritten)) === 0) {
        if (!(await mayRewrite(client, me))) {
          await pause(silence, null, { ref: false });
          continue;
        }
        const page = await client.hScan(keys.matches, cursor, { COUNT: matchesAtOnce });
        for (const { field, value } of page.entries) {
          if (stopped()) return;
          await rewriteMatch(field as MatchId, value);
          await pause(restBetween, null, { ref: false });
        }
        ({ cursor } = page);
        if (cursor === '0') await client.set(keys.rewritten, '3');
      }
    },
  };
}

/** Whether it is this process that rewrites: from now on until it has been silent for a while. */
async function mayRewrite(client: RedisClient, me: string): Promise<boolean> {
  const expiration = { type: 'PX', value: silence } as const;
  await client.set(keys.rewriting, me, { condition: 'NX', expiration });
  if ((await client.get(keys.rewriting)) !== me) return false;
  await client.set(keys.rewriting, me, { expiration });
  return true;
}
