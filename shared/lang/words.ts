import { syntaxWords } from './syntax-words.ts';

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
  ...syntaxWords,
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
  'machine-fault': {
    en: 'What runs programs here has failed at this line. That is our fault, not yours: write it another way.',
    ja: 'プログラムを動かす側が、この行で失敗しました。あなたのせいではありません。別の書き方にしてください。',
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
  'bracket-before': {
    en: 'Before “{token}” there is no “{bracket}”. Add it.',
    ja: '「{token}」の前に「{bracket}」がありません。足してください。',
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
    en: 'This is not valid JavaScript: {reason}. Write it differently.',
    ja: 'JavaScript として正しくありません。({reason})別の書き方にしてください。',
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
  'depth-limit': {
    en: 'Governor limit: more than {limit} calls inside each other. Does a function call itself for ever?',
    ja: 'ガバナ制限: 関数呼び出しの入れ子が {limit} を超えました。自分を呼び続ける関数はありませんか。',
  },
  'memory-limit': {
    en: 'Governor limit: the values of the program need more than {limit} bytes. Keep fewer or shorter ones.',
    ja: 'ガバナ制限: プログラムの値が {limit} バイトを超えました。値を減らすか短くしてください。',
  },
  'used-before-declared': {
    en: '“{name}” is used before its declaration has run. Move the declaration up.',
    ja: '「{name}」が宣言より前に使われています。宣言を前に移してください。',
  },
  'constant-assign': {
    en: '“{name}” is a constant and cannot change. Declare it with let.',
    ja: '「{name}」は定数なので変更できません。let で宣言してください。',
  },
  'group-as-value': {
    en: '“{name}” is a group of names, neither a number nor a text. Write one of them, as in “{name}.”.',
    ja: '「{name}」は名前のまとまりで、数でも文字列でもありません。「{name}.」のあとに名前を書いてください。',
  },
  'not-a-function': {
    en: 'This is {value}, not a function, and cannot be called. Check its name.',
    ja: 'これは関数ではない({value})ので呼び出せません。名前を確かめてください。',
  },
  'unknown-method': {
    en: 'There is no “{name}” to call here. Check its name.',
    ja: '呼び出せる「{name}」はありません。名前を確かめてください。',
    withNearest: {
      en: 'There is no “{name}” to call here. Did you mean “{nearest}”?',
      ja: '呼び出せる「{name}」はありません。「{nearest}」ではありませんか。',
    },
  },
  'nullish-delete': {
    en: 'Cannot delete “{name}”: there is {value} before it. Check that it has a value.',
    ja: '「{name}」を削除できません。その前が {value} です。値があるか確かめてください。',
  },
  'callback-not-function': {
    en: 'A function is needed here, not {value}. Write one, as in x => x + 1.',
    ja: 'ここには関数が必要です({value} は関数ではありません)。x => x + 1 のように書いてください。',
  },
  'not-a-constructor': {
    en: '“new” cannot be used with {value}. Leave new out.',
    ja: '{value} に new は使えません。new を取り除いてください。',
  },
  'nullish-read': {
    en: 'Cannot read “{name}”: there is {value} before it. Check that it has a value.',
    ja: '「{name}」を読めません。その前が {value} です。値があるか確かめてください。',
  },
  'nullish-write': {
    en: 'Cannot write “{name}”: there is {value} before it. Check that it has a value.',
    ja: '「{name}」に書けません。その前が {value} です。値があるか確かめてください。',
  },
  'nullish-destructure': {
    en: 'Cannot take {value} apart. Check that it has a value.',
    ja: '{value} は分割できません。値があるか確かめてください。',
  },
  'nullish-object': {
    en: 'An object is needed here, not {value}. Check that it has a value.',
    ja: 'ここにはオブジェクトが必要です({value} でした)。値があるか確かめてください。',
  },
  'primitive-write': {
    en: '“{name}” cannot be set on a number, text or boolean. Use an object.',
    ja: '数・文字列・真偽値に「{name}」は設定できません。オブジェクトを使ってください。',
  },
  'property-readonly': {
    en: '“{name}” is read-only. Keep the value in a variable of your own.',
    ja: '「{name}」は変更できません。自分の変数に入れてください。',
  },
  'host-readonly': {
    en: '“{name}” belongs to the game and cannot be changed. Use a variable of your own.',
    ja: '「{name}」はゲームのものなので変更できません。自分の変数を使ってください。',
  },
  'library-readonly': {
    en: '“{name}” belongs to the library and cannot be changed. Use a variable of your own.',
    ja: '「{name}」はライブラリのものなので変更できません。自分の変数を使ってください。',
  },
  'not-iterable': {
    en: '{value} cannot be walked through. Use an array, text, Map or Set.',
    ja: '{value} は順に取り出せません。配列・文字列・Map・Set を使ってください。',
  },
  'in-needs-object': {
    en: 'The right side of “in” has to be an object, not {value}. Check it.',
    ja: 'in の右側はオブジェクトでなければなりません({value} でした)。確かめてください。',
  },
  'instanceof-needs-function': {
    en: 'The right side of “instanceof” has to be a type. Write one, as in x instanceof Array.',
    ja: 'instanceof の右側は型でなければなりません。x instanceof Array のように書いてください。',
  },
  'instanceof-needs-type': {
    en: 'The right side of “instanceof” is a function that makes no objects. Use a type of the library.',
    ja: 'instanceof の右側は型ではない関数です。ライブラリの型を使ってください。',
  },
  'method-without-object': {
    en: 'This method was called without its object or on another kind. Call it as value.method().',
    ja: 'メソッドが元の値なしか別の種類の値で呼ばれました。値.メソッド() の形で呼んでください。',
  },
  'no-primitive': {
    en: 'This object cannot become a number or text. Take one of its properties.',
    ja: 'このオブジェクトは数や文字列にできません。プロパティを取り出してください。',
  },
  'entry-not-object': {
    en: 'Every entry has to be a pair like [key, value]. Check the list.',
    ja: '要素は [キー, 値] の組でなければなりません。リストを確かめてください。',
  },
  'reduce-of-empty': {
    en: 'reduce of an empty array needs a first value. Give one as second argument.',
    ja: '空の配列の reduce には初期値が必要です。2 番目の引数に書いてください。',
  },
  'json-cyclic': {
    en: 'This object contains itself and has no JSON. Leave the cycle out.',
    ja: 'オブジェクトが自分自身を含むため JSON にできません。循環をなくしてください。',
  },
  'bad-json': {
    en: 'This is not JSON: position {position} cannot be read. Correct the text.',
    ja: 'JSON として読めません(位置 {position})。文字列を直してください。',
  },
  'bad-array-length': {
    en: 'An array cannot have this length. Use a whole number from 0.',
    ja: '配列の長さにできない値です。0 以上の整数にしてください。',
  },
  'bad-code-point': {
    en: '{value} is no character number. Use a whole number from 0 to 1114111.',
    ja: '{value} は文字の番号ではありません。0 から 1114111 の整数にしてください。',
  },
  'bad-digits': {
    en: '{digits} digits are not possible. Use {least} to {most}.',
    ja: '桁数 {digits} は使えません。{least} から {most} にしてください。',
  },
  'bad-normal-form': {
    en: '“{form}” is no normal form. Use NFC, NFD, NFKC or NFKD.',
    ja: '「{form}」という正規形はありません。NFC・NFD・NFKC・NFKD のどれかにしてください。',
  },
  'bad-radix': {
    en: '{radix} is no base for numbers. Use 2 to 36.',
    ja: '基数 {radix} は使えません。2 から 36 にしてください。',
  },
  'bad-repeat-count': {
    en: 'A text cannot be repeated {count} times. Use a number from 0.',
    ja: '文字列を {count} 回は繰り返せません。0 以上の数にしてください。',
  },
  'index-out-of-range': {
    en: 'There is no index {index}. Use one within the array.',
    ja: '添字 {index} はありません。配列の範囲内にしてください。',
  },
  'too-deep-for-host': {
    en: 'This value is nested too deep to be handed over. Hand over a simpler one.',
    ja: '値の入れ子が深すぎて渡せません。もっと単純な値にしてください。',
  },
  'uncaught-error': {
    en: '{name}: {message}. The program threw this and nothing caught it; check the throw or add a catch.',
    ja: '{name}: {message}。プログラムが投げたエラーが捕まえられませんでした。throw を確かめるか catch を足してください。',
  },
  'uncaught-value': {
    en: 'The program threw {value} and nothing caught it. Check the throw or add a catch.',
    ja: 'プログラムが投げた {value} が捕まえられませんでした。throw を確かめるか catch を足してください。',
  },
  'unsupported-accessor': {
    en: 'Getters and setters are not available. Write a method.',
    ja: 'get と set は使えません。メソッドにしてください。',
  },
  'unsupported-async': {
    en: 'async and await are not available. Commands wait by themselves; leave them out.',
    ja: 'async と await は使えません。命令は自動で待つので取り除いてください。',
  },
  'unsupported-bigint': {
    en: 'BigInt numbers are not available. Leave the n out.',
    ja: 'BigInt は使えません。末尾の n を取り除いてください。',
  },
  'unsupported-class': {
    en: 'Classes are not available. Use functions and plain objects.',
    ja: 'クラスは使えません。関数とオブジェクトを使ってください。',
  },
  'unsupported-debugger': {
    en: 'debugger is not available. Use log(...).',
    ja: 'debugger は使えません。log(...) を使ってください。',
  },
  'unsupported-delete': {
    en: '“{name}” of a function cannot be deleted. Leave this out.',
    ja: '関数の「{name}」は削除できません。取り除いてください。',
  },
  'unsupported-eval': {
    en: 'eval is not available. Write the code itself.',
    ja: 'eval は使えません。コードを直接書いてください。',
  },
  'unsupported-generator': {
    en: 'Generators are not available. Collect the values in an array.',
    ja: 'ジェネレーターは使えません。配列に集めてください。',
  },
  'unsupported-generic': {
    en: 'Methods work on their own kind of value only. Make an array or text of it first.',
    ja: 'メソッドは元の種類の値にだけ使えます。先に配列や文字列にしてください。',
  },
  'unsupported-global': {
    en: '“{name}” is not available here. Use the library and the names of the game.',
    ja: '「{name}」はここでは使えません。ライブラリとゲームの名前を使ってください。',
  },
  'unsupported-instanceof': {
    en: 'instanceof works with the types of the library only. Compare a property instead.',
    ja: 'instanceof はライブラリの型にだけ使えます。プロパティを比べてください。',
  },
  'unsupported-member': {
    en: '“{name}” is not available here. Objects have only their own properties.',
    ja: '「{name}」はここでは使えません。オブジェクトにあるのは自身のプロパティだけです。',
  },
  'unsupported-meta': {
    en: 'new.target and import.meta are not available. Leave them out.',
    ja: 'new.target と import.meta は使えません。取り除いてください。',
  },
  'unsupported-module': {
    en: 'import and export are not available. Write everything in this program.',
    ja: 'import と export は使えません。すべてこのプログラムに書いてください。',
  },
  'unsupported-new': {
    en: 'new works with types of the library only. Write a function that returns an object.',
    ja: 'new はライブラリの型にだけ使えます。オブジェクトを返す関数にしてください。',
  },
  'unsupported-proto': {
    en: '__proto__ is not available. Objects have only their own properties.',
    ja: '__proto__ は使えません。オブジェクトにあるのは自身のプロパティだけです。',
  },
  'unsupported-regexp': {
    en: 'Regular expressions are not available. Use includes, indexOf or split.',
    ja: '正規表現は使えません。includes・indexOf・split を使ってください。',
  },
  'unsupported-super': {
    en: 'super is not available. Call a function by its name.',
    ja: 'super は使えません。関数を名前で呼んでください。',
  },
  'unsupported-tagged-template': {
    en: 'Tagged templates are not available. Call the function with brackets.',
    ja: 'タグ付きテンプレートは使えません。かっこを付けて関数を呼んでください。',
  },
  'unsupported-this': {
    en: 'this works in methods of plain objects only. Use a variable or an argument.',
    ja: 'this はオブジェクトのメソッドの中だけで使えます。変数か引数を使ってください。',
  },
  'unsupported-with': {
    en: 'with is not available. Write the name of the object.',
    ja: 'with は使えません。オブジェクトの名前を書いてください。',
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
