import { EditorView } from '@codemirror/view';
import type { Extension } from '@codemirror/state';
import type { Milliseconds } from '../../shared/base/ids.ts';
import type { CursorPosition } from '../../shared/protocol/index.ts';
import type { Clock } from '../../shared/room/index.ts';
import { mayWrite } from './program-state.ts';

/** Others see the typist's cursor move at most ten times a second (A12). */
const pace: Milliseconds = 100;

export interface CursorRelayParts {
  readonly clock: Clock;
  readonly cursor: () => CursorPosition | null;
  readonly send: (cursor: CursorPosition) => void;
}

/** Tells the others where the typist is, and that at a bearable pace. */
export class CursorRelay {
  readonly #parts: CursorRelayParts;
  #resting = false;
  #moved = false;
  #stop: () => void = () => {};

  constructor(parts: CursorRelayParts) {
    this.#parts = parts;
  }

  get extension(): Extension {
    return EditorView.updateListener.of(({ state, selectionSet, docChanged }) => {
      if ((selectionSet || docChanged) && state.facet(mayWrite)) this.moved();
    });
  }

  /** The cursor is somewhere else now. The first move is told at once, the last one always. */
  moved(): void {
    this.#moved = true;
    if (this.#resting) return;
    this.#moved = false;
    this.#resting = true;
    const cursor = this.#parts.cursor();
    if (cursor !== null) this.#parts.send(cursor);
    this.#stop = this.#parts.clock.after(pace, () => {
      this.#resting = false;
      if (this.#moved) this.moved();
    });
  }

  stop(): void {
    this.#stop();
  }
}
