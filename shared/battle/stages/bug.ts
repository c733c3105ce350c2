import { nextBug } from '../bug.ts';
import type { BattleEvent } from '../types.ts';
import type { TurnUnderWay } from './stage.ts';

/** R25: the bug moves, by R30. */
export function moveBug(turn: TurnUnderWay): TurnUnderWay {
  const { bug } = turn.battle;
  const after = nextBug(bug, turn.battle);
  const event: BattleEvent =
    after === bug
      ? { kind: 'bug stuck', at: bug.at, facing: bug.facing }
      : { kind: 'bug moved', from: bug.at, to: after.at, facing: after.facing };
  return {
    ...turn,
    battle: { ...turn.battle, bug: after },
    events: [...turn.events, event],
  };
}
