import type { ShownProgram } from '../replay/moment.ts';
import type { FilmPalette } from './palette.ts';

/** A rectangle on the film, in its pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const lineHeight = 21;
const letters = 15;
/** Room for the number of a line. */
const margin = 30;

/** Draws a program as it stands: what is read is struck out, what runs is underlined. */
export function drawProgram(
  context: CanvasRenderingContext2D,
  { text, facts, caret, erred }: ShownProgram,
  box: Box,
  palette: FilmPalette,
  typing: boolean,
): void {
  const lines = text.split('\n');
  const lineOf = (offset: number): number => text.slice(0, offset).split('\n').length;
  const locked = lineOf(facts.lockedTo) - 1;
  const running = facts.runningLine;
  const at = caret === null ? 1 : lineOf(caret.head);
  const rows = Math.floor(box.height / lineHeight);
  const focus = running ?? at;
  const first = Math.max(0, Math.min(focus - Math.ceil(rows * 0.6), lines.length - rows));
  context.save();
  context.beginPath();
  context.rect(box.x, box.y, box.width, box.height);
  context.clip();
  context.font = `${letters}px ${palette.mono}`;
  context.textBaseline = 'middle';
  context.textAlign = 'left';
  const errors = new Set(facts.marks.flatMap(({ line, error }) => (error ? [line] : [])));
  for (const [row, line] of lines.slice(first, first + rows).entries()) {
    const number = first + row + 1;
    const y = box.y + row * lineHeight + lineHeight / 2;
    const x = box.x + margin;
    if (errors.has(number)) {
      context.fillStyle = palette.redWash;
      context.fillRect(box.x, y - lineHeight / 2, box.width, lineHeight);
    }
    context.fillStyle = palette.faint;
    context.fillText(String(number), box.x + 2, y);
    const runs = number === running;
    const read = number <= locked && !runs;
    context.fillStyle = errors.has(number) ? palette.red : read ? palette.faint : palette.ink;
    context.fillText(line, x, y);
    const width = context.measureText(line).width;
    if (runs) {
      context.fillStyle = erred ? palette.red : palette.gold;
      context.fillRect(x, y + 9, Math.max(width, 30), 3);
    } else if (read && line.trim() !== '' && number > 1) {
      context.fillRect(x, y, width, 1.5);
    }
    if (typing && caret !== null && number === at) {
      const before = text.slice(text.lastIndexOf('\n', caret.head - 1) + 1, caret.head);
      context.fillStyle = palette.red;
      context.fillRect(x + context.measureText(before).width, y - 9, 2, 18);
    }
  }
  context.restore();
}
