import type { IncomingMessage } from 'node:http';

/** The body of a request as JSON; undefined when it is none, or longer than `most` bytes. */
export async function readBody(request: IncomingMessage, most: number): Promise<unknown> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of request as AsyncIterable<Buffer>) {
    length += piece.length;
    // The rest is read and dropped, so that the answer is heard.
    if (length <= most) pieces.push(piece);
  }
  if (length > most) return undefined;
  try {
    return JSON.parse(Buffer.concat(pieces).toString('utf8')) as unknown;
  } catch {
    return undefined;
  }
}
