import {
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  type CompletionContext,
  type CompletionResult,
} from '@codemirror/autocomplete';
import { javascript, localCompletionSource } from '@codemirror/lang-javascript';
import { bracketMatching, indentOnInput, syntaxHighlighting } from '@codemirror/language';
import { linter } from '@codemirror/lint';
import type { Extension } from '@codemirror/state';
import { keymap } from '@codemirror/view';
import type { Milliseconds } from '../../shared/base/ids.ts';
import type { Clock } from '../../shared/room/index.ts';
import { completionKeys } from './completion-keys.ts';
import { ink } from './ink.ts';
import { localLock } from './program-state.ts';
import { diagnosticsOf } from './problem-marks.ts';
import type { EditorWords, FindProblems } from './types.ts';
import { languageCompletion } from './language-completion.ts';
import { nameHelp } from './name-help.ts';
export { unreadColours } from './unread-colours.ts';

/** Marks appear when typing rests this long; sooner they would flicker at every letter. */
const typingRest: Milliseconds = 300;

/** JavaScript in colours and what its names mean, for everybody who reads the program. */
export function readingKit(words: EditorWords): Extension {
  return [syntaxHighlighting(ink), namesKit(words)];
}

/** What the names of a program mean, which needs all of it parsed. */
export function namesKit(words: EditorWords): Extension {
  return [javascript(), nameHelp(words)];
}

/**
 * Completion with help (R22). It stays in an editor that may not be written in any more, where it
 * offers nothing: what it has begun to look for would otherwise come back to an editor without it.
 */
export function completionKit(words: EditorWords, clock: Pick<Clock, 'now'>): Extension {
  const ofLanguage = languageCompletion(words.language);
  // One source: while one of several is looked for again with a letter, the list takes no keys.
  const source = (context: CompletionContext): CompletionResult | null =>
    context.state.readOnly ? null : joined(ofLanguage(context), localCompletionSource(context));
  return [
    completionKeys(clock),
    autocompletion({
      override: [source],
      icons: false,
      defaultKeymap: false,
      // What is pressed too early is told by `completionKeys`, which knows what each key is for.
      interactionDelay: 0,
    }),
  ];
}

/** Names of the language and of the program in one list, where both complete the same word. */
function joined(
  language: CompletionResult | null,
  program: CompletionResult | null,
): CompletionResult | null {
  if (language === null || program === null) return language ?? program;
  // A word that begins with letters of other scripts is a name of the program.
  if (program.from < language.from) return program;
  return { ...language, options: [...language.options, ...program.options] };
}

/** What helps a typist: closing brackets, marks at problems (R22, L9). */
export function writingKit(words: EditorWords, findProblems: FindProblems): Extension {
  return [
    bracketMatching(),
    closeBrackets(),
    indentOnInput(),
    linter(
      async ({ state }) => {
        const problems = await findProblems(state.doc.toString(), localLock(state));
        return diagnosticsOf(problems, state.doc, words.reason);
      },
      { delay: typingRest },
    ),
    keymap.of(closeBracketsKeymap),
  ];
}
