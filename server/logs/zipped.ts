import { gunzipSync } from 'node:zlib';

/** The text of a compressed body; damaged data gives an empty one, which no replay is. */
export function unzipped(body: Buffer): string {
  try {
    return gunzipSync(body).toString('utf8');
  } catch {
    return '';
  }
}
