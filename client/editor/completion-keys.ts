import {
  acceptCompletion,
  closeCompletion,
  currentCompletions,
  hasNextSnippetField,
  moveCompletionSelection,
  startCompletion,
} from '@codemirror/autocomplete';
import { Prec, StateEffect, StateField, type EditorState, type Extension } from '@codemirror/state';
import {
  keymap,
  ViewPlugin,
  type Command,
  type EditorView,
  type KeyBinding,
} from '@codemirror/view';
import type { Milliseconds, Timestamp } from '../../shared/base/ids.ts';
import type { Clock } from '../../shared/room/index.ts';

/** A list that has just come up was not seen yet: what is pressed was meant for the text. */
const unseenFor: Milliseconds = 75;

const chose = StateEffect.define();

/** Whether somebody has gone to an option of the open list by themselves. */
const hasChosen = StateField.define<boolean>({
  create: () => false,
  update: (before, { effects, docChanged, startState }) => {
    if (effects.some((effect) => effect.is(chose))) return true;
    return before && !docChanged && isOpen(startState);
  },
});

/**
 * The keys of the list of completions. Enter takes what is begun or was gone to; a name that is typed
 * whole needs nothing more, so there it makes a new line. Tab takes what is chosen, and goes to the
 * next field of a snippet where there is nothing to take.
 */
export function completionKeys(clock: Pick<Clock, 'now'>): Extension {
  const opening = ViewPlugin.define(() => {
    let openedAt: Timestamp | null = null;
    return {
      update: ({ state }) => {
        if (!isOpen(state)) openedAt = null;
        else openedAt ??= clock.now();
      },
      seen: () => openedAt !== null && clock.now() - openedAt >= unseenFor,
    };
  });
  const seen = (view: EditorView): boolean => view.plugin(opening)?.seen() === true;
  const move = (forward: boolean, by?: 'page'): Command => {
    const go = moveCompletionSelection(forward, by);
    return (view) => {
      if (!seen(view) || !go(view)) return false;
      view.dispatch({ effects: chose.of(null) });
      return true;
    };
  };
  const enter: Command = (view) => {
    if (!isOpen(view.state)) return false;
    if (seen(view) && !needsNothing(view.state)) return acceptCompletion(view);
    closeCompletion(view);
    return false;
  };
  const tab: Command = (view) => {
    if (!isOpen(view.state)) return false;
    if (!(needsNothing(view.state) && hasNextSnippetField(view.state)))
      return acceptCompletion(view);
    closeCompletion(view);
    return false;
  };
  const keys: readonly KeyBinding[] = [
    { key: 'Enter', run: enter },
    { key: 'Tab', run: tab },
    { key: 'Escape', run: closeCompletion },
    { key: 'Ctrl-Space', run: startCompletion },
    { mac: 'Alt-`', run: startCompletion },
    { mac: 'Alt-i', run: startCompletion },
    { key: 'ArrowDown', run: move(true) },
    { key: 'ArrowUp', run: move(false) },
    { key: 'PageDown', run: move(true, 'page') },
    { key: 'PageUp', run: move(false, 'page') },
  ];
  return [hasChosen, opening, Prec.highest(keymap.of(keys))];
}

/**
 * Whether the word before the cursor is a name already: one of these, or one that the program has at
 * another place, as `v` in `o.v` after `{ v: 1 }`. `after` is the rest of the program.
 */
export function isTypedWhole(before: string, labels: readonly string[], after = ''): boolean {
  const word = /[\p{ID_Continue}$\u200c\u200d]*$/u.exec(before)?.[0] ?? '';
  if (word === '') return false;
  return (
    labels.includes(word) ||
    wordsOf(before.slice(0, -word.length)).has(word) ||
    wordsOf(after).has(word)
  );
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.match(/[\p{ID_Continue}$\u200c\u200d]+/gu));
}

/** Whether a list is shown; it stays while more is looked for with every letter. */
function isOpen(state: EditorState): boolean {
  return currentCompletions(state).length > 0;
}

/** Whether the name stands there already, and nobody has gone to another. */
function needsNothing(state: EditorState): boolean {
  if (state.field(hasChosen)) return false;
  const { head } = state.selection.main;
  const labels = currentCompletions(state).map(({ label }) => label);
  return isTypedWhole(state.sliceDoc(0, head), labels, state.sliceDoc(head));
}
