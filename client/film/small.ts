import { isolated } from '../../shared/base/visible-text.ts';
import { seats } from '../../shared/base/ids.ts';
import type { Layout } from './scene.ts';
import { fillFitting } from './wide.ts';

/** A picture for a chat: the field, who leads, and the line each program runs. */
export function smallLayout(side: number): Layout {
  const head = Math.round(side * 0.125);
  const foot = Math.round(side * 0.15);
  return {
    width: side,
    height: head + side + foot,
    field: { x: 0, y: head, width: side, height: side },
    draw: (context, { moment, words, palette }) => {
      const middle = head / 2;
      context.textBaseline = 'middle';
      context.font = `700 ${Math.round(head * 0.44)}px ${palette.hand}`;
      for (const seat of seats) {
        const { points } = moment.battle.figures[seat];
        const name = isolated(moment.programs[seat].name ?? words.nobody);
        context.textAlign = seat === 'salesforce' ? 'left' : 'right';
        context.fillStyle = palette.ink;
        const x = seat === 'salesforce' ? 6 : side - 6;
        fillFitting(
          context,
          seat === 'salesforce' ? `S ${name} ${points}` : `${points} ${name} H`,
          x,
          middle,
          side * 0.34,
        );
        const row = head + side + foot * (seat === 'salesforce' ? 0.28 : 0.74);
        const { text, facts } = moment.programs[seat];
        const line = facts.runningLine === null ? '' : text.split('\n')[facts.runningLine - 1];
        context.save();
        context.textAlign = 'left';
        context.font = `${Math.round(foot * 0.3)}px ${palette.mono}`;
        context.fillStyle = palette[seat];
        context.fillRect(0, row - foot * 0.2, 4, foot * 0.4);
        context.fillStyle = palette.ink;
        fillFitting(
          context,
          `${seat === 'salesforce' ? 'S' : 'H'}  ${(line ?? '').trim().slice(0, 60)}`,
          10,
          row,
          side - 16,
        );
        context.restore();
      }
      context.textAlign = 'center';
      context.fillStyle = palette.soft;
      context.font = `700 ${Math.round(head * 0.38)}px ${palette.hand}`;
      const { phase } = moment;
      const title = phase.kind === 'result' ? words.verdict : words.clock(moment);
      fillFitting(context, title, side / 2, middle, side * 0.3);
    },
  };
}
