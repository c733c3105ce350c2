import type { Details } from '../../shared/base/result.ts';
import type { SettingsRefusal } from '../../shared/battle/index.ts';
import type { ConnectRefusalCode, RefusalCode } from '../../shared/protocol/index.ts';
import { say, type Phrase, type Template } from './phrase.ts';
import { seatNames } from './common.ts';
import { settingsTexts } from './settings.ts';

/** Refusals that only a page can meet, without a server's word. */
export type PageRefusalCode = 'offline' | 'closed' | 'copy-failed';

export type ShownRefusal = RefusalCode | ConnectRefusalCode | SettingsRefusal | PageRefusalCode;

export type Refused = Phrase | Template<readonly [Details]>;

/** What each refusal says: what is wrong, and what to do (A17, R35). */
export const refusals: Readonly<Record<ShownRefusal, Refused>> = {
  'bad-message': {
    en: 'The server could not read what this page sent. Load the page again.',
    ja: 'このページが送った内容をサーバーが読めませんでした。ページを読み込み直してください。',
  },
  'too-fast': {
    en: 'That was faster than the server allows. Wait a second and try again.',
    ja: '速すぎます。一秒ほど待ってから、もう一度お試しください。',
  },
  'not-in-room': {
    en: 'This page is not in the room at the moment. It comes back by itself; then try again.',
    ja: 'このページはいま部屋に入っていません。自動で戻りますので、そのあともう一度お試しください。',
  },
  'old-page': {
    en: 'The game has been renewed. Load the page again to go on.',
    ja: 'ゲームが新しくなりました。ページを読み込み直すと続けられます。',
  },
  'bad-room-name': {
    en: 'A room name has 1 to 40 letters, digits, - or _. Choose another on the start page.',
    ja: '部屋の名前は文字・数字・-・_ で1〜40字です。はじめのページで選び直してください。',
  },
  closing: {
    en: 'The server is being restarted. This page comes back by itself in a moment.',
    ja: 'サーバーが再起動しています。まもなく自動でつながります。',
  },
  'storage-failed': {
    en: 'The server could not write that down. Try again in a moment; nothing earlier is lost.',
    ja: 'サーバーが記録できませんでした。少し待ってもう一度お試しください。前のものは失われていません。',
  },
  'log-full': {
    en: 'This match has no room left for writing. It goes on to its end with what is there; copy what you typed last for the next one.',
    ja: 'この試合にはもう書き込めません。試合はいまのプログラムで最後まで続きます。最後の入力は次の試合のためにコピーしておいてください。',
  },
  'already-open': { en: 'This room is open already.', ja: 'この部屋はもう開いています。' },
  'not-open': {
    en: 'This room is not open yet. Load the page again.',
    ja: 'この部屋はまだ開いていません。ページを読み込み直してください。',
  },
  'not-in-entry': {
    en: 'That is only possible before a match. Wait until this one is over.',
    ja: 'それは試合の前だけできます。この試合が終わるまでお待ちください。',
  },
  'not-in-coding': {
    en: 'That is only possible during coding time.',
    ja: 'それはコーディング時間だけできます。',
  },
  'not-in-match': {
    en: 'Programs are written during a match. Start one first.',
    ja: 'プログラムは試合中に書きます。まず試合を始めてください。',
  },
  'not-in-result': {
    en: 'That is only possible after a match.',
    ja: 'それは試合のあとだけできます。',
  },
  'not-running': {
    en: 'No match is running just now.',
    ja: 'いま動いている試合はありません。',
  },
  'match-under-way': {
    en: 'A match is under way. Wait until it is over.',
    ja: '試合の途中です。終わるまでお待ちください。',
  },
  'no-seat': {
    en: 'Only those who hold a seat may do that. Take a free seat first.',
    ja: '席についている人だけができます。まず空いている席についてください。',
  },
  'not-your-seat': {
    en: (details) =>
      details['by'] === undefined
        ? 'That seat is not yours.'
        : `That is the seat of ${details['by']}.`,
    ja: (details) =>
      details['by'] === undefined
        ? 'そこはあなたの席ではありません。'
        : `そこは ${details['by']} さんの席です。`,
  },
  'seat-taken': {
    en: (details) => `${seatOf(details)} is already taken by ${details['by'] ?? '?'}.`,
    ja: (details) => `${seatOf(details)} の席には ${details['by'] ?? '?'} さんがいます。`,
  },
  'seat-free': {
    en: 'Nobody holds that seat.',
    ja: 'その席には誰もいません。',
  },
  'settings-refused': {
    en: (details) => refusalText(String(details['reason']), details),
    ja: (details) => refusalText(String(details['reason']), details),
  },
  'other-document': {
    en: 'A new match has begun with an empty program; the last letters belong to the old one.',
    ja: '新しい試合が始まりプログラムは空になりました。最後の入力は前の試合のものです。',
  },
  'stale-version': {
    en: 'The program has changed meanwhile; your letters follow by themselves.',
    ja: 'その間にプログラムが変わりました。入力は自動で送り直されます。',
  },
  'bad-change': {
    en: 'A change did not fit the program. Load the page again.',
    ja: '変更がプログラムに合いませんでした。ページを読み込み直してください。',
  },
  'program-too-long': {
    en: (details) =>
      `A program has at most ${details['maximum'] ?? '20000'} characters. Delete some, or write a loop.`,
    ja: (details) =>
      `プログラムは${details['maximum'] ?? '20000'}字までです。消すか、くり返しを使ってください。`,
  },
  'wrong-turn': { en: 'That turn has passed.', ja: 'そのターンはもう過ぎました。' },
  'step-already-read': {
    en: 'The step for this turn has been read already.',
    ja: 'このターンの一歩はもう読まれています。',
  },
  'stale-step': {
    en: 'The program had changed before its line was read; the server reads it anew.',
    ja: '行が読まれる前にプログラムが変わりました。サーバーが読み直します。',
  },
  'too-early': { en: 'It is too early for that.', ja: 'まだ早すぎます。' },
  'too-late': {
    en: 'The room had gone on before your press arrived, so nothing was done. Look again, and press again if you still want to.',
    ja: '届く前に部屋が次へ進んでいたので、何も行いませんでした。画面を確かめて、必要ならもう一度押してください。',
  },
  'setting-not-whole': {
    en: (details) => `${settingName(details)}: a whole number, please.`,
    ja: (details) => `${settingName(details)}：整数で入れてください。`,
  },
  'setting-out-of-range': {
    en: (details) => `${settingName(details)}: from ${lowest(details)} to ${highest(details)}.`,
    ja: (details) =>
      `${settingName(details)}：${lowest(details)} から ${highest(details)} までです。`,
  },
  'setting-does-not-fit': {
    en: (details) =>
      `${settingName(details)}: this field has room for at most ${highest(details)}. Take fewer, or a larger field.`,
    ja: (details) =>
      `${settingName(details)}：このフィールドには ${highest(details)} までしか入りません。減らすか、フィールドを大きくしてください。`,
  },
  'setting-unknown-layout': {
    en: 'Choose one of the two layouts.',
    ja: '配置は二つのうちから選んでください。',
  },
  offline: {
    en: 'The connection is down just now. It comes back by itself; then try again.',
    ja: 'いま接続が切れています。自動で戻りますので、そのあともう一度お試しください。',
  },
  closed: {
    en: 'This page has left the room. Load it again to come back.',
    ja: 'このページは部屋を出ました。読み込み直すと戻れます。',
  },
  'no-session': {
    en: 'The server does not know this browser. Load the page again; if this comes back, allow cookies for it first.',
    ja: 'サーバーがこのブラウザーを知りません。ページを読み込み直してください。それでも変わらなければ、Cookie を許可してください。',
  },
  'too-many-people': {
    en: (details) =>
      `Very many new visitors have come from your network. Load the page again ${inTime(details)}.`,
    ja: (details) =>
      `お使いのネットワークから新しい人がとても多く来ています。${inTime(details)}ページを読み込み直してください。`,
  },
  'too-many-sockets': {
    en: (details) =>
      `Very many pages have come from your network. This one tries again ${inTime(details)}.`,
    ja: (details) =>
      `お使いのネットワークからとても多くのページが来ています。${inTime(details)}自動でもう一度試します。`,
  },
  'too-many-pages': {
    en: (details) =>
      `You have very many pages of the game open. Close some; this one tries again ${inTime(details)}.`,
    ja: (details) =>
      `このゲームのページを開きすぎています。いくつか閉じてください。${inTime(details)}自動でもう一度試します。`,
  },
  'too-many-rooms': {
    en: (details) =>
      `Very many new rooms were opened from here. Go into one that is open, or wait: this page tries again ${inTime(details)}.`,
    ja: (details) =>
      `ここから新しい部屋がとても多く開かれました。もうある部屋に入るか、お待ちください。${inTime(details)}自動でもう一度試します。`,
  },
  'too-many-matches': {
    en: (details) =>
      `Very many matches were started from here. Press start again ${inTime(details)}.`,
    ja: (details) =>
      `ここから試合がとても多く始められました。${inTime(details)}もう一度はじめてください。`,
  },
  'server-full': {
    en: (details) =>
      `The server is full just now. This page tries again ${inTime(details)}, or try later.`,
    ja: (details) =>
      `いまサーバーがいっぱいです。${inTime(details)}自動でもう一度試します。あとでまた来ることもできます。`,
  },
  'copy-failed': {
    en: 'The browser did not allow copying. Mark the link and copy it by hand.',
    ja: 'ブラウザがコピーを許しませんでした。リンクを選んで手でコピーしてください。',
  },
};

/**
 * The words for a refusal in the viewer's language; an unknown code is named as it is. `more` are refusals
 * that only a part of the pages can meet.
 */
export function refusalText(
  code: string,
  details: Details,
  more: Readonly<Record<string, Refused>> = {},
): string {
  const known: Readonly<Record<string, Refused>> = refusals;
  const refused = known[code] ?? more[code];
  if (refused === undefined) return say(unknownRefusal, code);
  return isPhrase(refused) ? say(refused) : say(refused, details);
}

const unknownRefusal: Template<readonly [string]> = {
  en: (code) => `The server said no (${code}). Load the page again and try once more.`,
  ja: (code) =>
    `サーバーに断られました（${code}）。ページを読み込み直して、もう一度お試しください。`,
};

function isPhrase(refused: Refused): refused is Phrase {
  return typeof refused.en === 'string';
}

function seatOf(details: Details): string {
  return details['seat'] === 'heroku' ? say(seatNames.heroku) : say(seatNames.salesforce);
}

function settingName(details: Details): string {
  const name = settingsTexts[details['field'] as keyof typeof settingsTexts] as Phrase | undefined;
  return name === undefined ? String(details['field']) : say(name);
}

/** Limits of times come in milliseconds; coding time is shown in seconds. */
function shown(details: Details, which: 'min' | 'max'): string {
  const value = Number(details[which]);
  return String(details['field'] === 'codingTime' ? value / 1000 : value);
}

/** When it may be worth another try, as the server has said; a while when it has not. */
function inTime(details: Details): string {
  const seconds = Number(details['retryAfter'] ?? 60);
  return seconds < 90 ? say(waits.seconds, seconds) : say(waits.minutes, Math.ceil(seconds / 60));
}

const waits = {
  seconds: {
    en: (count: number) => `in ${count} s`,
    ja: (count: number) => `${count} 秒後に`,
  },
  minutes: {
    en: (count: number) => `in ${count} minutes`,
    ja: (count: number) => `${count} 分後に`,
  },
} satisfies Record<string, Template<readonly [number]>>;

const lowest = (details: Details): string => shown(details, 'min');
const highest = (details: Details): string => shown(details, 'max');
