import type { ServerResponse } from 'node:http';

/** Half a year, in seconds: who has come by TLS comes by it again (RFC 6797). */
const securelyFor = 180 * 24 * 60 * 60;

/** Headers of every answer: nothing is sniffed, framed, or told to other sites. */
export function setCommonHeaders(response: ServerResponse, secure: boolean): void {
  if (secure) response.setHeader('Strict-Transport-Security', `max-age=${securelyFor}`);
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Referrer-Policy', 'same-origin');
  response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
  response.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
  response.setHeader('Permissions-Policy', 'camera=(), microphone=(), geolocation=()');
}

/**
 * What a page may load and do: only our own things; styles of the editor carry the nonce. Other sites
 * may frame a page only where it has nothing to press (`framed`).
 */
export function pagePolicy(nonce: string, framed: boolean): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "worker-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "connect-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${framed ? '*' : "'none'"}`,
  ].join('; ');
}

/** What a script may do that runs as a worker: compute, and nothing else. */
export const workerPolicy = "default-src 'none'; script-src 'self'";
