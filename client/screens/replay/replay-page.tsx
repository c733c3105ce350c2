import { useEffect, useState } from 'preact/hooks';
import type { VNode } from 'preact';
import { seats } from '../../../shared/base/ids.ts';
import type { MatchSummary } from '../../../shared/room/index.ts';
import { dayText } from '../../i18n/day-text.ts';
import { game } from '../../i18n/game.ts';
import { matchTexts } from '../../i18n/matches.ts';
import { say } from '../../i18n/phrase.ts';
import { replayTexts } from '../../i18n/replay.ts';
import { Brand } from '../../ui/brand.tsx';
import { Switches } from '../../ui/switches.tsx';
import { FileDoor } from './file-door.tsx';
import { ReplayLoader } from './replay-loader.tsx';
import '../../styles/replay.css';

/** The clock of a match in a terminal starts at nothing, so that it plays the same again: no day. */
const firstDay = Date.UTC(2000, 0, 1);

export interface ReplayPageProps {
  /** The match of a lasting link; null where a file is to be opened. */
  readonly match: string | null;
}

/** A match under its lasting link, or from a file that is chosen or dropped anywhere (R32). */
export function ReplayPage({ match }: ReplayPageProps): VNode {
  const [file, setFile] = useState<{ readonly blob: Blob; readonly id: number } | null>(null);
  const [over, setOver] = useState(false);
  const [shown, setShown] = useState<MatchSummary | null>(null);
  const open = (blob: Blob): void => {
    setShown(null);
    setFile((last) => ({ blob, id: (last?.id ?? 0) + 1 }));
  };
  const title = shown === null ? say(game.replayTitle) : whoPlayed(shown);
  useEffect(() => {
    document.title = `${title} – Salesforce vs. Heroku`;
  }, [title]);
  useEffect(() => watchDrops(open, setOver), []);
  return (
    <div class={`replay-page ${over ? 'replay-drop' : ''}`}>
      <header class="room-head">
        <Brand />
        <h1 class="room-name">{title}</h1>
        {shown !== null && shown.endedAt > firstDay && (
          <time class="replay-day" dateTime={new Date(shown.endedAt).toISOString()}>
            {dayText(shown.endedAt)}
          </time>
        )}
        <Switches />
      </header>
      <main>
        {file !== null ? (
          <ReplayLoader key={file.id} source={file.blob} onFile={open} onOpened={setShown} />
        ) : match !== null ? (
          <ReplayLoader source={match} onFile={open} onOpened={setShown} />
        ) : (
          <FileDoor onFile={open} />
        )}
      </main>
      {over && (
        <p class="drop-here" aria-hidden="true">
          {say(replayTexts.dropHere)}
        </p>
      )}
    </div>
  );
}

function whoPlayed({ players }: MatchSummary): string {
  const [s = '', h = ''] = seats.map((seat) => players[seat]?.name ?? say(matchTexts.nobody));
  return say(matchTexts.versus, s, h);
}

/** A file may be dropped anywhere on the page; without this the browser would leave the page. */
function watchDrops(open: (file: Blob) => void, over: (is: boolean) => void): () => void {
  const stop = new AbortController();
  const on = <Kind extends keyof WindowEventMap>(
    kind: Kind,
    listener: (event: WindowEventMap[Kind]) => void,
  ): void => addEventListener(kind, listener, { signal: stop.signal });
  on('dragover', (event) => {
    event.preventDefault();
    over(true);
  });
  on('dragleave', (event) => {
    if (event.relatedTarget === null) over(false);
  });
  on('drop', (event) => {
    event.preventDefault();
    over(false);
    const [file] = event.dataTransfer?.files ?? [];
    if (file !== undefined) open(file);
  });
  return () => stop.abort();
}
