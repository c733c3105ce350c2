import type { VNode } from 'preact';
import { sheetUrls, type SheetName } from './sheets.ts';

export interface DrawingProps {
  readonly sheet: SheetName;
  /** Name of the view inside the sheet. */
  readonly frame: string;
  readonly class?: string;
  /** What it shows; empty where the words beside it say it. */
  readonly alt?: string;
  /** Its lines tremble as in a hand-drawn film, unless the viewer wants no motion. */
  readonly boils?: boolean;
}

/** One of our drawings in the viewer's theme. */
export function Drawing({ sheet, frame, class: name, alt = '', boils }: DrawingProps): VNode {
  const [first, ...others] = sheetUrls(sheet).value;
  const picture = (url: string, words: string): VNode => (
    <img
      key={url}
      class="drawing-picture"
      src={`${url}#${frame}`}
      alt={words}
      draggable={false}
      decoding="async"
      // Without it the words beside it say what is to be said; a torn sign says nothing.
      onError={({ currentTarget }) => {
        currentTarget.hidden = true;
      }}
    />
  );
  return (
    <span class={`drawing ${boils === true && others.length > 0 ? 'boils' : ''} ${name ?? ''}`}>
      {picture(first, alt)}
      {boils === true && others.map((url) => picture(url, ''))}
    </span>
  );
}
