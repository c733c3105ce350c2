import { useEffect, useRef } from 'preact/hooks';
import type { VNode } from 'preact';
import { messageOf, openingLength, type Step } from '../../../shared/program/index.ts';
import type { ProgramDocument } from '../../../shared/room/index.ts';
import { language } from '../../i18n/language.ts';

export interface ProgramListingProps {
  readonly document: ProgramDocument;
  /** The step that is being carried out; null when none is. */
  readonly step: Step | null;
  readonly label: string;
}

/** A program to read: done lines struck through, the running one marked, errors with their reason. */
export function ProgramListing({ document, step, label }: ProgramListingProps): VNode {
  const list = useRef<HTMLOListElement>(null);
  const lines = document.text.split('\n');
  const opening = openingLength(document.text);
  const opened = document.text.slice(0, opening).split('\n').length - 1;
  const locked = document.text.slice(0, document.lockedTo).split('\n').length - 1;
  const running = step?.error?.line ?? step?.line ?? null;
  const errors = new Map(
    document.marks.flatMap(({ line, error }) => (error === null ? [] : [[line, error] as const])),
  );
  useEffect(() => {
    const current = list.current?.querySelector('.line-running') ?? list.current?.lastElementChild;
    current?.scrollIntoView({ block: 'nearest' });
  }, [running, document.text.length]);
  return (
    <ol class="listing" ref={list} aria-label={label} tabIndex={0}>
      {lines.map((text, index) => {
        const line = index + 1;
        const error = errors.get(line);
        const names = [
          'line',
          line <= opened ? 'line-opening' : line <= locked ? 'line-read' : '',
          line === running ? 'line-running' : '',
          error === undefined ? '' : 'line-error',
        ];
        return (
          <li key={line} class={names.join(' ')}>
            <code>{text === '' ? ' ' : text}</code>
            {error !== undefined && (
              <span class="line-reason">
                {messageOf(error.code, error.details, language.value)}
              </span>
            )}
          </li>
        );
      })}
    </ol>
  );
}
