import { useEffect, useState } from 'preact/hooks';
import type { VNode } from 'preact';
import { ok, type Details, type Refusal, type Result } from '../../../shared/base/result.ts';
import type { MatchSummary } from '../../../shared/room/index.ts';
import { say } from '../../i18n/phrase.ts';
import { replayRefusalText } from '../../i18n/replay-refusals.ts';
import { replayTexts } from '../../i18n/replay.ts';
import { pageClock } from '../../net/page-clock.ts';
import { fetchReplay, readFile } from '../../replay/fetch-replay.ts';
import { fileNoteDesk, openNoteDesk, type NoteDesk } from '../../replay/note-desk.ts';
import { openReplay } from '../../replay/open-replay.ts';
import { timeInHash } from '../../replay/steps.ts';
import { pageFrames, Theatre } from '../../replay/theatre.ts';
import { Drawing } from '../../ui/drawing.tsx';
import { Lazy } from '../../ui/lazy.tsx';
import { takeWorker } from './fetch-ahead.ts';
import { FileButton } from './file-door.tsx';

/** Where a replay comes from: the name of a stored match, or a file. */
export type ReplaySource = string | Blob;

export interface ReplayLoaderProps {
  readonly source: ReplaySource;
  /** Whether the address of the page names moments of this match; not so inside a room. */
  readonly addressed?: boolean;
  /** Takes a file in place of what cannot be played; where none is taken, a link leads to a page that does. */
  readonly onFile?: (file: Blob) => void;
  readonly onOpened?: (match: MatchSummary) => void;
}

interface Opened {
  readonly theatre: Theatre;
  readonly notes: NoteDesk;
}

/** Fetches a match, opens it beside the page, and plays it again. */
export function ReplayLoader({
  source,
  addressed = true,
  onFile,
  onOpened,
}: ReplayLoaderProps): VNode {
  const [opened, setOpened] = useState<Opened | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [arrived, setArrived] = useState(false);
  useEffect(() => {
    let gone = false;
    let theatre: Theatre | null = null;
    const load = async (): Promise<void> => {
      const answer = await open(source, addressed, () => setArrived(true));
      if (!answer.ok) {
        if (!gone) setRefusal(answer.refusal);
        return;
      }
      ({ theatre } = answer.value);
      if (gone) return theatre.close();
      setOpened(answer.value);
      onOpened?.(theatre.facts.summary);
    };
    void load();
    return () => {
      gone = true;
      theatre?.close();
    };
  }, [source]);
  if (refusal !== null) return <Refused {...refusal} onFile={onFile} />;
  if (opened === null) {
    return (
      <p class="loading" role="status">
        {say(arrived ? replayTexts.opening : replayTexts.loading)}
      </p>
    );
  }
  return (
    <Lazy
      load={async () => (await import('./replay-theatre.tsx')).ReplayTheatre}
      props={{ ...opened, match: typeof source === 'string' ? source : null, addressed }}
    />
  );
}

async function open(
  source: ReplaySource,
  addressed: boolean,
  onArrived: () => void,
): Promise<Result<Opened>> {
  const ask: typeof fetch = (...request) => fetch(...request);
  const stored = typeof source === 'string';
  const desk = stored ? openNoteDesk(source, ask) : null;
  const bytes = stored ? await fetchReplay(source, ask) : await readFile(source);
  if (!bytes.ok) return bytes;
  onArrived();
  const replay = await openReplay(bytes.value, pageClock, takeWorker());
  if (!replay.ok) return replay;
  const { notes } = replay.value.facts;
  const startAt = addressed && stored ? (timeInHash(location.hash) ?? 0) : 0;
  return ok({
    theatre: new Theatre(replay.value, pageFrames, startAt),
    notes: (await desk) ?? fileNoteDesk(notes, () => pageClock.now()),
  });
}

interface RefusedProps {
  readonly code: string;
  readonly details: Details;
  readonly onFile: ReplayLoaderProps['onFile'];
}

function Refused({ code, details, onFile }: RefusedProps): VNode {
  return (
    <section class="sheet replay-refused" role="alert" data-code={code}>
      <Drawing sheet="heroku" frame="scratch-a" class="big-figure" boils />
      <div>
        <h2>{say(replayTexts.brokenTitle)}</h2>
        <p>{replayRefusalText(code, details)}</p>
        {onFile === undefined ? (
          <p>
            <a href="/replay">{say(replayTexts.openFile)}</a>
          </p>
        ) : (
          <FileButton onFile={onFile} />
        )}
      </div>
    </section>
  );
}
