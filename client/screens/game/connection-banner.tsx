import type { VNode } from 'preact';
import { game } from '../../i18n/game.ts';
import { refusalText } from '../../i18n/refusals.ts';
import { say } from '../../i18n/phrase.ts';
import { useRoom } from './room-context.ts';

/** Says while the line to the server is broken that it is, and that nobody needs to do anything. */
export function ConnectionBanner(): VNode {
  const { client } = useRoom();
  const status = client.status.value;
  const broken = status.kind !== 'online';
  const why = status.kind === 'offline' ? status.why : undefined;
  const delayed = !broken && client.storingDelayed.value;
  return (
    <div class="connection" role="status" data-testid="connection">
      {broken && (
        <p class="connection-lost">
          <span class="scribbling" aria-hidden="true" />
          {why === undefined ? say(game.offline) : refusalText(why.code, why.details)}
        </p>
      )}
      {delayed && (
        <p class="connection-lost" data-testid="storing-delayed">
          <span class="scribbling" aria-hidden="true" />
          {say(game.storingDelayed)}
        </p>
      )}
    </div>
  );
}
