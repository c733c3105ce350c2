import type { VNode } from 'preact';
import { sheetUrl, type SheetName } from './sheets.ts';

export interface DrawingProps {
  readonly sheet: SheetName;
  /** Name of the view inside the sheet. */
  readonly frame: string;
  readonly class?: string;
  /** What it shows; empty where the words beside it say it. */
  readonly alt?: string;
}

/** One of our drawings in the viewer's theme. */
export function Drawing({ sheet, frame, class: name, alt = '' }: DrawingProps): VNode {
  return (
    <img
      class={`drawing ${name ?? ''}`}
      src={`${sheetUrl(sheet).value}#${frame}`}
      alt={alt}
      draggable={false}
      decoding="async"
    />
  );
}
