import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { ok, refused, type Result } from '../../shared/base/result.ts';

/**
 * Whether a request may see the operators' view: it carries `Authorization: Bearer` and the token the
 * server was started with. Without such a setting nobody may.
 */
export function mayOperate(
  request: IncomingMessage,
  token: string | null,
): Result<true, 'ops-off' | 'wrong-token'> {
  if (token === null) return refused('ops-off');
  const [, given = ''] = /^Bearer (.+)$/.exec(request.headers.authorization ?? '') ?? [];
  // Compared as digests, which are equally long whatever was sent.
  return timingSafeEqual(digest(given), digest(token)) ? ok(true) : refused('wrong-token');
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
