import type { IncomingMessage } from 'node:http';
import type { Config } from './config.ts';

type ProxyTrust = Pick<Config, 'trustProxy'>;
type OriginRule = Pick<Config, 'trustProxy' | 'origins'>;

/** Whether a request came over TLS, to us or to the proxy before us. */
export function cameSecurely(request: IncomingMessage, { trustProxy }: ProxyTrust): boolean {
  if ('encrypted' in request.socket && request.socket.encrypted === true) return true;
  return trustProxy > 0 && firstOf(request.headers['x-forwarded-proto']) === 'https';
}

/**
 * Whether a request may act for the person of its cookie, by its Origin header: pages of other sites
 * may not. Browsers leave the header out of same-origin GETs, and other programs carry no cookies
 * they should not have, so a request without it passes.
 */
export function originAllowed(request: IncomingMessage, rule: OriginRule): boolean {
  const { origin } = request.headers;
  if (origin === undefined) return true;
  if (!URL.canParse(origin)) return false;
  const from = new URL(origin);
  if (rule.origins !== null) return rule.origins.includes(from.origin);
  const host =
    (rule.trustProxy > 0 ? firstOf(request.headers['x-forwarded-host']) : null) ??
    request.headers.host;
  // Behind a proxy that ends TLS the scheme is not ours to know, so that only hosts are compared.
  return host !== undefined && sameHost(from, host);
}

function sameHost(from: URL, host: string): boolean {
  const here = `${from.protocol}//${host}`;
  return /^https?:$/.test(from.protocol) && URL.canParse(here) && new URL(here).host === from.host;
}

function firstOf(header: string | string[] | undefined): string | null {
  const text = Array.isArray(header) ? header[0] : header;
  return text?.split(',')[0]?.trim() || null;
}
