/** One text in both languages (R35). `{name}` stands for a fact of the error. */
export interface Words {
  readonly en: string;
  readonly ja: string;
}

/** A text, and how it reads when a known name is near. */
export interface MessageWords extends Words {
  readonly withNearest?: Words;
}

/** Cause and remedy of each code (L8). */
export const words = {
  'source-too-long': {
    en: 'The program is longer than {limit} characters; this line is beyond them. Shorten it.',
    ja: 'プログラムが {limit} 文字を超えていて、この行はその先にあります。短くしてください。',
  },
  'nesting-too-deep': {
    en: 'Brackets and operators are nested deeper than {limit}. Split this line into several.',
    ja: 'かっこや演算子の入れ子が {limit} を超えています。行を分けてください。',
  },
  'step-limit': {
    en: 'Governor limit: more than {limit} steps in one turn. Does a loop never end?',
    ja: 'ガバナ制限: 1 ターンに {limit} ステップを超えました。終わらないループはありませんか。',
  },
  'chunk-limit': {
    en: 'Governor limit: more than {limit} lines without a command in one turn. Put some on one line.',
    ja: 'ガバナ制限: 1 ターンに命令のない行が {limit} 行を超えました。何行かを 1 行にまとめてください。',
  },
  'full-width-character': {
    en: '“{character}” is a full-width character. Write “{plain}” instead.',
    ja: '「{character}」は全角文字です。半角の「{plain}」にしてください。',
  },
  'invisible-character': {
    en: 'There is an invisible character here: {character} ({codePoint}). Delete it.',
    ja: '見えない文字「{character}」({codePoint})があります。削除してください。',
  },
  'missing-bracket': {
    en: 'This “{open}” is never closed. Add “{close}”.',
    ja: 'この「{open}」が閉じられていません。「{close}」を足してください。',
  },
  'unclosed-string': {
    en: 'This text has no closing quote on its line. Add one.',
    ja: 'この文字列を閉じる引用符が行内にありません。足してください。',
  },
  'unclosed-template': {
    en: 'This template text is never closed. Add “`”.',
    ja: 'このテンプレート文字列が閉じられていません。「`」を足してください。',
  },
  'unclosed-comment': {
    en: 'This comment is never closed. Add “*/”.',
    ja: 'このコメントが閉じられていません。「*/」を足してください。',
  },
  'unexpected-end': {
    en: 'The code stops here before it is complete. Write the rest of it.',
    ja: 'コードが途中で終わっています。続きを書いてください。',
  },
  'unexpected-token': {
    en: '“{token}” cannot stand here. Remove it, or check what comes before it.',
    ja: 'ここに「{token}」は書けません。取り除くか、その前を確かめてください。',
  },
  'missing-catch': {
    en: 'This try has neither catch nor finally. Add one of them.',
    ja: 'この try には catch も finally もありません。どちらかを足してください。',
  },
  'already-declared': {
    en: '“{name}” is declared twice. Choose another name.',
    ja: '「{name}」が二度宣言されています。別の名前にしてください。',
  },
  syntax: {
    en: 'This is not valid JavaScript: {reason}.',
    ja: 'JavaScript として正しくありません: {reason}',
  },
  unsupported: {
    en: 'This part of JavaScript is not available here ({construct}). Write it another way.',
    ja: 'JavaScript のこの機能はここでは使えません({construct})。別の書き方にしてください。',
  },
  'unknown-name': {
    en: 'There is no “{name}” here. Check its spelling, or declare it first.',
    ja: '「{name}」はありません。つづりを確かめるか、先に宣言してください。',
    withNearest: {
      en: 'There is no “{name}” here. Did you mean “{nearest}”?',
      ja: '「{name}」はありません。「{nearest}」ではありませんか。',
    },
  },
  'unknown-command': {
    en: 'There is no command “{name}”. Choose one that is listed after “p.”.',
    ja: '「{name}」という命令はありません。「p.」のあとに出る候補から選んでください。',
    withNearest: {
      en: 'There is no command “{name}”. Did you mean “{nearest}”?',
      ja: '「{name}」という命令はありません。「{nearest}」ではありませんか。',
    },
  },
  'not-a-command': {
    en: '“{name}” is not a command and cannot be called. Leave the brackets out.',
    ja: '「{name}」は命令ではないので呼び出せません。かっこを付けずに書いてください。',
  },
  'count-not-a-number': {
    en: 'The number of steps must be a number, not {given}. Write one, as in p.up(2).',
    ja: '歩数は数でなければなりません({given} は数ではありません)。p.up(2) のように書いてください。',
  },
  'count-negative': {
    en: 'The number of steps cannot be negative ({given}). To go back use the opposite direction.',
    ja: '歩数に負の数({given})は使えません。戻るには反対の方向の命令を使ってください。',
  },
  'count-fraction': {
    en: 'The number of steps must be whole, not {given}. Round it, as with Math.floor.',
    ja: '歩数は整数でなければなりません({given})。Math.floor などで整数にしてください。',
  },
  'count-too-large': {
    en: 'At most {most} steps at once, not {given}. Use a smaller number.',
    ja: '一度に進めるのは {most} 歩までです({given})。小さい数にしてください。',
  },
  'unknown-direction': {
    en: "“{given}” is not a direction. Use 'up', 'down', 'left' or 'right'.",
    ja: "「{given}」は方向ではありません。'up' 'down' 'left' 'right' のどれかにしてください。",
  },
  'coordinate-not-whole': {
    en: 'A cell is named by two whole numbers, not by {given}. Write x and y.',
    ja: 'マスは 2 つの整数で指定します({given} は使えません)。x と y を書いてください。',
  },
} as const satisfies Readonly<Record<string, MessageWords>>;

/** Names of invisible characters that are not English to everybody. */
export const characterNames: ReadonlyMap<string, string> = new Map([
  ['soft hyphen', 'ソフトハイフン'],
  ['arabic letter mark', 'アラビア文字マーク'],
  ['mongolian vowel separator', 'モンゴル文字母音区切り'],
  ['zero width space', 'ゼロ幅スペース'],
  ['zero width non-joiner', 'ゼロ幅非接合子'],
  ['zero width joiner', 'ゼロ幅接合子'],
  ['left-to-right mark', '左から右への印'],
  ['right-to-left mark', '右から左への印'],
  ['left-to-right embedding', '左から右への埋め込み'],
  ['right-to-left embedding', '右から左への埋め込み'],
  ['pop directional formatting', '書字方向の終わり'],
  ['left-to-right override', '左から右への上書き'],
  ['right-to-left override', '右から左への上書き'],
  ['word joiner', '単語結合子'],
  ['hangul filler', 'ハングル埋め草'],
]);
