/** Cause and remedy of what the parser finds wrong besides missing and misplaced tokens (L8). */
export const syntaxWords = {
  'return-outside': {
    en: 'return is possible inside of a function only. Remove it, or write a function around it.',
    ja: 'return は関数の中だけで使えます。取り除くか、関数で囲んでください。',
  },
  'leave-outside': {
    en: 'There is nothing here that “{word}” could leave or go on with. Put it in a loop, or check the label.',
    ja: 'ここには「{word}」で抜けたり続けたりできるものがありません。ループの中に書くか、ラベルを確かめてください。',
  },
  'name-after-number': {
    en: 'A name cannot begin with a digit, nor stand right behind a number. Put a letter first, or a space between.',
    ja: '名前は数字で始められず、数のすぐ後ろにも書けません。文字で始めるか、空白を入れてください。',
  },
  'bad-number': {
    en: 'This number is written wrongly. Check its digits, its prefix and its underscores.',
    ja: 'この数の書き方が正しくありません。数字・接頭辞・下線を確かめてください。',
  },
  'bad-escape': {
    en: 'What follows the backslash is no character. Write \\\\ for a backslash itself.',
    ja: 'バックスラッシュの後ろが文字になりません。バックスラッシュ自体は \\\\ と書いてください。',
  },
  'label-twice': {
    en: 'The label “{name}” is already in use around here. Choose another one.',
    ja: 'ラベル「{name}」はこの外側ですでに使われています。別の名前にしてください。',
  },
  'bad-target': {
    en: 'Nothing can be assigned to this. Write a variable or a member on the left, or == to compare.',
    ja: 'これには代入できません。左側に変数かメンバーを書くか、比較なら == を使ってください。',
  },
  'missing-value': {
    en: 'This declaration needs a value. Add “=” and a value.',
    ja: 'この宣言には値が必要です。「=」と値を足してください。',
  },
  'reserved-word': {
    en: '“{name}” is a word of the language and cannot be a name here. Choose another one.',
    ja: '「{name}」は言語の予約語なので、ここでは名前にできません。別の名前にしてください。',
  },
  'rest-not-last': {
    en: 'What begins with ... has to be the last one, with neither comma nor default value. Move it to the end.',
    ja: '「...」で始まるものは最後に置き、後ろにコンマや既定値を付けられません。最後に移してください。',
  },
  'shorthand-value': {
    en: 'In an object a value follows a colon, not “=”. Write “name: value”.',
    ja: 'オブジェクトでは値を「=」ではなくコロンの後ろに書きます。「名前: 値」としてください。',
  },
  'default-twice': {
    en: 'A switch can have one default only. Remove one of them.',
    ja: 'switch の default は一つだけです。どちらかを取り除いてください。',
  },
  'mixed-nullish': {
    en: '?? cannot stand beside && or || without brackets. Put brackets around one of them.',
    ja: '?? と && や || は、かっこなしで混ぜられません。どちらかをかっこで囲んでください。',
  },
  'strict-mode': {
    en: '“use strict” forbids this. Write it differently, or leave “use strict” out.',
    ja: '"use strict" のあるコードではこの書き方は使えません。別の書き方にするか、"use strict" を取り除いてください。',
  },
  'classes-only': {
    en: 'This is possible in classes only, and those are not available. Use functions and plain objects.',
    ja: 'これはクラスの中だけの書き方で、クラスは使えません。関数とオブジェクトを使ってください。',
  },
  'throw-newline': {
    en: 'What throw throws has to stand on the same line. Move it up.',
    ja: 'throw する値は同じ行に書く必要があります。上の行に移してください。',
  },
} as const;
