import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type { Milliseconds } from '../../shared/base/ids.ts';
import { sendJson } from './send.ts';
import { UnderWay } from './under-way.ts';

/** Bytes that are on their way to readers. */
const underWay = new UnderWay(64 * 1024 * 1024);

/** Answers that are unzipped: browsers all read zipped ones. */
const unzipping = new UnderWay(4);

/** Whoever takes nothing for so long is gone. */
const readPatience: Milliseconds = 30_000;

/** Whoever has not taken all by then keeps the place of others: the largest replay at 70 KB a second. */
const wholePatience: Milliseconds = 120_000;

/**
 * Answers JSON that lies there zipped, as it is: the event loop has nothing to do but to hand it on. For
 * those few who cannot read it, it is unzipped on a thread beside. `tag` changes with the content, `address`
 * is where the asker comes from.
 */
export async function sendZippedJson(
  address: string,
  request: IncomingMessage,
  response: ServerResponse,
  body: Uint8Array,
  tag: string,
): Promise<void> {
  const zips = readsGzip(request.headers['accept-encoding']);
  const ended = underWay.begin(address, body.length);
  const unzipped = zips ? nothing : unzipping.begin(address, 1);
  if (ended === null || unzipped === null) {
    ended?.();
    unzipped?.();
    response.setHeader('Retry-After', '1');
    return sendJson(response, 503, { code: 'too-busy' });
  }
  try {
    await send(request, response, body, tag, zips);
  } finally {
    ended();
    unzipped();
  }
  return undefined;
}

function nothing(): void {}

async function send(
  request: IncomingMessage,
  response: ServerResponse,
  body: Uint8Array,
  tag: string,
  zips: boolean,
): Promise<void> {
  setKeptHeaders(response, tag);
  response.setHeader('Content-Type', 'application/json; charset=utf-8');
  if (zips) response.setHeader('Content-Encoding', 'gzip');
  if (zips) response.setHeader('Content-Length', body.length);
  if (request.method === 'HEAD') return void response.end();
  response.setTimeout(readPatience, () => response.destroy());
  const late = setTimeout(() => response.destroy(), wholePatience);
  try {
    const source = Readable.from([body]);
    await (zips ? pipeline(source, response) : pipeline(source, createGunzip(), response));
  } catch (error) {
    // The reader has gone. What lies there damaged is cut off: nobody takes that for a whole answer.
    if (!response.destroyed) response.destroy(error instanceof Error ? error : undefined);
  } finally {
    clearTimeout(late);
  }
  return undefined;
}

/** Whether the asker has it already; then that is the answer. */
export function sentUnchanged(
  request: IncomingMessage,
  response: ServerResponse,
  tag: string,
): boolean {
  const asked = (request.headers['if-none-match'] ?? '').split(',');
  if (!asked.some((one) => ['*', `W/"${tag}"`].includes(one.trim()))) return false;
  setKeptHeaders(response, tag);
  response.writeHead(304).end();
  return true;
}

/** It never changes, but it may go: browsers keep it and ask whether it is still there. */
function setKeptHeaders(response: ServerResponse, tag: string): void {
  response.setHeader('Vary', 'Accept-Encoding');
  response.setHeader('Cache-Control', 'private, no-cache');
  response.setHeader('ETag', `W/"${tag}"`);
}

/** Whether an `Accept-Encoding` takes gzip: named, or by `*`, and not at weight 0. */
export function readsGzip(accepted: string | undefined): boolean {
  const weights = new Map(
    (accepted ?? '').split(',').map((one) => {
      const [name = '', ...parameters] = one.split(';').map((part) => part.trim().toLowerCase());
      const weight = parameters.find((parameter) => parameter.startsWith('q='));
      return [name, weight === undefined ? 1 : Number(weight.slice(2))] as const;
    }),
  );
  return (weights.get('gzip') ?? weights.get('*') ?? 0) > 0;
}
