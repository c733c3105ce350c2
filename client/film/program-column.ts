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
/** What is left of a long line stands further right. */
const hanging = 18;

/** A line of a program as it stands on the film, or a piece of one that is too long. */
interface Row {
  /** Counts from 1. */
  readonly line: number;
  readonly text: string;
  /** How many letters of the line come before. */
  readonly from: number;
  readonly last: boolean;
}

/**
 * Draws a program as it stands: what is read is struck out, what runs is underlined. `shown` says what is
 * drawn for a line.
 */
export function drawProgram(
  context: CanvasRenderingContext2D,
  { text, facts, caret, erred }: ShownProgram,
  box: Box,
  palette: FilmPalette,
  typing: boolean,
  shown: (line: string) => string = (line) => line,
): void {
  const lines = text.split('\n').map(shown);
  const lineOf = (offset: number): number => text.slice(0, offset).split('\n').length;
  const locked = lineOf(facts.lockedTo) - 1;
  const running = facts.runningLine;
  const at = caret === null ? 1 : lineOf(caret.head);
  const before = caret === null ? 0 : caret.head - (text.lastIndexOf('\n', caret.head - 1) + 1);
  context.save();
  context.beginPath();
  context.rect(box.x, box.y, box.width, box.height);
  context.clip();
  context.font = `${letters}px ${palette.mono}`;
  context.textBaseline = 'middle';
  context.textAlign = 'left';
  const errors = new Set(facts.marks.flatMap(({ line, error }) => (error ? [line] : [])));
  for (const [index, row] of shownRows(context, lines, running ?? at, box).entries()) {
    const { line, from, last } = row;
    const y = box.y + index * lineHeight + lineHeight / 2;
    const x = box.x + margin + (from === 0 ? 0 : hanging);
    if (errors.has(line)) {
      context.fillStyle = palette.redWash;
      context.fillRect(box.x, y - lineHeight / 2, box.width, lineHeight);
    }
    context.fillStyle = palette.faint;
    if (from === 0) context.fillText(String(line), box.x + 2, y);
    const runs = line === running;
    const read = line <= locked && !runs;
    context.fillStyle = errors.has(line) ? palette.red : read ? palette.faint : palette.ink;
    context.fillText(row.text, x, y);
    const width = context.measureText(row.text).width;
    if (runs) {
      context.fillStyle = erred ? palette.red : palette.gold;
      context.fillRect(x, y + 9, Math.max(width, 30), 3);
    } else if (read && row.text.trim() !== '' && line > 1) {
      context.fillRect(x, y, width, 1.5);
    }
    const holdsCaret = before >= from && (last || before < from + row.text.length);
    if (typing && caret !== null && line === at && holdsCaret) {
      context.fillStyle = palette.red;
      const left = context.measureText(row.text.slice(0, before - from)).width;
      context.fillRect(x + left, y - 9, 2, 18);
    }
  }
  context.restore();
}

/** As many rows as there is room for, with a line among them a little below the middle. */
function shownRows(
  context: CanvasRenderingContext2D,
  lines: readonly string[],
  focus: number,
  box: Box,
): readonly Row[] {
  const count = Math.floor(box.height / lineHeight);
  const start = Math.max(0, focus - 1 - count);
  const rows = lines
    .slice(start, focus + count)
    .flatMap((text, index) => rowsOf(context, text, start + index + 1, box.width - margin));
  const middle = rows.findIndex(({ line }) => line === focus) + 1 - Math.ceil(count * 0.6);
  const first = Math.max(0, Math.min(middle, rows.length - count));
  return rows.slice(first, first + count);
}

/** A line in pieces that fit, broken behind a blank where there is one not too far back. */
function rowsOf(
  context: CanvasRenderingContext2D,
  text: string,
  line: number,
  width: number,
): Row[] {
  const rows: Row[] = [];
  let from = 0;
  for (;;) {
    const rest = text.slice(from);
    const room = from === 0 ? width : width - hanging;
    const fits = lettersThatFit(context, rest, room);
    if (fits >= rest.length) return [...rows, { line, text: rest, from, last: true }];
    const blank = rest.lastIndexOf(' ', fits - 1) + 1;
    const length = blank > fits / 2 ? blank : fits;
    rows.push({ line, text: rest.slice(0, length), from, last: false });
    from += length;
  }
}

/** How many letters of a text fit into a width, at least one. */
function lettersThatFit(context: CanvasRenderingContext2D, text: string, width: number): number {
  const fits = (count: number): boolean => context.measureText(text.slice(0, count)).width <= width;
  if (fits(text.length)) return text.length;
  let [low, high] = [1, text.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (fits(middle)) low = middle;
    else high = middle;
  }
  return low;
}
