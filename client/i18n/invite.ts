import type { Texts } from './phrase.ts';

/** How others come into a room, and the menu of a small screen. */
export const invite = {
  title: { en: 'Invite', ja: '招待する' },
  link: { en: 'Link of this room', ja: 'この部屋のリンク' },
  copy: { en: 'Copy', ja: 'コピー' },
  send: { en: 'Send …', ja: '送る…' },
  code: {
    en: 'Or type this name on the start page',
    ja: 'または、はじめのページでこの名前を入れる',
  },
  scan: { en: 'Or scan this', ja: 'または、これを読み取る' },
  qr: { en: 'QR code with the link of this room', ja: 'この部屋のリンクの QR コード' },
  onWall: { en: 'For a projector', ja: 'プロジェクター用' },
  onWallHint: {
    en: 'Field, programs and scores, without buttons',
    ja: 'フィールドとプログラムと得点だけの画面',
  },
  menu: { en: 'Menu', ja: 'メニュー' },
} as const satisfies Texts;
