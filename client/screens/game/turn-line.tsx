import type { VNode } from 'preact';
import { useRoom } from './room-context.ts';
import { turnSentence } from './turn-sentence.ts';

/** The last turn in one sentence; a screen reader hears it too. */
export function TurnLine(): VNode {
  const told = useRoom().field.told.value;
  return (
    <p class="turn-line" aria-live="polite" data-testid="turn-sentence">
      {told !== null && (
        <span key={told.turn}>{turnSentence(told.turn, told.events, told.erred)}</span>
      )}
    </p>
  );
}
