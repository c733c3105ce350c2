import { effect, type Signal } from '@preact/signals';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { VNode } from 'preact';
import type { Seat } from '../../../shared/base/ids.ts';
import {
  createCodeEditor,
  createListingEditor,
  Pad,
  type CodeEditor,
  type EditorOptions,
  type ListingEditor,
  type ProgramEditor,
} from '../../editor/index.ts';
import { editor as editorTexts, emptyProgram, padWords } from '../../i18n/editor.ts';
import { say } from '../../i18n/phrase.ts';
import { pageClock } from '../../net/index.ts';
import { Lazy } from '../../ui/lazy.tsx';
import { useSettling } from '../../ui/steady-button.tsx';
import { cspNonce } from '../../ui/csp-nonce.ts';
import { editorWords, troubleText } from './editor-words.ts';
import { tellOfFilling } from './filling-notice.ts';
import { findProblemsWith } from './find-problems.ts';
import { reasonsKey } from './program-reasons.ts';
import { useRoom, type RoomScreen } from './room-context.ts';
import type { SeatProps } from './seat-card.tsx';

/** The program of one side, live: its owner writes, everybody else reads along (R12, R22). */
export function ProgramPane({ seat, outlook }: SeatProps): VNode {
  const screen = useRoom();
  useEffect(() => tellOfFilling(screen, seat), [screen, seat]);
  return seat === 'salesforce' ? (
    <ListingPane mine={outlook.mine.includes(seat)} />
  ) : (
    <CodePane mine={outlook.mine.includes(seat)} />
  );
}

/** In an empty program: how it is written, to who writes it, and what it will be, to who watches. */
function EmptyHint({
  editor,
  seat,
}: {
  readonly editor: ProgramEditor | null;
  readonly seat: Seat;
}): VNode | null {
  if (editor === null || !isEmpty(editor.text.value)) return null;
  const { writer, watcher } = emptyProgram[seat];
  return <p class="program-empty">{say(editor.writable.value ? writer : watcher)}</p>;
}

/** Whether nothing stands below the opening line. */
function isEmpty(text: string): boolean {
  return text.includes('\n') && text.slice(text.indexOf('\n')).trim() === '';
}

function CodePane({ mine }: { readonly mine: boolean }): VNode {
  const screen = useRoom();
  const host = useRef<HTMLDivElement>(null);
  const [editor, setEditor] = useState<CodeEditor | null>(null);
  const settling = useSettling(`${editor?.writable.value}`);
  useEffect(() => {
    if (host.current === null) return undefined;
    const made = createCodeEditor({
      ...optionsFor(host.current, screen, 'heroku'),
      findProblems: findProblemsWith(screen.worker),
    });
    setEditor(made);
    return keep(made, screen.editors.heroku);
  }, [screen]);
  return (
    <>
      <div class="editor" ref={host} />
      <EmptyHint editor={editor} seat="heroku" />
      {editor !== null && mine && (
        <Lazy
          quietly
          load={async () => (await import('../../editor/token-bar.tsx')).TokenBar}
          props={{
            editor,
            settling,
            label: say(editorTexts.tokens),
            words: { undo: say(padWords['pad-undo']), line: say(editorTexts.nextLine) },
          }}
        />
      )}
    </>
  );
}

function ListingPane({ mine }: { readonly mine: boolean }): VNode {
  const screen = useRoom();
  const host = useRef<HTMLDivElement>(null);
  const [editor, setEditor] = useState<ListingEditor | null>(null);
  const settling = useSettling(`${editor?.writable.value}`);
  useEffect(() => {
    if (host.current === null) return undefined;
    const made = createListingEditor(optionsFor(host.current, screen, 'salesforce'));
    setEditor(made);
    return keep(made, screen.editors.salesforce);
  }, [screen]);
  return (
    <>
      <div class="editor" ref={host} />
      <EmptyHint editor={editor} seat="salesforce" />
      {editor !== null && mine && (
        <Pad pad={editor.pad} settling={settling} t={(word) => say(padWords[word])} />
      )}
    </>
  );
}

function optionsFor(parent: HTMLElement, screen: RoomScreen, seat: Seat): EditorOptions {
  return {
    parent,
    room: screen.client,
    seat,
    clock: pageClock,
    cspNonce: cspNonce(),
    words: editorWords(seat),
    onTrouble: (trouble) => screen.toaster.tell('refusal', () => troubleText(trouble, seat)),
  };
}

/** Makes an editor known while it is there, and tells it when its words change. */
function keep<Editor extends ProgramEditor>(
  editor: Editor,
  place: Signal<Editor | null>,
): () => void {
  place.value = editor;
  const stop = effect(() => {
    if (reasonsKey() !== '') editor.refresh();
  });
  return () => {
    stop();
    place.value = null;
    editor.destroy();
  };
}
