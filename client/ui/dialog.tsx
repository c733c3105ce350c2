import { useEffect, useRef } from 'preact/hooks';
import type { ComponentChildren, VNode } from 'preact';
import { common } from '../i18n/common.ts';
import { say } from '../i18n/phrase.ts';

export interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly class?: string;
  readonly children: ComponentChildren;
}

/** A sheet of paper laid over the page; Escape and its cross put it away. */
export function Dialog({ title, onClose, class: name, children }: DialogProps): VNode {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    <dialog
      ref={dialog}
      class={`sheet dialog ${name ?? ''}`}
      aria-label={title}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <header class="dialog-head">
        <h2>{title}</h2>
        <button type="button" class="quiet cross" aria-label={say(common.close)} onClick={onClose}>
          ✕
        </button>
      </header>
      {children}
    </dialog>
  );
}
