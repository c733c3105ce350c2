import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import { worldTable, type Language, type WorldEntry } from '../../shared/program/index.ts';

const types = {
  group: 'namespace',
  command: 'method',
  function: 'function',
  value: 'property',
} as const satisfies Record<WorldEntry['kind'], string>;

/**
 * Completes the names of the world a program sees (R22, L4): the groups and functions by themselves,
 * and after `p.` and the like their members, each with its help.
 */
export function worldCompletion(
  language: () => Language,
): (context: CompletionContext) => CompletionResult | null {
  return (context) => {
    const word = context.matchBefore(/[\w$.]*$/);
    if (word === null || (word.text === '' && !context.explicit)) return null;
    const dot = word.text.lastIndexOf('.');
    const prefix = word.text.slice(0, dot + 1);
    const names = worldTable.filter(({ name }) => isNext(name, prefix));
    if (names.length === 0) return null;
    return {
      from: word.from + dot + 1,
      options: names.map((entry) => completion(entry, prefix, language())),
      validFor: /^[\w$]*$/,
    };
  };
}

function isNext(name: string, prefix: string): boolean {
  return name.startsWith(prefix) && !name.slice(prefix.length).includes('.');
}

function completion(entry: WorldEntry, prefix: string, language: Language): Completion {
  const label = entry.name.slice(prefix.length);
  const isCommand = entry.kind === 'command';
  return {
    label,
    type: types[entry.kind],
    detail: entry.signature.slice(entry.name.length),
    info: entry.help[language],
    ...(isCommand ? { apply: `${label}()`, boost: 1 } : {}),
  };
}
