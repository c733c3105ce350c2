import { computed, effect, type ReadonlySignal, type Signal } from '@preact/signals';
import { seats, type Seat } from '../../../shared/base/ids.ts';
import { inMatch, seatsOf, type Clock } from '../../../shared/room/index.ts';
import { onPadKey } from '../../editor/index.ts';
import type { RoomClient } from '../../net/index.ts';
import { heldPress } from '../../ui/held-press.ts';
import type { RoomEditors, Tab } from './room-parts.ts';

export interface TypingFocusParts {
  readonly client: Pick<RoomClient, 'state' | 'me'>;
  readonly editors: RoomEditors;
  readonly clock: Pick<Clock, 'now'>;
  readonly tab: Signal<Tab>;
}

/** On these a focused text brings up a keyboard of glass, which nobody has asked for. */
const touched = '(pointer: coarse)';

/**
 * Sees to it that nothing is lost that an owner types while programs may be written (R12, R22): when
 * coding begins the keys go to their program, and so do keys pressed where nobody else wants them. Of
 * two programs the one taken or touched last has them. A field in which somebody writes, and an open
 * dialog, keep them.
 */
export class TypingFocus {
  readonly #parts: TypingFocusParts;
  readonly #mine: ReadonlySignal<readonly Seat[]>;
  readonly #match: ReadonlySignal<string | null>;
  /** Own seats in the order in which they were taken or touched. */
  #order: readonly Seat[] = [];
  /** The match in which the keys were handed to the program already. */
  #begun: string | null = null;
  #focused: Element | null = null;
  /** Whether the last button was pressed by a key, which may still be down. */
  #byKey = false;

  constructor(parts: TypingFocusParts) {
    this.#parts = parts;
    const { client } = parts;
    this.#mine = computed(() => {
      const [state, me] = [client.state.value, client.me.value];
      return state === null || me === null ? [] : seatsOf(state, me);
    });
    this.#match = computed(() => {
      const state = client.state.value;
      const writes = state !== null && inMatch(state) && this.#mine.value.length > 0;
      return writes ? state.match : null;
    });
  }

  /** Begins to look after the keys of this page; answers how to end it. */
  start(): () => void {
    const end = new AbortController();
    const { signal } = end;
    document.addEventListener('pointerdown', ({ target }) => this.#touch(target), { signal });
    document.addEventListener('focusin', ({ target }) => this.#focusIn(target), { signal });
    document.addEventListener('click', (event) => this.#clicked(event), { signal });
    document.addEventListener('keydown', (event) => this.#onKey(event), { signal });
    const stops = [effect(() => this.#seated()), effect(() => this.#begin()), this.#catchFallen()];
    return () => {
      end.abort();
      for (const stop of stops) stop();
    };
  }

  /** Gives the keys to the program they belong to now; does nothing outside a match. */
  toProgram(): void {
    const seat = this.#seat();
    if (seat === null || !this.#writable(seat)) return;
    this.#parts.tab.value = seat;
    this.#focusSoon(seat);
  }

  /** A button that was pressed with a mouse keeps the focus, and wants no letters: they are the program's. */
  #clicked({ target, detail }: MouseEvent): void {
    this.#byKey = detail === 0;
    const button = target instanceof Element ? target.closest('button') : null;
    const seat = this.#seat();
    if (button === null || detail === 0 || seat === null || !this.#writable(seat)) return;
    if (button.closest('.program, .talk, form, dialog') !== null) return;
    if (!matchMedia(touched).matches) this.#focusSoon(seat);
  }

  #writable(seat: Seat): boolean {
    return this.#parts.editors[seat].peek()?.writable.peek() === true;
  }

  #focusSoon(seat: Seat): void {
    requestAnimationFrame(() => {
      if (seat === this.#seat() && !isWritingElsewhere()) this.#focus(seat);
    });
  }

  /** The seat whose program has the keys; null for whoever may not write. */
  #seat(): Seat | null {
    return this.#match.peek() === null ? null : (this.#order.at(-1) ?? null);
  }

  #seated(): void {
    const mine = this.#mine.value;
    const kept = this.#order.filter((seat) => mine.includes(seat));
    const taken = mine.filter((seat) => !kept.includes(seat));
    this.#order = [...kept, ...taken];
    const newest = taken.at(-1);
    if (newest === undefined) return;
    this.#begun = null;
    this.#parts.tab.value = newest;
  }

  #begin(): void {
    const match = this.#match.value;
    // Read whole: the editor may come, or let write, later than the match begins.
    const may = seats.filter((seat) => this.#parts.editors[seat].value?.writable.value === true);
    if (match === null) this.#begun = null;
    const seat = this.#seat();
    if (match === null || match === this.#begun || seat === null || !may.includes(seat)) return;
    this.#begun = match;
    if (!isWritingElsewhere()) this.toProgram();
  }

  /** A button that goes while it has the focus drops it: in a match the program takes it up. */
  #catchFallen(): () => void {
    const { client } = this.#parts;
    const shown = computed(() => JSON.stringify([this.#mine.value, readiness(client.state.value)]));
    return shown.subscribe(() => {
      requestAnimationFrame(() => {
        const fallen = this.#focused?.isConnected === false;
        if (!fallen || document.activeElement !== document.body) return;
        this.#focused = null;
        this.toProgram();
      });
    });
  }

  #focusIn(target: EventTarget | null): void {
    this.#focused = target instanceof Element ? target : null;
    this.#touch(target);
  }

  #touch(target: EventTarget | null): void {
    const side = target instanceof Element ? target.closest<HTMLElement>('[data-seat]') : null;
    const seat = this.#order.find((own) => own === side?.dataset['seat']);
    if (seat !== undefined) this.#order = [...this.#order.filter((own) => own !== seat), seat];
  }

  #focus(seat: Seat): void {
    if (this.#byKey && document.activeElement instanceof HTMLButtonElement) {
      heldPress(this.#parts.clock);
    }
    if (!matchMedia(touched).matches) {
      this.#parts.editors[seat].peek()?.focus();
      return;
    }
    const place = seat === 'salesforce' ? '.side-salesforce .pad' : '.side-heroku .program';
    document.querySelector<HTMLElement>(place)?.focus({ preventScroll: true });
  }

  /** A key that nobody else wants goes where its owner's keys belong. */
  #onKey(event: KeyboardEvent): void {
    const seat = this.#seat();
    if (seat === null || event.defaultPrevented || !isFree(event, seat)) return;
    const { salesforce, heroku } = this.#parts.editors;
    const pad = salesforce.peek()?.pad;
    if (seat === 'salesforce' && pad !== undefined) {
      onPadKey(event, pad);
      if (event.defaultPrevented) this.#focus(seat);
    }
    // The letter itself follows the focus.
    if (seat === 'heroku' && writes(event)) heroku.peek()?.focus();
  }
}

function readiness(state: ReturnType<RoomClient['state']['peek']>): unknown {
  if (state === null) return null;
  return state.phase.kind === 'coding' ? state.phase.ready : state.phase.kind;
}

/** Whether somebody is at something else that takes letters, or must be answered first. */
function isWritingElsewhere(): boolean {
  if (document.querySelector('dialog[open]') !== null) return true;
  const active = document.activeElement;
  if (active === null || active.closest('.program') !== null) return false;
  return active.matches('input, textarea, select, [contenteditable="true"]');
}

/** Whether a key was pressed where it would do nothing. */
function isFree(event: KeyboardEvent, seat: Seat): boolean {
  const { target, key, isComposing } = event;
  if (isComposing || !(target instanceof HTMLElement)) return false;
  if (isShortcut(event) && !(seat === 'salesforce' && undoes(event))) return false;
  if (document.querySelector('dialog[open]') !== null) return false;
  if (target === document.body || target.matches('.program')) return true;
  // The rival's program is read with arrows, and takes nothing else.
  if (target.matches('.cm-content')) {
    return target.closest(`.side-${seat}`) === null && !key.startsWith('Arrow');
  }
  return target.closest('button, a, summary') !== null && key !== 'Enter' && key !== ' ';
}

/** Whether keys are held with it that make it a command, and not another letter as Option and AltGr do. */
function isShortcut(event: KeyboardEvent): boolean {
  const { key, ctrlKey, metaKey, altKey } = event;
  const other = Array.from(key).length === 1 && !/^[a-z\d ]$/i.test(key);
  if (event.getModifierState('AltGraph') || (altKey && !metaKey && other)) return false;
  return ctrlKey || metaKey || altKey;
}

/** Undo and redo are keys of the pad as well. */
function undoes({ key, altKey }: KeyboardEvent): boolean {
  return !altKey && /^[zy]$/i.test(key);
}

/** Whether a key writes in a text. `Process` is the first key of an input method, `Dead` an accent. */
function writes({ key }: KeyboardEvent): boolean {
  return Array.from(key).length === 1 || ['Enter', 'Backspace', 'Process', 'Dead'].includes(key);
}
