import { expect, test } from 'vitest';
import { readConfig, terminalLanguage } from './config.ts';
import { usualLimits } from './limits/index.ts';

test('an empty environment gives the defaults, and empty values count as none', () => {
  const defaults = {
    port: 3000,
    host: null,
    dataDir: './data',
    sessionSecret: null,
    origins: null,
    trustProxy: 0,
    limits: usualLimits,
    keepReplays: { days: null, bytes: null },
    logLevel: null,
    redis: null,
    workers: 1,
    opsToken: null,
    logSamples: false,
  };
  expect(readConfig({})).toEqual({ ok: true, value: defaults });
  expect(readConfig({ PORT: '', HOST: '', DATA_DIR: '', ORIGIN: '', TRUST_PROXY: '' })).toEqual({
    ok: true,
    value: defaults,
  });
});

test('every setting is read', () => {
  expect(
    readConfig({
      PORT: '0',
      HOST: '::1',
      DATA_DIR: '/srv/data',
      SESSION_SECRET: '0123456789abcdef',
      ORIGIN: 'https://example.org, http://localhost:3000/',
      TRUST_PROXY: 'Yes',
      LIMITS_PER_ADDRESS: 'people=2500,sockets=off',
      LIMITS_PER_PERSON: 'rooms=5',
      LIMITS_IN_ALL: 'off',
      KEEP_REPLAYS_DAYS: '90',
      KEEP_REPLAYS_BYTES: '2G',
      LOG_LEVEL: 'debug',
      REDIS_URL: 'rediss://game:secret@redis.example:6380',
      REDIS_VERIFY: 'no',
      WEB_CONCURRENCY: '4',
      OPS_TOKEN: 'fedcba9876543210',
      LOG_SAMPLES: '1',
    }),
  ).toEqual({
    ok: true,
    value: {
      port: 0,
      host: '::1',
      dataDir: '/srv/data',
      sessionSecret: '0123456789abcdef',
      origins: ['https://example.org', 'http://localhost:3000'],
      trustProxy: 1,
      limits: {
        perAddress: { ...usualLimits.perAddress, people: 2500, sockets: Infinity },
        perPerson: { ...usualLimits.perPerson, rooms: 5 },
        inAll: { people: Infinity, sockets: Infinity, rooms: Infinity },
      },
      keepReplays: { days: 90, bytes: 2 * 1024 ** 3 },
      logLevel: 'debug',
      redis: { url: 'rediss://game:secret@redis.example:6380', verify: false },
      workers: 4,
      opsToken: 'fedcba9876543210',
      logSamples: true,
    },
  });
});

test.each([
  ['PORT', '65536'],
  ['PORT', '-1'],
  ['PORT', '80.5'],
  ['PORT', 'http'],
  ['ORIGIN', 'example.org'],
  ['ORIGIN', 'https://example.org/path'],
  ['ORIGIN', 'https://a.example,,https://b.example'],
  ['ORIGIN', 'ftp://example.org'],
  ['TRUST_PROXY', 'perhaps'],
  ['TRUST_PROXY', '-1'],
  ['TRUST_PROXY', '1.5'],
  ['TRUST_PROXY', '17'],
  ['LIMITS_PER_ADDRESS', 'people=many'],
  ['LIMITS_PER_PERSON', 'people=5'],
  ['LIMITS_IN_ALL', '0'],
  ['KEEP_REPLAYS_DAYS', '0'],
  ['KEEP_REPLAYS_DAYS', 'ever'],
  ['KEEP_REPLAYS_BYTES', '1.5G'],
  ['LOG_LEVEL', 'loud'],
  ['WEB_CONCURRENCY', '0'],
  ['WEB_CONCURRENCY', 'two'],
])('A17 %s=%s is refused by name', (name, value) => {
  expect(readConfig({ [name]: value })).toMatchObject({
    ok: false,
    refusal: { code: 'bad-setting', details: { name, value } },
  });
});

test('a short secret is refused without being repeated', () => {
  const answer = readConfig({ SESSION_SECRET: 'guess-me' });
  expect(answer).toMatchObject({ ok: false, refusal: { details: { name: 'SESSION_SECRET' } } });
  expect(JSON.stringify(answer)).not.toContain('guess-me');
});

test('R35 the terminal speaks by the usual variables, in their order', () => {
  expect(terminalLanguage({})).toBe('en');
  expect(terminalLanguage({ LANG: 'ja_JP.UTF-8' })).toBe('ja');
  expect(terminalLanguage({ LANG: 'ja_JP.UTF-8', LC_ALL: 'C' })).toBe('en');
  expect(terminalLanguage({ LC_ALL: '', LC_MESSAGES: 'ja', LANG: 'de' })).toBe('ja');
});

test.each(['redis.example', 'http://redis.example', 'redis://', 'rediss://u:p w@'])(
  'A17 a REDIS_URL that is none is refused and never shown: %s',
  (url) => {
    expect(readConfig({ REDIS_URL: url })).toMatchObject({
      ok: false,
      refusal: { code: 'bad-setting', details: { name: 'REDIS_URL', value: '…' } },
    });
  },
);

test.each([
  ['0', 0],
  ['off', 0],
  ['1', 1],
  ['true', 1],
  ['2', 2],
])('B5 TRUST_PROXY=%s: %s proxies', (value, trustProxy) => {
  expect(readConfig({ TRUST_PROXY: value })).toMatchObject({ ok: true, value: { trustProxy } });
});
