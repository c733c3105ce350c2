import {
  snippetCompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
} from '@codemirror/autocomplete';
import { syntaxTree } from '@codemirror/language';
import type { EditorState } from '@codemirror/state';
import type { Language } from '../../shared/program/index.ts';
import type { WorldEntry } from '../../shared/program/reference/index.ts';
import { isNewName, isOwn, isText, membersOf, namesAfter, pathBefore } from './names.ts';
import { kindOf } from './value-kinds.ts';

const types = {
  group: 'namespace',
  command: 'method',
  function: 'function',
  value: 'property',
} as const satisfies Record<WorldEntry['kind'], string>;

/** Statements a player writes often, with places to fill in. */
const statements: readonly (readonly [label: string, template: string, en: string, ja: string])[] =
  [
    ['for', 'for (let ${i} = 0; ${i} < ${n}; ${i}++) {\n\t${}\n}', 'count', '回数'],
    ['for', 'for (const ${item} of ${list}) {\n\t${}\n}', 'each item', '要素ごと'],
    ['while', 'while (${condition}) {\n\t${}\n}', 'as long as', '〜のあいだ'],
    ['if', 'if (${condition}) {\n\t${}\n}', 'when', 'もし'],
    ['if', 'if (${condition}) {\n\t${}\n} else {\n\t\n}', 'when … else', 'もし…でなければ'],
    ['function', 'function ${name}(${}) {\n\t\n}', 'function', '関数'],
    ['const', 'const ${name} = ${};', 'fixed value', '変わらない値'],
    ['let', 'let ${name} = ${};', 'variable', '変数'],
    ['return', 'return ${};', 'answer', '返す'],
  ];

/**
 * Completes the language a player writes (R22, L2, L4): names of the world and the library and
 * statements; after a dot the members of what stands before it, as far as that can be seen; in
 * `p.look('…')` the directions. Each comes with its help.
 */
export function languageCompletion(
  language: () => Language,
): (context: CompletionContext) => CompletionResult | null {
  return (context) => {
    const { state, pos } = context;
    const word = context.matchBefore(/[\w$]*$/);
    if (word === null) return null;
    if (isText(state, pos)) return directions(state, word.from, pos);
    if (/^\d/.test(word.text)) return null;
    const line = state.doc.lineAt(pos);
    const path = pathBefore(line.text.slice(0, word.from - line.from));
    if (path === null) {
      if (word.text === '' && !context.explicit) return null;
      if (isNewName(state, pos)) return null;
      return result(word.from, [
        ...namesAfter('').map((entry) => completion(entry, '', language())),
        ...statements.map(([label, template, en, ja]) =>
          snippetCompletion(template, {
            label,
            type: 'keyword',
            detail: language() === 'ja' ? ja : en,
          }),
        ),
      ]);
    }
    const entries = membersAfter(state, path, word.from);
    return entries.length === 0 ? null : result(word.from, unique(entries, language()));
  };
}

function membersAfter(state: EditorState, path: string, from: number): readonly WorldEntry[] {
  const root = path.split('.')[0] ?? '';
  const named = path === '' || isOwn(state, root) ? [] : namesAfter(`${path}.`);
  if (named.length > 0) return named;
  const kind = kindOf(state, from - 1);
  // Behind a name nobody has declared, as `foo.`, nothing is worth guessing.
  if (kind === null && path !== '' && !isOwn(state, root)) return [];
  return membersOf(kind);
}

function result(from: number, options: readonly Completion[]): CompletionResult {
  return { from, options: [...options], validFor: /^[\w$]*$/ };
}

/** One option for each name; a name that several kinds of values have says so. */
function unique(entries: readonly WorldEntry[], language: Language): Completion[] {
  const byLabel = new Map<string, WorldEntry[]>();
  for (const entry of entries) {
    const label = entry.name.slice(entry.name.lastIndexOf('.') + 1);
    byLabel.set(label, [...(byLabel.get(label) ?? []), entry]);
  }
  return [...byLabel.values()].map((same) => optionOf(same, language));
}

function optionOf(same: readonly WorldEntry[], language: Language): Completion {
  const [first] = same;
  if (first === undefined) throw new Error('a group without members');
  const prefix = first.name.slice(0, first.name.lastIndexOf('.') + 1);
  const option = completion(first, prefix, language);
  if (same.length === 1) return option;
  const info = same.map((entry) => `${entry.signature}\n${entry.help[language]}`).join('\n\n');
  return { ...option, info };
}

function completion(entry: WorldEntry, prefix: string, language: Language): Completion {
  const label = entry.name.slice(prefix.length);
  const isCommand = entry.kind === 'command';
  const bracket = entry.signature.indexOf('(');
  return {
    label,
    type: types[entry.kind],
    detail: bracket === -1 ? '' : entry.signature.slice(bracket),
    info: entry.help[language],
    ...(isCommand ? { apply: `${label}()`, boost: 2 } : {}),
  };
}

/** The four directions inside the quotes of `p.look('…')`. */
function directions(state: EditorState, from: number, pos: number): CompletionResult | null {
  const node = syntaxTree(state).resolveInner(pos, -1);
  const call = node.name === 'String' ? node.parent?.parent : null;
  if (call?.name !== 'CallExpression' || call.firstChild === null) return null;
  if (state.sliceDoc(call.firstChild.from, call.firstChild.to) !== 'p.look') return null;
  const options = ['up', 'down', 'left', 'right'].map((label) => ({ label, type: 'text' }));
  return result(from, options);
}
