import { signal } from '@preact/signals';
import type { VNode } from 'preact';
import { common } from '../i18n/common.ts';
import { say } from '../i18n/phrase.ts';

/** A short word at the edge of the page. Its text is asked for anew when the language changes. */
interface Toast {
  readonly id: number;
  readonly kind: 'refusal' | 'news';
  readonly text: () => string;
}

/** Long enough to read two sentences twice. */
const shownFor = 7000;

/** More at once would cover the game. */
const mostAtOnce = 3;

/** The words shown at the edge of one page. */
export class Toaster {
  readonly #toasts = signal<readonly Toast[]>([]);
  #next = 1;

  get shown(): readonly Toast[] {
    return this.#toasts.value;
  }

  /** Shows a word for some seconds; the same word again starts its time anew. */
  tell(kind: Toast['kind'], text: () => string): void {
    const id = this.#next++;
    const words = text();
    const others = this.#toasts.peek().filter((toast) => toast.text() !== words);
    this.#toasts.value = [...others, { id, kind, text }].slice(-mostAtOnce);
    setTimeout(() => this.dismiss(id), shownFor);
  }

  dismiss(id: number): void {
    this.#toasts.value = this.#toasts.peek().filter((toast) => toast.id !== id);
  }
}

/** Draws the words of a toaster; refusals interrupt a screen reader, news wait their turn. */
export function Toasts({ toaster }: { readonly toaster: Toaster }): VNode {
  return (
    <div class="toasts">
      {toaster.shown.map((toast) => (
        <p
          key={toast.id}
          class={`toast toast-${toast.kind}`}
          role={toast.kind === 'refusal' ? 'alert' : 'status'}
        >
          <span>{toast.text()}</span>
          <button
            type="button"
            class="quiet cross"
            aria-label={say(common.close)}
            onClick={() => toaster.dismiss(toast.id)}
          >
            ✕
          </button>
        </p>
      ))}
    </div>
  );
}
