import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const zip = promisify(gzip);

/** Below this, compressing costs more than it saves. Bytes. */
const worthZipping = 1400;

/** Answers JSON that must not be kept. */
export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  sendJsonText(response, status, JSON.stringify(body));
}

/** Answers a JSON text that may be large, compressed for whoever understands it. */
export async function sendLargeJson(
  request: IncomingMessage,
  response: ServerResponse,
  text: string,
): Promise<void> {
  response.setHeader('Vary', 'Accept-Encoding');
  const zips = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
  if (!zips || text.length < worthZipping) return sendJsonText(response, 200, text);
  const body = await zip(text);
  response.setHeader('Content-Encoding', 'gzip');
  return sendJsonText(response, 200, body);
}

function sendJsonText(response: ServerResponse, status: number, body: string | Buffer): void {
  response.writeHead(status, {
    'Content-Type': 'application/json; charset=utf-8',
    'Cache-Control': 'no-store',
  });
  response.end(body);
}

/** Answers a plain line. */
export function sendText(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, {
    'Content-Type': 'text/plain; charset=utf-8',
    'Cache-Control': 'no-store',
  });
  response.end(`${text}\n`);
}
