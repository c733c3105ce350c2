import type { Refusal } from '../shared/base/result.ts';
import type { RedisWarningCode } from './logs/redis/connect.ts';

/** Languages the terminal speaks; the pages choose for themselves (R35). */
export type TerminalLanguage = 'ja' | 'en';

/** Why a server does not start. */
export type StartRefusalCode =
  | 'bad-setting'
  | 'redis-unreachable'
  | 'redis-refused'
  | 'redis-too-old'
  | 'redis-read-only'
  | 'data-folder-unusable'
  | 'data-disk-full'
  | 'data-in-use'
  | 'data-damaged'
  | 'data-too-new'
  | 'port-in-use'
  | 'port-not-allowed'
  | 'cannot-listen';

type Words = (details: Refusal['details']) => string;

const english: Record<StartRefusalCode, Words> = {
  'bad-setting': (d) =>
    `The setting ${d.name} is "${d.value}", but ${d.expected}. Mend it or leave it out, then start again.`,
  'redis-unreachable': (d) =>
    `No Redis answers at ${d.address} (${d.reason}). Start it, or mend REDIS_URL, and start again; without REDIS_URL the game keeps its data in a folder.`,
  'redis-refused': (d) =>
    `The Redis at ${d.address} does not let the game in (${d.reason}). Mend the user and password in REDIS_URL and start again.`,
  'redis-too-old': (d) =>
    `The Redis at ${d.address} is version ${d.version}, but the game needs ${d.first} or newer. Update it and start again.`,
  'redis-read-only': (d) =>
    `The Redis at ${d.address} cannot be written to (${d.reason}). Name one that can in REDIS_URL and start again.`,
  'data-folder-unusable': (d) =>
    `The data folder ${d.folder} cannot be used (${d.reason}). Make it writable, or name another one with DATA_DIR=… and start again.`,
  'data-disk-full': (d) =>
    `The disk under the data folder ${d.folder} is full (${d.reason}). Make room on it, or name another folder with DATA_DIR=…, and start again.`,
  'data-in-use': (d) =>
    `Another server is at work in the data folder ${d.folder}. End that one, or name another folder with DATA_DIR=… and start again.`,
  'data-damaged': (d) =>
    `A file (game.sqlite or in-use.sqlite) in ${d.folder} is damaged or no database (${d.reason}). Move it away (or restore a copy of it), or name another folder with DATA_DIR=…, and start again.`,
  'data-too-new': (d) =>
    `The data in ${d.folder} was written by a newer version of the game (${d.version}; this one knows ${d.known}). Update the game, or name another folder with DATA_DIR=….`,
  'port-in-use': (d) =>
    `Port ${d.port} is in use by another program. End that one, or choose another port: PORT=${d.next} npm start`,
  'port-not-allowed': (d) =>
    `Port ${d.port} may not be opened by this user. Choose one above 1023, for example: PORT=3000 npm start`,
  'cannot-listen': (d) =>
    `The server cannot listen at ${d.address} (${d.reason}). Check HOST and PORT.`,
};

const japanese: Record<StartRefusalCode, Words> = {
  'bad-setting': (d) =>
    `設定 ${d.name} の値が「${d.value}」になっています。${d.expectedJa}。直すか、設定を外してから、もう一度起動してください。`,
  'redis-unreachable': (d) =>
    `${d.address} の Redis が応答しません（${d.reason}）。Redis を起動するか REDIS_URL を直して、もう一度起動してください。REDIS_URL がなければ、データはフォルダーに置かれます。`,
  'redis-refused': (d) =>
    `${d.address} の Redis に接続を拒否されました（${d.reason}）。REDIS_URL のユーザー名とパスワードを直して、もう一度起動してください。`,
  'redis-too-old': (d) =>
    `${d.address} の Redis はバージョン ${d.version} ですが、${d.first} 以上が必要です。更新してから、もう一度起動してください。`,
  'redis-read-only': (d) =>
    `${d.address} の Redis に書き込めません（${d.reason}）。書き込める Redis を REDIS_URL に指定して、もう一度起動してください。`,
  'data-folder-unusable': (d) =>
    `データフォルダー ${d.folder} を使えません（${d.reason}）。書き込めるようにするか、DATA_DIR=… で別のフォルダーを指定して、もう一度起動してください。`,
  'data-disk-full': (d) =>
    `データフォルダー ${d.folder} のディスクがいっぱいです（${d.reason}）。空きを作るか、DATA_DIR=… で別のフォルダーを指定して、もう一度起動してください。`,
  'data-in-use': (d) =>
    `データフォルダー ${d.folder} は別のサーバーが使っています。そのサーバーを終えるか、DATA_DIR=… で別のフォルダーを指定して、もう一度起動してください。`,
  'data-damaged': (d) =>
    `${d.folder} の game.sqlite（または in-use.sqlite）が壊れているか、データベースではありません（${d.reason}）。移動する（または控えから戻す）か、DATA_DIR=… で別のフォルダーを指定して、もう一度起動してください。`,
  'data-too-new': (d) =>
    `${d.folder} のデータは、より新しい版のゲームで書かれています（${d.version}。この版は ${d.known} まで）。ゲームを更新するか、DATA_DIR=… で別のフォルダーを指定してください。`,
  'port-in-use': (d) =>
    `ポート ${d.port} は別のプログラムが使っています。そのプログラムを終えるか、別のポートを選んでください: PORT=${d.next} npm start`,
  'port-not-allowed': (d) =>
    `ポート ${d.port} はこのユーザーでは開けません。1024 以上を選んでください。例: PORT=3000 npm start`,
  'cannot-listen': (d) =>
    `${d.address} で待ち受けられません（${d.reason}）。HOST と PORT を確かめてください。`,
};

const startWords = { en: english, ja: japanese } as const;

/** What went wrong at the start and what to do, for the person at the terminal. */
export function startMessage(
  refusal: Refusal<StartRefusalCode>,
  language: TerminalLanguage,
): string {
  return startWords[language][refusal.code](refusal.details);
}

const warningWords = {
  'redis-evicts': {
    en: (d) =>
      `Warning: the Redis at ${d.address} throws data away when its memory is full (maxmemory-policy ${d.policy}): rooms and matches would be lost. Set maxmemory-policy noeviction.`,
    ja: (d) =>
      `注意: ${d.address} の Redis はメモリがいっぱいになるとデータを捨てます（maxmemory-policy ${d.policy}）。部屋や試合が失われます。maxmemory-policy noeviction にしてください。`,
  },
  'redis-forgets': {
    en: (d) =>
      `Warning: the Redis at ${d.address} keeps nothing on disk: a restart of it loses finished matches. Set appendonly yes.`,
    ja: (d) =>
      `注意: ${d.address} の Redis はディスクに何も保存しません。再起動すると終わった試合が失われます。appendonly yes にしてください。`,
  },
} satisfies Record<RedisWarningCode, Record<TerminalLanguage, Words>>;

/** What the operator should know of the store, though the server starts. */
export function warningMessage(
  { code, details }: Refusal<RedisWarningCode>,
  language: TerminalLanguage,
): string {
  return warningWords[code][language](details);
}

/** The line that says where the game is. */
export function addressMessage(address: string, language: TerminalLanguage): string {
  return language === 'ja'
    ? `Salesforce vs. Heroku は ${address} で遊べます`
    : `Salesforce vs. Heroku is at ${address}`;
}

/** Said when the pages were never built; the rest of the server works without them. */
export function notBuiltMessage(language: TerminalLanguage): string {
  return language === 'ja'
    ? 'ページがまだビルドされていません。npm run build を実行してから起動し直してください（npm start なら自動で行います）。'
    : 'The pages are not built yet: run `npm run build` and start again (npm start does both).';
}

/** Said when several workers are wished for without the Redis they would share. */
export function oneWorkerMessage(language: TerminalLanguage): string {
  return language === 'ja'
    ? 'WEB_CONCURRENCY には REDIS_URL が必要です。1 つのプロセスで動かします。'
    : 'WEB_CONCURRENCY needs REDIS_URL: one process serves alone.';
}

/** Said when workers die again and again as soon as they are started. */
export function noWorkerMessage(language: TerminalLanguage): string {
  return language === 'ja'
    ? 'ワーカーが起動のたびに終了します。その理由は上に表示されています。'
    : 'The workers end as soon as they start; the reason stands above.';
}
