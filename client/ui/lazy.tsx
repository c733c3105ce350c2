import { useEffect, useState } from 'preact/hooks';
import type { ComponentType, VNode } from 'preact';
import { common } from '../i18n/common.ts';
import { say } from '../i18n/phrase.ts';
import { Broken } from './broken.tsx';

export interface LazyProps<Props extends object> {
  readonly load: () => Promise<ComponentType<Props>>;
  readonly props: Props;
  /**
   * Shows nothing while it comes, and tries again where it does not: what lies over a page that goes on
   * without it has no place to wait in.
   */
  readonly quietly?: boolean;
}

/** A part of the page that is fetched when it is first shown. */
export function Lazy<Props extends object>({
  load,
  props,
  quietly = false,
}: LazyProps<Props>): VNode | null {
  const [part, setPart] = useState<{ readonly Part: ComponentType<Props> } | 'failed' | null>(null);
  useEffect(() => {
    (quietly ? again(load) : load()).then(
      (Part) => setPart({ Part }),
      () => setPart('failed'),
    );
  }, []);
  if (part === 'failed') return <Broken />;
  if (part === null && quietly) return null;
  if (part === null) {
    return (
      <p class="loading" role="status">
        {say(common.loading)}
      </p>
    );
  }
  return <part.Part {...props} />;
}

/** How long it is waited before each further try, in milliseconds: a line that breaks may be back by then. */
const tries = [1000, 4000, 15_000];

async function again<Part>(load: () => Promise<Part>): Promise<Part> {
  for (const wait of tries) {
    try {
      return await load();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
  return load();
}
