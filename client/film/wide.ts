import { isolated } from '../../shared/base/visible-text.ts';
import { seats, type Milliseconds, type Seat } from '../../shared/base/ids.ts';
import type { ReplayFacts } from '../replay/facts.ts';
import type { Moment } from '../replay/moment.ts';
import type { FilmPalette } from './palette.ts';
import { drawProgram, type Box } from './program-column.ts';
import type { Layout } from './scene.ts';
import type { FilmWords } from './words.ts';

const [width, height] = [1280, 720];
const columns: Readonly<Record<Seat, number>> = { salesforce: 20, heroku: 910 };
const columnWidth = 350;
const field: Box = { x: 385, y: 76, width: 510, height: 570 };

/** The result card grows in this time. */
const cardGrowth: Milliseconds = 350;

/** A film of a whole match: programs on both sides, the field between them. */
export const wideLayout: Layout = {
  width,
  height,
  field,
  draw: (context, { facts, moment, time, words, palette }) => {
    for (const seat of seats) drawSide(context, seat, moment, words, palette);
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    context.fillStyle = palette.ink;
    context.font = `700 30px ${palette.hand}`;
    const phase = words.phase(moment);
    const clock = words.clock(moment);
    fillFitting(context, clock === '' ? phase : `${phase}   ${clock}`, 640, 42, field.width);
    context.font = `18px ${palette.sans}`;
    context.fillStyle = palette.soft;
    fillFitting(context, words.sentence(moment), 640, 668, field.width + 40);
    drawLine(context, facts, time, palette);
    if (moment.phase.kind === 'result') drawCard(context, facts, time, words, palette);
  },
};

function drawSide(
  context: CanvasRenderingContext2D,
  seat: Seat,
  moment: Moment,
  words: FilmWords,
  palette: FilmPalette,
): void {
  const x = columns[seat];
  const program = moment.programs[seat];
  context.fillStyle = palette[seat];
  context.beginPath();
  context.ellipse(x + 24, 46, 24, 22, 0, 0, 2 * Math.PI);
  context.fill();
  context.fillStyle = palette.ink;
  context.textBaseline = 'middle';
  context.textAlign = 'center';
  context.font = `700 26px ${palette.hand}`;
  context.fillText(seat === 'salesforce' ? 'S' : 'H', x + 24, 47);
  context.textAlign = 'left';
  context.font = `700 22px ${palette.hand}`;
  fillFitting(context, words.seats[seat], x + 60, 34, columnWidth - 150);
  context.font = `17px ${palette.sans}`;
  context.fillStyle = palette.soft;
  fillFitting(context, isolated(program.name ?? words.nobody), x + 60, 60, columnWidth - 150);
  drawPoints(context, moment.battle.figures[seat].points, x + columnWidth - 78, 26, palette);
  const box = { x, y: 96, width: columnWidth, height: 550 };
  context.fillStyle = palette.high;
  context.fillRect(box.x - 6, box.y - 6, box.width + 12, box.height + 12);
  const typing = moment.phase.kind === 'coding' || moment.phase.kind === 'running';
  const shown = (line: string): string => words.line(seat, line);
  drawProgram(context, program, box, palette, typing && program.name !== null, shown);
}

function drawPoints(
  context: CanvasRenderingContext2D,
  points: number,
  x: number,
  y: number,
  palette: FilmPalette,
): void {
  context.fillStyle = palette.gold;
  context.fillRect(x, y, 78, 42);
  context.strokeStyle = '#1b1b1b';
  context.lineWidth = 2.5;
  context.strokeRect(x, y, 78, 42);
  context.fillStyle = '#1b1b1b';
  context.textAlign = 'center';
  context.font = `700 28px ${palette.hand}`;
  context.fillText(String(points), x + 39, y + 23);
}

/** How much of the match is over. */
function drawLine(
  context: CanvasRenderingContext2D,
  { duration, runAt }: ReplayFacts,
  time: Milliseconds,
  palette: FilmPalette,
): void {
  const [left, length, y] = [20, width - 40, 698];
  context.fillStyle = palette.high;
  context.fillRect(left, y, length, 8);
  context.fillStyle = palette.salesforce;
  context.fillRect(left, y, length * Math.min(1, time / duration), 8);
  context.fillStyle = palette.ink;
  context.fillRect(left + length * Math.min(1, runAt / duration), y - 4, 2, 16);
}

function drawCard(
  context: CanvasRenderingContext2D,
  { summary, endAt }: ReplayFacts,
  time: Milliseconds,
  words: FilmWords,
  palette: FilmPalette,
): void {
  const grown = Math.min(1, Math.max(0, (time - endAt) / cardGrowth));
  const size = 0.8 + 0.2 * grown;
  context.save();
  context.globalAlpha = grown;
  context.translate(640, 340);
  context.scale(size, size);
  context.fillStyle = palette.high;
  context.strokeStyle = palette.ink;
  context.lineWidth = 4;
  context.beginPath();
  context.roundRect(-250, -105, 500, 210, [24, 10, 28, 12]);
  context.fill();
  context.stroke();
  context.textAlign = 'center';
  context.fillStyle = palette.ink;
  context.font = `700 40px ${palette.hand}`;
  fillFitting(context, words.verdict, 0, -50, 460);
  context.font = `700 48px ${palette.hand}`;
  fillFitting(context, seats.map((seat) => summary.points[seat]).join(' : '), 0, 16, 460);
  context.font = `19px ${palette.sans}`;
  context.fillStyle = palette.soft;
  fillFitting(context, words.reason, 0, 70, 460);
  context.restore();
}

/** Draws a text, narrower letters where it would be too long. */
export function fillFitting(
  context: CanvasRenderingContext2D,
  text: string,
  x: number,
  y: number,
  most: number,
): void {
  context.fillText(text, x, y, most);
}
