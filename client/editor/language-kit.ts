import {
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  type CompletionContext,
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
  const sources = [languageCompletion(words.language), localCompletionSource];
  return [
    completionKeys(clock),
    autocompletion({
      override: sources.map((source) => (context: CompletionContext) => {
        return context.state.readOnly ? null : source(context);
      }),
      icons: false,
      defaultKeymap: false,
      // What is pressed too early is told by `completionKeys`, which knows what each key is for.
      interactionDelay: 0,
    }),
  ];
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
