import { perSeat, seats, type PerSeat, type Seat } from '../../shared/base/ids.ts';
import { boardText, type Outcome } from '../../shared/battle/index.ts';
import { messageOf, type ProgramError } from '../../shared/program/index.ts';
import type { HeadlessMatch, HeadlessTurn } from '../../shared/room/index.ts';
import type { MatchOptions } from './options.ts';

/** Every document begins with the fixed line of R15, which no file has. */
const openingLines = 1;

/** A match as JSON lines: one for each turn, then one with the result. */
export function jsonLines(match: HeadlessMatch, options: MatchOptions): string[] {
  return [
    ...match.turns.map((turn) => JSON.stringify(turnRecord(turn))),
    JSON.stringify({
      kind: 'result',
      outcome: match.outcome,
      turns: match.turns.length,
      points: perSeat((seat) => match.state.battle.figures[seat].points),
      out: perSeat((seat) => match.state.battle.figures[seat].out),
      seed: options.seed,
      settings: options.settings,
      start: boardText(match.start),
      board: boardText(match.state.battle),
    }),
  ];
}

function turnRecord({ turn, steps, logs, events, battle }: HeadlessTurn) {
  return {
    kind: 'turn',
    turn,
    ...perSeat((seat) => {
      const { action, line, error } = steps[seat];
      const { at, points, out } = battle.figures[seat];
      return {
        action,
        line: line === null ? null : line - openingLines,
        error: error === null ? null : errorRecord(error),
        log: logs[seat],
        x: at.x,
        y: at.y,
        points,
        out,
      };
    }),
    bug: { x: battle.bug.at.x, y: battle.bug.at.y, facing: battle.bug.facing },
    events,
    board: boardText(battle),
  };
}

function errorRecord({ line, column, length, code, details }: ProgramError) {
  const message = messageOf(code, details, 'en');
  return { line: line - openingLines, column, length, code, message };
}

/** A match for a person: what the programs logged and did wrong, the last field, who won. */
export function story(match: HeadlessMatch, { files, seed }: MatchOptions): string[] {
  const told = match.turns.flatMap((turn) => seats.flatMap((seat) => remarks(turn, seat, files)));
  return [...told, boardText(match.state.battle), `seed ${seed}`, outcomeLine(match.outcome)];
}

function remarks({ turn, steps, logs }: HeadlessTurn, seat: Seat, files: PerSeat<string>) {
  const lines = logs[seat].map((line) => `turn ${turn} ${seat}: ${line}`);
  const { error } = steps[seat];
  if (error === null) return lines;
  const { line, column, message } = errorRecord(error);
  return [...lines, `turn ${turn} ${files[seat]}:${line}:${column} ${message}`];
}

function outcomeLine(outcome: Outcome): string {
  if (outcome.kind === 'draw') return `draw by ${outcome.by}`;
  return `${outcome.winner} wins by ${outcome.by}`;
}
