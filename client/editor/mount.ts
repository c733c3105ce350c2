import { signal } from '@preact/signals';
import { defaultKeymap } from '@codemirror/commands';
import type { Extension } from '@codemirror/state';
import {
  EditorView,
  drawSelection,
  dropCursor,
  highlightSpecialChars,
  keymap,
} from '@codemirror/view';
import { maximalProgramLength } from '../../shared/program/index.ts';
import { CursorRelay } from './cursor-relay.ts';
import { addNote, lineNotes } from './line-notes.ts';
import { heldBackAsTooLong, lockedText } from './locked-text.ts';
import { OwnView, linesAround } from './own-view.ts';
import { Peer } from './peer.ts';
import { writingUndo } from './history.ts';
import { programLines } from './program-lines.ts';
import { refreshWords } from './refresh-words.ts';
import { localLock, mayWrite } from './program-state.ts';
import { remoteCursor } from './remote-cursor.ts';
import { tracedLine, traceTo } from './traced-line.ts';
import type { EditorHost, EditorOptions, ProgramEditor } from './types.ts';

/** What makes one kind of editor different from another. */
export interface EditorKind {
  readonly extensions: Extension;
  /** Extensions that depend on whether this person may write. */
  readonly writing: (mayWrite: boolean) => Extension;
}

/** An editor on the page, with what its own kind builds on. */
export interface MountedEditor extends ProgramEditor {
  readonly view: EditorView;
  /** `writing` of the kind would answer something else now. */
  reconfigure(): void;
}

/** Puts an editor of a kind on the page and lets it follow its room. */
export function mountEditor(options: EditorOptions, kind: EditorKind): MountedEditor {
  const { parent, room, seat, clock, words } = options;
  const description = describe(options);
  const view = new EditorView({ parent, extensions: EditorView.cspNonce.of(options.cspNonce) });
  const text = signal('');
  const writable = signal(false);
  const look = (): void => {
    text.value = view.state.doc.toString();
    writable.value = view.state.facet(mayWrite);
  };
  const host: EditorHost = {
    get state() {
      return view.state;
    },
    dispatch: (...specs) => view.dispatch(...specs),
    setState: (state) => {
      view.setState(state);
      look();
    },
  };
  // The peer makes the first editor state while it is being made itself.
  const later: { peer: Peer | null } = { peer: null };
  const relay = new CursorRelay({
    clock,
    cursor: () => later.peer?.cursor() ?? null,
    send: (cursor) => room.sendCursor(cursor),
  });
  const own = new OwnView(clock);
  const extensions: Extension = [
    EditorView.cspNonce.of(options.cspNonce),
    EditorView.contentAttributes.of(() => ({
      'aria-label': words.label(),
      'aria-describedby': description.id,
      // A text that cannot be typed in can still be reached and read by keyboard.
      tabindex: '0',
    })),
    EditorView.updateListener.of((update) => {
      if (update.docChanged || update.transactions.some((tr) => tr.reconfigured)) look();
      for (const { effects } of update.transactions) {
        if (!effects.some((effect) => effect.is(heldBackAsTooLong))) continue;
        options.onTrouble({ kind: 'too-long', maximum: maximalProgramLength });
      }
    }),
    lockedText,
    writingUndo(),
    programLines({ words, serverNow: () => room.serverNow() }),
    tracedLine,
    remoteCursor,
    lineNotes(() => words.tooLate()),
    relay.extension,
    own.extension,
    highlightSpecialChars(),
    drawSelection(),
    dropCursor(),
    kind.extensions,
    keymap.of(defaultKeymap),
  ];
  const peer = new Peer({
    room,
    seat,
    clock,
    newClientId: () => crypto.randomUUID(),
    host,
    extensions,
    writing: kind.writing,
    report: options.onTrouble,
  });
  later.peer = peer;
  return {
    view,
    text,
    writable,
    focus: () => {
      const { selection, doc } = view.state;
      const inLocked = selection.main.head < localLock(view.state);
      if (inLocked) view.dispatch({ selection: { anchor: doc.length }, scrollIntoView: true });
      view.focus();
    },
    follow: (line) => {
      const { state } = view;
      if (line > state.doc.lines) return;
      const writes = state.facet(mayWrite);
      if (writes && own.isBusy) return;
      const effects = EditorView.scrollIntoView(state.doc.line(line).from, {
        y: writes ? 'nearest' : 'center',
        yMargin: linesAround * view.defaultLineHeight,
      });
      view.dispatch({ effects });
    },
    trace: (line) => view.dispatch(traceTo(line)),
    note: (note) => addNote(view, note),
    reconfigure: () => peer.reconfigure(),
    refresh: () => {
      description.textContent = words.wayOut();
      view.dispatch({ effects: refreshWords.of(null) });
    },
    destroy: () => {
      peer.stop();
      relay.stop();
      view.destroy();
      description.remove();
    },
  };
}

/** A text for screen readers that says how to leave the editor. */
function describe({ parent, seat, words }: EditorOptions): HTMLElement {
  const description = document.createElement('p');
  description.id = `way-out-${seat}-${crypto.randomUUID()}`;
  description.className = 'cm-way-out';
  description.textContent = words.wayOut();
  parent.append(description);
  return description;
}
