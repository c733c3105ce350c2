import type { ComponentChildren, VNode } from 'preact';
import { common } from '../../i18n/common.ts';
import { say } from '../../i18n/phrase.ts';
import { Brand } from '../../ui/brand.tsx';
import { Switches } from '../../ui/switches.tsx';
import '../../styles/home.css';

/** What every page of this kind has around it. */
export function HomeFrame({ children }: { readonly children: ComponentChildren }): VNode {
  return (
    <div class="home">
      <header class="home-head">
        <Brand />
        <nav class="home-tools">
          <a class="quiet" href="/help">
            {say(common.help)}
          </a>
          <Switches />
        </nav>
      </header>
      <main>{children}</main>
    </div>
  );
}
