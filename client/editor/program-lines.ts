import type { EditorState, Extension, Line, Range } from '@codemirror/state';
import {
  Decoration,
  type EditorView,
  GutterMarker,
  ViewPlugin,
  WidgetType,
  gutter,
  type DecorationSet,
  type PluginValue,
  type ViewUpdate,
} from '@codemirror/view';
import type { Timestamp } from '../../shared/base/ids.ts';
import type { LineMark } from '../../shared/room/index.ts';
import { errorReasons } from './error-reasons.ts';
import { refreshWords } from './refresh-words.ts';
import { factsOf, localLock, toLocal } from './program-state.ts';
import type { EditorWords } from './types.ts';

/** What lines are drawn with. */
export interface LineParts {
  readonly words: EditorWords;
  /** The server's clock, for the time a line still has. */
  readonly serverNow: () => Timestamp;
}

/** Read, running, next and wrong lines, and a gutter with the turn of each (R17, R18, R20). */
export function programLines(parts: LineParts): Extension {
  class Lines implements PluginValue {
    decorations: DecorationSet;

    constructor(view: EditorView) {
      this.decorations = visibleLines(view, parts);
    }

    update(update: ViewUpdate): void {
      if (update.docChanged || update.viewportChanged || isNews(update)) {
        this.decorations = visibleLines(update.view, parts);
      }
    }
  }
  return [
    ViewPlugin.fromClass(Lines, { decorations: (lines) => lines.decorations }),
    errorReasons(parts.words),
    gutter({
      class: 'cm-turns',
      lineMarker: (view, { from }) => turnMarker(view.state, from, parts.words),
      lineMarkerChange: isNews,
      initialSpacer: () => new TurnMarker(100, ''),
    }),
  ];
}

/** The decorations of the lines between two offsets. */
export function lineDecorations(
  state: EditorState,
  from: number,
  to: number,
  serverNow: LineParts['serverNow'],
): Range<Decoration>[] {
  const facts = factsOf(state);
  const { doc } = state;
  const lock = localLock(state);
  const doneTo = toLocal(state, facts.doneTo);
  const next = facts.readsOn ? nextLine(state, lock) : null;
  const found: Range<Decoration>[] = [];
  for (let line = doc.lineAt(from); ; line = doc.line(line.number + 1)) {
    if (line.from < facts.openingTo) found.push(opening.range(line.from));
    else if (line.number === facts.runningLine && line.from < lock)
      found.push(running.range(line.from));
    else if (line.from < doneTo) found.push(...doneLine(line));
    else if (line.from < lock) found.push(locked.range(line.from));
    else if (line.number === next?.number) {
      found.push(upNext.range(line.from));
      if (facts.dueAt !== null) {
        const left = Math.max(0, facts.dueAt - serverNow());
        const widget = new DeadlineWidget(facts.dueAt, left);
        found.push(Decoration.widget({ widget, side: 2 }).range(line.to));
      }
    }
    if (line.to >= to || line.number === doc.lines) break;
  }
  for (const mark of facts.marks) found.push(...errorMark(state, mark, from, to));
  return found;
}

const opening = Decoration.line({ class: 'cm-opening' });
const locked = Decoration.line({ class: 'cm-locked' });
const done = Decoration.line({ class: 'cm-done' });
const running = Decoration.line({ class: 'cm-running' });
const upNext = Decoration.line({ class: 'cm-up-next' });
const wrong = Decoration.line({ class: 'cm-wrong' });
const struck = Decoration.mark({ class: 'cm-struck' });
const wave = Decoration.mark({ class: 'cm-wave' });

const emptyLine = /^\s*(\/\/.*)?$/;

/** The line that is read next; lines without code are passed over (R16). */
function nextLine({ doc }: EditorState, lock: number): Line | null {
  if (lock > doc.length) return null;
  for (let number = doc.lineAt(lock).number; number <= doc.lines; number++) {
    const line = doc.line(number);
    if (!emptyLine.test(line.text)) return line;
  }
  return null;
}

function doneLine(line: Line): Range<Decoration>[] {
  const text = line.text.trim();
  if (text === '') return [done.range(line.from)];
  const from = line.from + line.text.indexOf(text);
  return [done.range(line.from), struck.range(from, from + text.length)];
}

function errorMark(
  { doc }: EditorState,
  { line: number, error }: LineMark,
  from: number,
  to: number,
): Range<Decoration>[] {
  if (error === null || number > doc.lines) return [];
  const line = doc.line(number);
  if (line.to < from || line.from > to) return [];
  const begin = Math.min(line.from + error.column - 1, line.to);
  const end = Math.min(begin + error.length, line.to);
  return [wrong.range(line.from), ...(begin < end ? [wave.range(begin, end)] : [])];
}

function visibleLines(view: EditorView, parts: LineParts): DecorationSet {
  const ranges = view.visibleRanges.flatMap(({ from, to }) =>
    lineDecorations(view.state, from, to, parts.serverNow),
  );
  return Decoration.set(ranges, true);
}

function isNews({ startState, state, transactions }: ViewUpdate): boolean {
  const refreshed = transactions.some(({ effects }) => effects.some((e) => e.is(refreshWords)));
  return refreshed || factsOf(startState) !== factsOf(state);
}

class DeadlineWidget extends WidgetType {
  readonly #dueAt: Timestamp;
  readonly #left: number;

  constructor(dueAt: Timestamp, left: number) {
    super();
    this.#dueAt = dueAt;
    this.#left = left;
  }

  override eq(other: DeadlineWidget): boolean {
    return this.#dueAt === other.#dueAt;
  }

  toDOM(): HTMLElement {
    const slot = document.createElement('span');
    slot.className = 'cm-deadline';
    slot.setAttribute('aria-hidden', 'true');
    slot.style.setProperty('--deadline', `${Math.round(this.#left)}ms`);
    return slot;
  }
}

class TurnMarker extends GutterMarker {
  readonly #turn: number;
  readonly #title: string;

  constructor(turn: number, title: string) {
    super();
    this.#turn = turn;
    this.#title = title;
  }

  override eq(other: TurnMarker): boolean {
    return this.#turn === other.#turn && this.#title === other.#title;
  }

  override toDOM(): Node {
    const shown = document.createElement('span');
    shown.textContent = String(this.#turn);
    shown.title = this.#title;
    return shown;
  }
}

const turnsOf = new WeakMap<readonly LineMark[], ReadonlyMap<number, number>>();

/** The first turn of each line; a list of marks never changes, so each is indexed once. */
function firstTurns(marks: readonly LineMark[]): ReadonlyMap<number, number> {
  const known = turnsOf.get(marks);
  if (known !== undefined) return known;
  const turns = new Map(marks.toReversed().map(({ line, turn }) => [line, turn]));
  turnsOf.set(marks, turns);
  return turns;
}

function turnMarker(state: EditorState, from: number, words: EditorWords): TurnMarker | null {
  const turn = firstTurns(factsOf(state).marks).get(state.doc.lineAt(from).number);
  return turn === undefined ? null : new TurnMarker(turn, words.turn(turn));
}
