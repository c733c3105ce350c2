import { useEffect, useState } from 'preact/hooks';
import type { VNode } from 'preact';
import type { RoomState } from '../../../shared/room/index.ts';
import { game } from '../../i18n/game.ts';
import { say } from '../../i18n/phrase.ts';
import { secondsLeft } from './clock-text.ts';
import { useRoom } from './room-context.ts';

/** How long the beginning of coding is shouted. */
const codingShout = 1500;

/** From here on the seconds stand large on the field. */
const largeSeconds = 5;

/** Large words over the field: coding begins, the last seconds, start (R13). */
export function Shouts({ state }: { readonly state: RoomState }): VNode | null {
  const { now, client } = useRoom();
  const [justCoding, setJustCoding] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = client.onEntry(({ entry, live }) => {
      if (entry.kind !== 'coding started' || !live) return;
      setJustCoding(true);
      clearTimeout(timer);
      timer = setTimeout(() => setJustCoding(false), codingShout);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [client]);
  const { phase } = state;
  if (phase.kind === 'running' && state.battle.turn === 0) {
    return <Shout key="start" words={say(game.startShout)} kind="start" />;
  }
  if (phase.kind !== 'coding') return null;
  const seconds = secondsLeft(phase.endsAt - now.value);
  if (seconds <= largeSeconds) return <Shout key={seconds} words={String(seconds)} kind="count" />;
  return justCoding ? <Shout key="write" words={say(game.codingShout)} kind="write" /> : null;
}

interface ShoutProps {
  readonly words: string;
  readonly kind: 'start' | 'write' | 'count';
}

function Shout({ words, kind }: ShoutProps): VNode {
  return (
    <div class={`shout shout-${kind}`} aria-hidden="true" data-testid={`shout-${kind}`}>
      <span>{words}</span>
    </div>
  );
}
