import { useEffect, useState } from 'preact/hooks';
import type { VNode } from 'preact';
import { seats } from '../../../shared/base/ids.ts';
import type { ListedMatch, MatchLists as Lists } from '../../../shared/protocol/index.ts';
import { dayText } from '../../i18n/day-text.ts';
import { matchTexts } from '../../i18n/matches.ts';
import { say, type Phrase } from '../../i18n/phrase.ts';
import { replayPath } from '../route.ts';
import { resultOf } from './result-of.ts';
import '../../styles/replay-lists.css';

/** The newest matches of all, and those this browser played in; nothing where there are none (R32). */
export function MatchLists(): VNode | null {
  const lists = useLists();
  if (lists === null || lists.recent.length + lists.mine.length === 0) return null;
  return (
    <section class="match-lists" data-testid="match-lists">
      <MatchList name={matchTexts.mine} matches={lists.mine} />
      <MatchList name={matchTexts.recent} matches={lists.recent} />
      <p class="match-file">
        <a href="/replay">{say(matchTexts.openFile)}</a>
      </p>
    </section>
  );
}

interface MatchListProps {
  readonly name: Phrase;
  readonly matches: readonly ListedMatch[];
}

function MatchList({ name, matches }: MatchListProps): VNode | null {
  if (matches.length === 0) return null;
  return (
    <div class="match-list">
      <h2>{say(name)}</h2>
      <ol>
        {matches.map((match) => (
          <li key={match.match}>
            <MatchLine {...match} />
          </li>
        ))}
      </ol>
    </div>
  );
}

function MatchLine(listed: ListedMatch): VNode {
  const { match, endedAt, names, points, turns, alone } = listed;
  const [s, h] = seats.map((seat) => names[seat] ?? say(matchTexts.nobody)) as [string, string];
  return (
    <a class="match-line" href={replayPath(match)}>
      <span class="match-names">{say(matchTexts.versus, s, h)}</span>
      <b class="match-points">
        {points.salesforce} : {points.heroku}
      </b>
      <span class="match-result">{resultOf(listed, s, h)}</span>
      <span class="match-facts">
        {say(matchTexts.turnsPlayed, turns)} · {dayText(endedAt)}
        {alone && ` · ${say(matchTexts.alone)}`}
      </span>
    </a>
  );
}

/** The lists of the server; without an answer the start page does without them. */
function useLists(): Lists | null {
  const [lists, setLists] = useState<Lists | null>(null);
  useEffect(() => {
    const gone = new AbortController();
    const load = async (): Promise<void> => {
      const answer = await fetch('/api/matches', { signal: gone.signal });
      if (answer.ok) setLists((await answer.json()) as Lists);
    };
    load().catch(() => undefined);
    return () => gone.abort();
  }, []);
  return lists;
}
