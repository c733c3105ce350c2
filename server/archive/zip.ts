import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { createGzip, gunzip } from 'node:zlib';
import { replayPieces } from '../../shared/replay/index.ts';
import { Summing, type FinishedMatch, type MatchSummary } from '../../shared/room/index.ts';

const unzip = promisify(gunzip);

/** A finished match as it is stored: what a list says of it, and its replay as it will be sent. */
export interface ZippedMatch {
  readonly summary: MatchSummary;
  readonly body: Buffer;
}

/** Makes a match ready to be stored, a little at a time: neither its text nor the work is ever in one piece. */
export async function zippedMatch(match: FinishedMatch): Promise<ZippedMatch> {
  const summing = new Summing(match.start);
  const body = await zipped(replayPieces(match, (record) => summing.add(record)));
  return { summary: summing.summary(match.match), body };
}

/** Zips what comes piece by piece, on a thread beside the event loop. */
export async function zipped(
  pieces: Iterable<string | Buffer> | AsyncIterable<string | Buffer>,
): Promise<Buffer> {
  const parts: Buffer[] = [];
  await pipeline(Readable.from(pieces), createGzip(), async (zip: AsyncIterable<Buffer>) => {
    for await (const part of zip) parts.push(part);
  });
  return Buffer.concat(parts);
}

/** The bytes of what was zipped; null where it is damaged, or longer than `most` bytes. */
export async function unzipped(body: Uint8Array, most: number): Promise<Buffer | null> {
  return unzip(body, { maxOutputLength: most }).catch(() => null);
}
