import { ok, refused, type Refusal, type Result } from '../shared/base/result.ts';
import type { RetentionRule } from './archive/retention.ts';
import { readLimits, usualLimits, type Limits } from './limits/index.ts';
import type { RedisAddress } from './logs/index.ts';
import type { TerminalLanguage } from './words.ts';

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

export type LogLevel = (typeof logLevels)[number];

/** Everything that can be set from outside. */
export interface Config {
  /** 0 lets the system choose, for tests. */
  readonly port: number;
  /** Address to listen at; null for all of this machine's. */
  readonly host: string | null;
  readonly dataDir: string;
  /** Signs the session cookies; null to make one and keep it in the data folder. */
  readonly sessionSecret: string | null;
  /** Origins pages may come from; null for the one the request itself was sent to. */
  readonly origins: readonly string[] | null;
  /** How many proxies stand before us, whose X-Forwarded-* headers are to be believed. */
  readonly trustProxy: number;
  /** How much is let in. */
  readonly limits: Limits;
  /** How long and how many replays are kept. */
  readonly keepReplays: RetentionRule;
  /** Null: `info`, or `warn` where somebody watches the terminal. */
  readonly logLevel: LogLevel | null;
  /** The Redis all processes share; null for one process with its own data folder. */
  readonly redis: RedisAddress | null;
  /** Worker processes on one port; more than one only with Redis. */
  readonly workers: number;
  /** Opens the operators' view; null keeps it shut. */
  readonly opsToken: string | null;
  /** Whether a line of memory and load goes to the log every 20 s. */
  readonly logSamples: boolean;
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** Guessing a shorter one would be a matter of time. */
const shortestSecret = 16;

type Setting<T> = Result<T, 'bad-setting'>;

/** Reads the settings of a server. The only reader of the environment; an empty value counts as none. */
export function readConfig(env: Environment): Result<Config, 'bad-setting'> {
  const port = readPort(env);
  if (!port.ok) return port;
  const sessionSecret = readSecret(env, 'SESSION_SECRET');
  if (!sessionSecret.ok) return sessionSecret;
  const origins = readOrigins(env);
  if (!origins.ok) return origins;
  const trustProxy = readProxies(env);
  if (!trustProxy.ok) return trustProxy;
  const limits = readAllLimits(env);
  if (!limits.ok) return limits;
  const keepReplays = readRetention(env);
  if (!keepReplays.ok) return keepReplays;
  const logLevel = readLogLevel(env);
  if (!logLevel.ok) return logLevel;
  const redis = readRedis(env);
  if (!redis.ok) return redis;
  const workers = readWorkers(env);
  if (!workers.ok) return workers;
  const opsToken = readSecret(env, 'OPS_TOKEN');
  if (!opsToken.ok) return opsToken;
  const logSamples = readSwitch(env, 'LOG_SAMPLES', '0');
  if (!logSamples.ok) return logSamples;
  return ok({
    port: port.value,
    host: env.HOST || null,
    dataDir: env.DATA_DIR || './data',
    sessionSecret: sessionSecret.value,
    origins: origins.value,
    trustProxy: trustProxy.value,
    limits: limits.value,
    keepReplays: keepReplays.value,
    logLevel: logLevel.value,
    redis: redis.value,
    workers: workers.value,
    opsToken: opsToken.value,
    logSamples: logSamples.value,
  });
}

/** The language of the terminal, by the usual variables. */
export function terminalLanguage(env: Environment): TerminalLanguage {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  return locale.toLowerCase().startsWith('ja') ? 'ja' : 'en';
}

function readPort(env: Environment): Setting<number> {
  const value = env.PORT || '3000';
  if (/^\d{1,5}$/.test(value) && Number(value) <= 65_535) return ok(Number(value));
  return bad('PORT', value, 'must be a number from 0 to 65535', '0〜65535 の数にしてください');
}

function readSecret(
  env: Environment,
  name: 'SESSION_SECRET' | 'OPS_TOKEN',
): Setting<string | null> {
  const value = env[name] || null;
  if (value === null || value.length >= shortestSecret) return ok(value);
  return bad(
    name,
    '…',
    `needs at least ${shortestSecret} characters`,
    `${shortestSecret} 文字以上にしてください`,
  );
}

function readOrigins(env: Environment): Setting<readonly string[] | null> {
  const value = env.ORIGIN || null;
  if (value === null) return ok(null);
  const origins: string[] = [];
  for (const part of value.split(',')) {
    const origin = originOf(part.trim());
    if (origin === null) {
      return bad(
        'ORIGIN',
        value,
        'must be one or more of the form https://example.org, with commas between',
        'https://example.org の形で、複数ならコンマで区切ってください',
      );
    }
    origins.push(origin);
  }
  return ok(origins);
}

function originOf(text: string): string | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  const plain = url.pathname === '/' && url.search === '' && url.hash === '' && url.username === '';
  return plain && /^https?:$/.test(url.protocol) ? url.origin : null;
}

function readSwitch(env: Environment, name: string, without: '0' | '1'): Setting<boolean> {
  const value = (env[name] || without).toLowerCase();
  if (['1', 'true', 'yes', 'on'].includes(value)) return ok(true);
  if (['0', 'false', 'no', 'off'].includes(value)) return ok(false);
  return bad(name, value, 'must be 1 or 0', '1 か 0 にしてください');
}

/** More proxies than this stand before nobody. */
const mostProxies = 16;

/** A number; the words of a switch mean one proxy or none. */
function readProxies(env: Environment): Setting<number> {
  const value = env.TRUST_PROXY || '0';
  if (/^\d{1,2}$/.test(value) && Number(value) <= mostProxies) return ok(Number(value));
  const trusted = readSwitch(env, 'TRUST_PROXY', '0');
  if (trusted.ok) return ok(trusted.value ? 1 : 0);
  return bad(
    'TRUST_PROXY',
    value,
    `must say how many proxies stand before this server, from 0 to ${mostProxies}`,
    `このサーバーの前にあるプロキシの数を 0〜${mostProxies} で指定してください`,
  );
}

function readAllLimits(env: Environment): Setting<Limits> {
  const perAddress = limitsIn(env, 'LIMITS_PER_ADDRESS', usualLimits.perAddress);
  if (!perAddress.ok) return perAddress;
  const perPerson = limitsIn(env, 'LIMITS_PER_PERSON', usualLimits.perPerson);
  if (!perPerson.ok) return perPerson;
  const inAll = limitsIn(env, 'LIMITS_IN_ALL', usualLimits.inAll);
  if (!inAll.ok) return inAll;
  return ok({ perAddress: perAddress.value, perPerson: perPerson.value, inAll: inAll.value });
}

function limitsIn<Kinds extends Readonly<Record<string, number>>>(
  env: Environment,
  name: string,
  usual: Kinds,
): Setting<Kinds> {
  const value = env[name] ?? '';
  const limits = readLimits(value, usual);
  if (limits.ok) return limits;
  const kinds = Object.keys(usual).join(', ');
  return bad(
    name,
    value,
    `must be "off" or of the form people=2500,rooms=off, with any of ${kinds}`,
    `off または people=2500,rooms=off の形にしてください（${kinds} のどれか）`,
  );
}

function readRetention(env: Environment): Setting<RetentionRule> {
  const days = env.KEEP_REPLAYS_DAYS || null;
  if (days !== null && !/^[1-9]\d{0,4}$/.test(days)) {
    return bad('KEEP_REPLAYS_DAYS', days, 'must be a number of days', '日数にしてください');
  }
  const bytes = env.KEEP_REPLAYS_BYTES || null;
  const size = /^(\d{1,15})([KMGT]?)$/i.exec(bytes ?? '');
  if (bytes !== null && size === null) {
    return bad(
      'KEEP_REPLAYS_BYTES',
      bytes,
      'must be a number of bytes, or one with K, M, G or T behind it',
      'バイト数か、K・M・G・T を付けた数にしてください',
    );
  }
  const [, number = '', unit = ''] = size ?? [];
  return ok({
    days: days === null ? null : Number(days),
    bytes:
      size === null ? null : Number(number) * 1024 ** ' KMGT'.indexOf(unit.toUpperCase() || ' '),
  });
}

function readLogLevel(env: Environment): Setting<LogLevel | null> {
  const value = env.LOG_LEVEL || null;
  const level = logLevels.find((known) => known === value);
  if (value === null || level !== undefined) return ok(level ?? null);
  const known = logLevels.join(', ');
  return bad('LOG_LEVEL', value, `must be one of ${known}`, `${known} のどれかにしてください`);
}

function readRedis(env: Environment): Setting<RedisAddress | null> {
  const verify = readSwitch(env, 'REDIS_VERIFY', '1');
  if (!verify.ok) return verify;
  const value = env.REDIS_URL || null;
  if (value === null) return ok(null);
  const url = URL.canParse(value) ? new URL(value) : null;
  if (url !== null && /^rediss?:$/.test(url.protocol) && url.hostname !== '') {
    return ok({ url: value, verify: verify.value });
  }
  // The address may hold a password, which belongs into no terminal.
  return bad(
    'REDIS_URL',
    '…',
    'must be of the form redis://host:6379 or rediss://user:password@host:6379',
    'redis://host:6379 または rediss://user:password@host:6379 の形にしてください',
  );
}

/** More workers than this on one machine only get in each other's way. */
const mostWorkers = 64;

function readWorkers(env: Environment): Setting<number> {
  const value = env.WEB_CONCURRENCY || '1';
  const workers = /^\d{1,3}$/.test(value) ? Number(value) : 0;
  if (workers >= 1 && workers <= mostWorkers) return ok(workers);
  return bad(
    'WEB_CONCURRENCY',
    value,
    `must be a number from 1 to ${mostWorkers}`,
    `1〜${mostWorkers} の数にしてください`,
  );
}

function bad(
  name: string,
  value: string,
  expected: string,
  expectedJa: string,
): { readonly ok: false; readonly refusal: Refusal<'bad-setting'> } {
  return refused('bad-setting', { name, value, expected: `it ${expected}`, expectedJa });
}
