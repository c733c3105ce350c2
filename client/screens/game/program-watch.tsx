import { useComputed, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { VNode } from 'preact';
import { say } from '../../i18n/phrase.ts';
import { watch } from '../../i18n/watch.ts';
import { mayLookInto, type LoggedLine } from '../../runner/index.ts';
import { recall, remember } from '../../ui/memory.ts';
import { useRoom } from './room-context.ts';
import type { SeatProps } from './seat-card.tsx';
import '../../styles/watch.css';

/** Narrower than this the panel begins shut, so that the program has the room. */
const roomy = '(min-width: 56rem)';

/**
 * Beside the editor: where the program stands, its variables and what it logged, while it is tried
 * out and while it runs. Its height never changes by what is in it.
 */
export function ProgramWatch({ seat, outlook: { state, me } }: SeatProps): VNode | null {
  const { trials, watched } = useRoom();
  const open = useSignal((recall('watch') ?? String(matchMedia(roomy).matches)) === 'true');
  const shown = useComputed(() => {
    const tried = trials.watched.value;
    return tried?.seat === seat ? tried.view : watched[seat].value;
  });
  if (!mayLookInto(state, seat, me)) return null;
  const view = shown.value;
  const variables = Object.entries(view?.variables ?? {});
  return (
    <div class="watch">
      <details
        data-testid={`watch-${seat}`}
        open={open.value}
        onToggle={({ currentTarget }) => {
          if (currentTarget.open === open.peek()) return;
          open.value = currentTarget.open;
          remember('watch', String(currentTarget.open));
        }}
      >
        <summary class="watch-head">
          <span>{say(watch.title)}</span>
          <span class="watch-line">
            {view !== null && view.line !== null ? say(watch.line, view.line) : ''}
          </span>
        </summary>
        <div class="watch-body">
          <div class="watch-variables" role="group" aria-label={say(watch.variables)} tabIndex={0}>
            {variables.length === 0 && <p class="watch-empty">{say(watch.noVariables)}</p>}
            <dl>
              {variables.map(([name, value]) => (
                <div key={name}>
                  <dt>{name}</dt>
                  <dd key={value} title={value}>
                    {value}
                  </dd>
                </div>
              ))}
            </dl>
          </div>
          <Log lines={view?.log ?? []} />
        </div>
      </details>
      <a class="watch-help" href="/help/language" target="_blank" rel="noopener">
        {say(watch.language)}
      </a>
    </div>
  );
}

function Log({ lines }: { readonly lines: readonly LoggedLine[] }): VNode {
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    if (list.current !== null) list.current.scrollTop = list.current.scrollHeight;
  }, [lines]);
  return (
    <ol class="watch-log" ref={list} aria-label={say(watch.log)} tabIndex={0}>
      {lines.length === 0 && <li class="watch-empty">{say(watch.noLog)}</li>}
      {lines.map(({ turn, text }, index) => (
        <li key={index}>
          <span class="watch-turn" title={say(watch.turn, turn)}>
            {turn}
          </span>
          {text}
        </li>
      ))}
    </ol>
  );
}
