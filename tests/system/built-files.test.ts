import { readFileSync, readdirSync } from 'node:fs';
import { request, type IncomingHttpHeaders } from 'node:http';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { servePages, type PageServer } from '../browser/support/server.ts';

const assets = fileURLToPath(new URL('../../dist/client/assets/', import.meta.url));

let server: PageServer;

beforeAll(async () => {
  server = await servePages();
});

afterAll(() => server.close());

interface Answer {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  /** As it came over the wire. */
  readonly body: Buffer;
}

/** What the server sends for a built file, not decompressed. */
function ask(name: string, encodings: string | null): Promise<Answer> {
  const headers = encodings === null ? {} : { 'accept-encoding': encodings };
  return new Promise((resolve, reject) => {
    const sent = request(`${server.address}/assets/${name}`, { headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('error', reject);
      response.on('end', () =>
        resolve({
          status: response.statusCode,
          headers: response.headers,
          body: Buffer.concat(parts),
        }),
      );
    });
    sent.on('error', reject);
    sent.end();
  });
}

function built(pattern: RegExp): string {
  const found = readdirSync(assets).find((name) => pattern.test(name));
  if (found === undefined) throw new Error(`the build has no ${pattern}`);
  return found;
}

const kinds = [
  ['script', /^stage-[\w-]+\.js$/, /^text\/javascript/],
  ['worker', /^program\.worker-[\w-]+\.js$/, /^text\/javascript/],
  ['style', /^index-[\w-]+\.css$/, /^text\/css/],
  ['drawing', /^heroku-[\w-]+\.svg$/, /^image\/svg\+xml/],
] as const;

const plain = (body: Buffer): Buffer => body;

const wishes = [
  ['br', 'gzip, deflate, br, zstd', brotliDecompressSync],
  ['gzip', 'gzip', gunzipSync],
  [undefined, null, plain],
  [undefined, 'identity', plain],
] as const;

test.each(kinds)('a built %s goes over the wire as its reader understands it', async (...kind) => {
  const [, pattern, type] = kind;
  const name = built(pattern);
  const content = readFileSync(assets + name);
  for (const [encoding, wish, open] of wishes) {
    const { status, headers, body } = await ask(name, wish);
    expect(status).toBe(200);
    expect(headers['content-encoding'], `${wish}`).toBe(encoding);
    expect(headers['content-type']).toMatch(type);
    expect(headers.vary).toBe('Accept-Encoding');
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(headers['content-length']).toBe(`${body.length}`);
    expect(open(body).equals(content), `${wish}`).toBe(true);
    if (encoding !== undefined) expect(body.length).toBeLessThan(content.length / 2);
  }
});

test('a worker keeps its policy when it is compressed', async () => {
  const name = built(/^program\.worker-[\w-]+\.js$/);
  const [zipped, whole] = [await ask(name, 'br'), await ask(name, null)];
  expect(zipped.headers['content-security-policy']).toContain("default-src 'none'");
  expect(zipped.headers['content-security-policy']).toBe(whole.headers['content-security-policy']);
});

test('a font, compressed by its own format, comes as it is', async () => {
  const name = built(/\.woff2$/);
  const { headers, body } = await ask(name, 'gzip, br');
  expect(headers['content-encoding']).toBeUndefined();
  expect(body.equals(readFileSync(assets + name))).toBe(true);
});
