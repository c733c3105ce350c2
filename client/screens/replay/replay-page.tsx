import { useEffect } from 'preact/hooks';
import type { VNode } from 'preact';
import { say } from '../../i18n/phrase.ts';
import { replayTexts } from '../../i18n/replay.ts';
import { Brand } from '../../ui/brand.tsx';
import { Switches } from '../../ui/switches.tsx';
import { ReplayLoader } from './replay-loader.tsx';

/** A match under its lasting link (R32). */
export function ReplayPage({ match }: { readonly match: string }): VNode {
  useEffect(() => {
    document.title = `${say(replayTexts.title)} – Salesforce vs. Heroku`;
  }, []);
  return (
    <div class="replay-page">
      <header class="room-head">
        <Brand />
        <h1 class="room-name">{say(replayTexts.title)}</h1>
        <Switches />
      </header>
      <main>
        <ReplayLoader match={match} />
      </main>
    </div>
  );
}
