import { StateEffect, StateField, type EditorState, type Extension } from '@codemirror/state';
import {
  EditorView,
  hoverTooltip,
  keymap,
  showTooltip,
  type Tooltip,
  type TooltipView,
} from '@codemirror/view';
import type { WorldEntry } from '../../shared/program/reference/index.ts';
import { namedAt } from './names.ts';
import type { EditorWords } from './types.ts';

/** The pointer rests this long on a name before its help comes. */
const hoverTime = 350;

/** A method of an unknown value may be that of several kinds; more would hide the program. */
const mostEntries = 3;

const setHelp = StateEffect.define<Tooltip | null>();

/**
 * Help for names of the world and the library: under the pointer, and with F1 at the cursor, where a
 * screen reader hears it; Escape, typing and moving on put it away.
 */
export function nameHelp(words: EditorWords): Extension {
  const atCursor = StateField.define<Tooltip | null>({
    create: () => null,
    update: (shown, { effects, docChanged, selection }) => {
      for (const effect of effects) if (effect.is(setHelp)) return effect.value;
      return docChanged || selection !== undefined ? null : shown;
    },
    provide: (field) => showTooltip.from(field),
  });
  const close = (view: EditorView): boolean => {
    if (view.state.field(atCursor) === null) return false;
    view.dispatch({ effects: setHelp.of(null) });
    return true;
  };
  const open = (view: EditorView): boolean => {
    const { state } = view;
    const tooltip = tooltipAt(state, state.selection.main.head, words);
    if (tooltip === null) return true;
    const { entries } = tooltip;
    const spoken = entries.map((entry) => `${entry.signature}: ${entry.help[words.language()]}`);
    view.dispatch({
      effects: [setHelp.of(tooltip), EditorView.announce.of(spoken.join(' '))],
    });
    return true;
  };
  return [
    atCursor,
    hoverTooltip(({ state }, offset) => tooltipAt(state, offset, words), { hoverTime }),
    keymap.of([
      { key: 'F1', run: open, preventDefault: true },
      { key: 'Escape', run: close },
    ]),
  ];
}

type NameTooltip = Tooltip & { readonly entries: readonly WorldEntry[] };

function tooltipAt(state: EditorState, offset: number, words: EditorWords): NameTooltip | null {
  const named = namedAt(state, offset);
  if (named === null) return null;
  const entries = named.entries.slice(0, mostEntries);
  return {
    pos: named.from,
    end: named.to,
    above: true,
    entries,
    create: () => helpView(entries, words),
  };
}

function helpView(entries: readonly WorldEntry[], words: EditorWords): TooltipView {
  const dom = document.createElement('div');
  dom.className = 'cm-name-help';
  dom.setAttribute('role', 'tooltip');
  const language = words.language();
  for (const { signature, help } of entries) {
    const code = document.createElement('code');
    code.textContent = signature;
    const text = document.createElement('p');
    text.lang = language;
    text.textContent = help[language];
    dom.append(code, text);
  }
  const link = document.createElement('a');
  link.href = `/help/language#${entries[0]?.name ?? ''}`;
  link.target = '_blank';
  link.rel = 'noopener';
  link.textContent = words.reference();
  dom.append(link);
  return { dom };
}
