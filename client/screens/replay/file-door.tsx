import { useEffect } from 'preact/hooks';
import type { VNode } from 'preact';
import { say } from '../../i18n/phrase.ts';
import { replayTexts } from '../../i18n/replay.ts';
import { Drawing } from '../../ui/drawing.tsx';
import { fetchAhead } from './fetch-ahead.ts';

export interface FileDoorProps {
  readonly onFile: (file: Blob) => void;
}

/** Where a replay file is chosen. All that is needed to play it is fetched while nobody waits. */
export function FileDoor({ onFile }: FileDoorProps): VNode {
  useEffect(fetchAhead, []);
  return (
    <section class="sheet file-door">
      <Drawing sheet="heroku" frame="side-a" class="big-figure" />
      <div>
        <h2>{say(replayTexts.openTitle)}</h2>
        <p>{say(replayTexts.openHint)}</p>
        <FileButton onFile={onFile} />
      </div>
    </section>
  );
}

/** Asks for a replay file. */
export function FileButton({ onFile }: FileDoorProps): VNode {
  return (
    <label class="main-button file-button">
      {say(replayTexts.openFile)}
      <input
        type="file"
        accept=".json,application/json"
        class="unseen"
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file !== undefined) onFile(file);
        }}
      />
    </label>
  );
}
