import type { ConnectRefusalCode } from '../../shared/protocol/index.ts';

/** Why the server opens no line, and after how many seconds it may. */
export interface ConnectRefusal {
  readonly code: ConnectRefusalCode;
  readonly retryAfter: number | undefined;
}

const codes: Readonly<Record<ConnectRefusalCode, true>> = {
  'no-session': true,
  'too-many-people': true,
  'too-many-sockets': true,
  'too-many-rooms': true,
  'too-many-matches': true,
  'too-many-pages': true,
  'server-full': true,
};

/**
 * What the server said when it opened no line; null when it said nothing. Where it lets a line in and
 * then refuses it, Socket.IO hands on the code as message and the facts as `data`; where it opens none
 * at all, the answer to polling holds both.
 */
export function refusalIn(error: Error): ConnectRefusal | null {
  const { data, context } = error as { data?: unknown; context?: unknown };
  if (isCode(error.message)) return { code: error.message, retryAfter: secondsIn(data) };
  const body = parsed(field(context, 'responseText'));
  const code = field(body, 'code');
  return isCode(code) ? { code, retryAfter: secondsIn(field(body, 'details')) } : null;
}

function isCode(code: unknown): code is ConnectRefusalCode {
  return typeof code === 'string' && Object.hasOwn(codes, code);
}

/** In how many seconds it may be worth another try, by the facts of a refusal. */
export function secondsIn(details: unknown): number | undefined {
  const seconds = field(details, 'retryAfter');
  return typeof seconds === 'number' && seconds > 0 ? seconds : undefined;
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && name in value
    ? (value as Record<string, unknown>)[name]
    : undefined;
}

function parsed(text: unknown): unknown {
  try {
    return typeof text === 'string' ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
}
