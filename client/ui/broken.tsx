import { useErrorBoundary } from 'preact/hooks';
import type { ComponentChildren, VNode } from 'preact';
import { common } from '../i18n/common.ts';
import { say } from '../i18n/phrase.ts';
import { Drawing } from './drawing.tsx';

/** Stands where a part of the page has failed by a defect of ours. */
export function Broken(): VNode {
  return (
    <section class="sheet broken" role="alert">
      <Drawing sheet="heroku" frame="scratch-a" class="big-figure" />
      <p>{say(common.broken)}</p>
      <button type="button" class="main-button" onClick={() => location.reload()}>
        {say(common.reload)}
      </button>
    </section>
  );
}

/** Shows `Broken` instead of an empty page when a part of it throws, and tells the console. */
export function Guarded({ children }: { readonly children: ComponentChildren }): VNode {
  const [error] = useErrorBoundary((thrown) => reportError(thrown));
  return error === undefined ? <>{children}</> : <Broken />;
}
