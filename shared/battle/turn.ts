import { moveBug } from './stages/bug.ts';
import { catchFigures } from './stages/catch.ts';
import { collectGold } from './stages/collect.ts';
import { moveFigures } from './stages/move.ts';
import { pushBack } from './stages/push.ts';
import type { Stage, TurnActions, TurnUnderWay } from './stages/stage.ts';
import type { Battle, BattleEvent } from './types.ts';

export type { TurnActions } from './stages/stage.ts';

/** A turn from its first stage to its last (R24–R28). */
export const stages = [
  { name: 'move', play: moveFigures },
  { name: 'bug', play: moveBug },
  { name: 'catch', play: catchFigures },
  { name: 'push', play: pushBack },
  { name: 'collect', play: collectGold },
] as const satisfies readonly { readonly name: string; readonly play: Stage }[];

/** A battle after one more turn, and what happened in it in the order of the stages. */
export interface PlayedTurn {
  readonly battle: Battle;
  readonly events: readonly BattleEvent[];
}

/**
 * Plays one turn (R24–R28). The same battle and actions give the same answer everywhere, and the
 * battle handed in stays as it was. A character that is out does nothing any more. Whether the match
 * is over is for `outcomeOf` to say: a turn can be played after the last one, as a trial does.
 */
export function playTurn(battle: Battle, actions: TurnActions): PlayedTurn {
  const begun: TurnUnderWay = { actions, before: battle, battle, events: [] };
  const played = stages.reduce((turn, stage) => stage.play(turn), begun);
  return { battle: { ...played.battle, turn: battle.turn + 1 }, events: played.events };
}
