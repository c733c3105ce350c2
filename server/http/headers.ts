import type { ServerResponse } from 'node:http';

/** Headers of every answer: nothing is sniffed, framed, or told to other sites. */
export function setCommonHeaders(response: ServerResponse): void {
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
