import { describe, expect, it } from 'vitest';
import { parseBoard, playTurn, type Action, type Battle } from '../battle/index.ts';
import { afterTurn, underWay } from './under-way.ts';

/** Cells H has really moved after going on with one action for as long as told. */
function moved(board: string, action: Action, turns: number, rival: Action = 'wait'): number {
  let battle: Battle = parseBoard(board);
  let command = underWay({ action, turns }, 1, battle);
  while (command.turns > 0) {
    battle = playTurn(battle, { heroku: action, salesforce: rival }).battle;
    command = afterTurn(command, 'heroku', battle);
  }
  return command.moved;
}

describe('R21 a command answers how many cells were really moved', () => {
  it('R21 counts each cell', () => {
    expect(moved('S . . .\n# . . .\n^ . . H', 'left', 2)).toBe(2);
  });

  it('R21 a wall holds: those steps do not count', () => {
    expect(moved('S . . .\n# . . .\n^ # . H', 'left', 3)).toBe(1);
  });

  it('R27 a push back does not count', () => {
    const board = 'S . H .\n# # # #\n^ # . .';
    expect(moved(board, 'left', 1, 'right')).toBe(0);
    expect(moved(board, 'left', 1)).toBe(1);
  });

  it('R21 waiting moves nobody', () => {
    expect(moved('S . . .\n# . . .\n^ . . H', 'wait', 3)).toBe(0);
  });

  it('R24 a fall is no cell moved', () => {
    expect(moved('S . . .\n# . . .\n^ . . H', 'right', 1)).toBe(0);
  });
});
