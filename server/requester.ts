import type { IncomingMessage } from 'node:http';
import type { Config } from './config.ts';

type ProxyTrust = Pick<Config, 'trustProxy'>;
type OriginRule = Pick<Config, 'trustProxy' | 'origins'>;

/** Whether a request came over TLS, to us or to the proxy before us. */
export function cameSecurely(request: IncomingMessage, { trustProxy }: ProxyTrust): boolean {
  if ('encrypted' in request.socket && request.socket.encrypted === true) return true;
  return saidByProxy(request, 'x-forwarded-proto', trustProxy) === 'https';
}

/** The host that was asked for: what the proxies before us say of it, else what the request says. */
export function hostOf(request: IncomingMessage, { trustProxy }: ProxyTrust): string | null {
  return saidByProxy(request, 'x-forwarded-host', trustProxy) ?? request.headers.host ?? null;
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
  const host = hostOf(request, rule);
  // Behind a proxy that ends TLS the scheme is not ours to know, so that only hosts are compared.
  return host !== null && sameHost(from, host);
}

function sameHost(from: URL, host: string): boolean {
  const here = `${from.protocol}//${host}`;
  return /^https?:$/.test(from.protocol) && URL.canParse(here) && new URL(here).host === from.host;
}

/**
 * What the first of the proxies that are trusted says. Each adds to the end of the list, or writes it
 * anew: what stands further to the left than there are proxies, anybody may have written.
 */
function saidByProxy(
  { headers }: IncomingMessage,
  name: 'x-forwarded-proto' | 'x-forwarded-host',
  proxies: number,
): string | null {
  if (proxies === 0) return null;
  const said = String(headers[name] ?? '').split(',');
  return said.at(Math.max(-proxies, -said.length))?.trim() || null;
}
