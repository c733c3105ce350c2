import type { Phrase, Texts } from './phrase.ts';

/** The page about the language. */
export const languageHelp = {
  title: { en: 'The language', ja: 'プログラムの言語' },
  lead: {
    en: 'A program is a small JavaScript. Whatever runs here means the same as in any JavaScript; what is left out says so.',
    ja: 'プログラムは小さな JavaScript です。ここで動くものはどの JavaScript でも同じ意味です。使えないものは、使えないと表示されます。',
  },
  contents: { en: 'On this page', ja: 'このページの内容' },
  readingTitle: { en: 'How a program is read', ja: 'プログラムの読まれかた' },
  examplesTitle: { en: 'Ten programs to learn from', ja: '学ぶための十のプログラム' },
  examplesLead: {
    en: 'Each plays on a small field of its own. Change it and try it again: nothing here can break.',
    ja: 'それぞれ小さなフィールドで動きます。書きかえて何度でも試せます。ここでは何も壊れません。',
  },
  referenceTitle: { en: 'Every name', ja: 'すべての名前' },
  statementsTitle: { en: 'Statements and operators', ja: '文と演算子' },
  outTitle: { en: 'Left out', ja: '使えないもの' },
  limitsTitle: { en: 'Governor limits', ja: 'ガバナ制限' },
  rules: { en: 'The rules of the game', ja: 'ゲームのルール' },
  tryIt: { en: 'Try it', ja: '試す' },
  stop: { en: 'Stop', ja: '止める' },
  change: { en: 'Change it', ja: '書きかえる' },
  restore: { en: 'As it was', ja: '元に戻す' },
  programOf: {
    en: (title: string) => `Program: ${title}`,
    ja: (title: string) => `プログラム：${title}`,
  },
  fieldOf: {
    en: (title: string) => `Field: ${title}`,
    ja: (title: string) => `フィールド：${title}`,
  },
  rival: { en: 'What S does here', ja: 'ここでの S のプログラム' },
  turnOf: {
    en: (turn: number, of: number) => `Turn ${turn} of ${of}`,
    ja: (turn: number, of: number) => `${of} ターン中 ${turn}`,
  },
  points: {
    en: (points: number) => `H: ${points} points`,
    ja: (points: number) => `H：${points} 点`,
  },
  done: {
    en: (points: number) => `Over: H has ${points} points.`,
    ja: (points: number) => `おわり：H は ${points} 点。`,
  },
  out: {
    en: (points: number) => `Over: H is out, with ${points} points.`,
    ja: (points: number) => `おわり：H は脱落（${points} 点）。`,
  },
  failed: {
    en: 'The program took too long to be played. Does a loop never end?',
    ja: '時間がかかりすぎました。終わらないループはありませんか。',
  },
} as const satisfies Texts;

/** What a player must know of the reader (R16–R20). */
export const reading: readonly Phrase[] = [
  {
    en: 'When your character needs its next step, the next lines that make complete code are read and run: one line, or a whole block. Blank and comment lines cost nothing.',
    ja: '次の一歩が必要になると、完成したコードになる次の行が読まれて動きます。一行のことも、ブロック全体のこともあります。空行とコメントは何も使いません。',
  },
  {
    en: 'A command (p.up() and the like) takes a turn, wherever it stands: in a loop, in a function, in a callback. The program waits there until the turn is over. Everything else takes no turn.',
    ja: '命令（p.up() など）は、ループ・関数・コールバックのどこにあっても一ターン使い、終わるまでそこで待ちます。ほかは何もターンを使いません。',
  },
  {
    en: 'Lines that were read are locked. Everything below may still be changed while the match runs. Variables and functions of earlier lines stay.',
    ja: '読まれた行は固定されます。その下は試合中も変えられます。前の行の変数と関数は残ります。',
  },
  {
    en: 'A line that begins with else, catch, finally, a dot or an operator such as && belongs to the line before it. A line that begins with ( or [ begins anew.',
    ja: 'else・catch・finally・ドット・&& などの演算子で始まる行は前の行の続きです。( や [ で始まる行は新しい文になります。',
  },
  {
    en: 'An error costs one turn, is shown at its line with its reason, and reading goes on with the next line. A block that is not finished when its turn comes is such an error.',
    ja: '誤りは一ターン休みになり、その行に理由が出て、次の行から続きます。順番が来たときに閉じていないブロックも誤りです。',
  },
];

/** The parts of JavaScript that are in, as people look for them (L1). */
export const statements: readonly (readonly [string, Phrase])[] = [
  [
    "let n = 0;  const way = 'up';",
    { en: 'variables; const never changes', ja: '変数。const は変わらない' },
  ],
  [
    'if (…) { … } else { … }',
    { en: 'a choice; also a ? b : c and switch', ja: '場合分け。a ? b : c と switch も' },
  ],
  ['for (let i = 0; i < 5; i++) { … }', { en: 'so many times', ja: '回数を決めてくり返す' }],
  [
    'for (const item of list) { … }',
    {
      en: 'for each item; for (key in object) for keys',
      ja: '要素ごとに。キーなら for (key in object)',
    },
  ],
  ['while (…) { … }  do { … } while (…)', { en: 'as long as', ja: '条件のあいだくり返す' }],
  [
    'break  continue  label: for …',
    { en: 'leave or shorten a loop', ja: 'ループを抜ける、次へ進む' },
  ],
  [
    'function name(a, b = 1, ...rest) { return a; }',
    { en: 'a function; also (a) => a + 1', ja: '関数。(a) => a + 1 も' },
  ],
  [
    'const { x, y } = p;  const [first] = list;  [...list]',
    { en: 'taking apart and spreading', ja: '分割代入と展開' },
  ],
  ['`at ${x}`', { en: 'a text with values in it', ja: '値を入れた文字列' }],
  ['try { … } catch (error) { … } finally { … }  throw', { en: 'errors', ja: 'エラーの処理' }],
  [
    '+ - * / % **  < <= === !==  && || ??  ! ?.  & | ^ ~ << >>',
    { en: 'operators, and each with =', ja: '演算子と、= をつけた代入' },
  ],
];

/** What is refused, each with a message (L3). */
export const leftOut: Phrase = {
  en: 'class, new of anything but the types above, this outside methods of objects, getters and setters, generators, async, import, with, eval, regular expressions, tagged templates, Symbol, Proxy, Reflect, prototypes, Date, timers, and everything of the page.',
  ja: 'class、上にない型の new、オブジェクトのメソッド以外の this、ゲッターとセッター、ジェネレーター、async、import、with、eval、正規表現、タグつきテンプレート、Symbol、Proxy、Reflect、プロトタイプ、Date、タイマー、ページのもの全般。',
};

/** What one turn may cost (L6). */
export const limits: readonly Phrase[] = [
  {
    en: '20,000 steps a turn: each turn of a loop and each call is one; the library pays for its work.',
    ja: '一ターン 20,000 ステップ。ループ一周と呼び出し一回が一ステップ。ライブラリーも働いただけ払います。',
  },
  { en: '200 calls inside each other.', ja: '入れ子の呼び出しは 200 まで。' },
  { en: 'About 1 MB of values at a time.', ja: '同時に持てる値は約 1 MB。' },
  { en: '20,000 characters of program.', ja: 'プログラムは 20,000 字まで。' },
  {
    en: 'Going over one ends the block and costs the turn. No catch holds it back.',
    ja: '超えるとそのブロックは終わり、一ターン休みになります。catch では止められません。',
  },
];
