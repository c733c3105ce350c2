import type { IncomingMessage } from 'node:http';
import { isIP, isIPv4 } from 'node:net';

/**
 * Where a request comes from, as far as that can be known: an IPv4 address, or the /64 network of an
 * IPv6 one, which is what one household or office gets. Behind `proxies` trusted proxies it is the
 * entry of `X-Forwarded-For` that the outermost of them wrote, counted from the right: what stands
 * left of it anybody may have written. An entry that is missing or no address counts for nothing, and
 * the address of the connection is taken.
 */
export function addressOf(request: IncomingMessage, proxies: number): string {
  const told = proxies > 0 ? forwardedBy(request, proxies) : null;
  return told ?? networkOf(request.socket.remoteAddress ?? '') ?? 'unknown';
}

function forwardedBy(request: IncomingMessage, proxies: number): string | null {
  const header = request.headers['x-forwarded-for'];
  const entries = (Array.isArray(header) ? header.join(',') : (header ?? '')).split(',');
  return networkOf(entries.at(-proxies) ?? '');
}

/** The network an address counts as; null for what is no address. */
export function networkOf(text: string): string | null {
  const address = bare(text.trim());
  const version = isIP(address);
  if (version === 0) return null;
  return version === 4 ? address : networkOfV6(address);
}

/** Some proxies write a port behind the address, or brackets around it. */
function bare(text: string): string {
  const bracketed = /^\[([^\]]*)\](:\d{1,5})?$/.exec(text)?.[1];
  if (bracketed !== undefined) return bracketed;
  const [address = ''] = /^([\d.]+):\d{1,5}$/.exec(text)?.slice(1) ?? [];
  return isIPv4(address) ? address : text;
}

function networkOfV6(address: string): string {
  const groups = groupsOf(address.split('%', 1)[0] ?? '');
  const mapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
  if (!mapped) return `${groups.slice(0, 4).map(hex).join(':')}::/64`;
  const [high = 0, low = 0] = groups.slice(6);
  return [high >> 8, high & 255, low >> 8, low & 255].join('.');
}

/** The eight groups of an IPv6 address that is one. */
function groupsOf(address: string): number[] {
  const [head = [], tail] = address.split('::').map(groupsIn);
  if (tail === undefined) return head;
  const gap = Array.from({ length: 8 - head.length - tail.length }, () => 0);
  return [...head, ...gap, ...tail];
}

function groupsIn(part: string): number[] {
  return part
    .split(':')
    .filter((group) => group !== '')
    .flatMap((group) => {
      if (!group.includes('.')) return Number.parseInt(group, 16);
      const [a = 0, b = 0, c = 0, d = 0] = group.split('.').map(Number);
      return [a * 256 + b, c * 256 + d];
    });
}

function hex(group: number): string {
  return group.toString(16);
}
