import type { Cell } from '../../shared/battle/types.ts';
import { cellAt } from './camera.ts';
import type { View } from './view.ts';

/** Clicks and hovering over a view. */
export interface Pointer {
  listen(listener: ((cell: Cell) => void) | null): void;
  destroy(): void;
}

/** Watches the view's canvas; without a listener it marks nothing and swallows nothing. */
export function watchPointer(view: View): Pointer {
  let listener: ((cell: Cell) => void) | null = null;

  const cellOf = (event: MouseEvent): Cell | null => {
    const { camera, field } = view.layout();
    const box = view.element.getBoundingClientRect();
    return (
      field && cellAt(camera, field, { x: event.clientX - box.left, y: event.clientY - box.top })
    );
  };
  const onMove = (event: PointerEvent): void => {
    // A finger hides what it touches and leaves no pointer behind.
    if (listener && event.pointerType !== 'touch') view.mark(cellOf(event));
  };
  const onLeave = (): void => view.mark(null);
  const onClick = (event: MouseEvent): void => {
    const cell = cellOf(event);
    if (listener && cell) listener(cell);
  };
  view.element.addEventListener('pointermove', onMove);
  view.element.addEventListener('pointerleave', onLeave);
  view.element.addEventListener('click', onClick);

  return {
    listen: (next) => {
      listener = next;
      view.element.style.cursor = next ? 'pointer' : '';
      if (!next) view.mark(null);
    },
    destroy: () => {
      view.element.removeEventListener('pointermove', onMove);
      view.element.removeEventListener('pointerleave', onLeave);
      view.element.removeEventListener('click', onClick);
    },
  };
}
