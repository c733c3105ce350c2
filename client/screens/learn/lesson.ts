import {
  parseBoard,
  playTurn,
  type Battle,
  type BattleEvent,
  type Direction,
} from '../../../shared/battle/index.ts';

/** What is learned, in this order; `done` is the end. */
export const parts = ['command', 'collision', 'late edit', 'done'] as const;

export type Part = (typeof parts)[number];

/** A guided first match on this screen alone, as a plain record. */
export interface Lesson {
  readonly part: Part;
  readonly battle: Battle;
  /** The program of S; a line is a command of one step. */
  readonly lines: readonly Direction[];
  /** Lines that were read. */
  readonly read: number;
  readonly running: boolean;
  /** The part was tried and came out otherwise. */
  readonly missed: boolean;
}

/** The bug is walled in and H waits patiently: nothing happens but what S does. */
const board = `
  . . . . 3 . .
  S . 1 H . . #
  . # . . . # v
  . . . . # . #
`;

/** The last line of the part with the late edit, which may be written anew. */
const openLine = 2;

/** More lines than any part needs. */
export const mostLines = 4;

/** The first part. */
export function startLesson(): Lesson {
  return begin('command', firstBattle());
}

/** S writes a command: behind the others, or over the open line while it has not been read. */
export function write(lesson: Lesson, direction: Direction): Lesson {
  if (lesson.part === 'late edit') {
    if (lesson.read > openLine) return lesson;
    return { ...lesson, lines: lesson.lines.with(openLine, direction) };
  }
  if (lesson.running || lesson.part === 'done' || lesson.lines.length >= mostLines) return lesson;
  return { ...lesson, lines: [...lesson.lines, direction], missed: false };
}

/** Takes the last line away. */
export function takeBack(lesson: Lesson): Lesson {
  if (lesson.running || lesson.part === 'late edit') return lesson;
  return { ...lesson, lines: lesson.lines.slice(0, -1) };
}

/** Whether there is something to run. */
export function mayRun({ part, lines, running }: Lesson): boolean {
  return part !== 'done' && !running && lines.length > 0;
}

export function run(lesson: Lesson): Lesson {
  return mayRun(lesson) ? { ...lesson, running: true, missed: false } : lesson;
}

/** A turn of the lesson and what is to be shown of it. */
export interface LessonTurn {
  readonly lesson: Lesson;
  readonly events: readonly BattleEvent[];
}

/** Reads the next line and plays it. */
export function nextTurn(lesson: Lesson): LessonTurn {
  const action = lesson.lines[lesson.read] ?? 'wait';
  const { battle, events } = playTurn(lesson.battle, { salesforce: action, heroku: 'wait' });
  return { lesson: { ...lesson, battle, read: lesson.read + 1 }, events };
}

/** Whether the program of this part is at its end. */
export function isOver({ lines, read, battle }: Lesson): boolean {
  return read >= lines.length || battle.figures.salesforce.out !== null;
}

/** After the last line: the next part, or the same once more. `events` are those of the whole run. */
export function judged(lesson: Lesson, events: readonly BattleEvent[]): Lesson {
  const next = parts[parts.indexOf(lesson.part) + 1] ?? 'done';
  return succeeded(lesson.part, events)
    ? begin(next, startOf(next))
    : { ...begin(lesson.part, startOf(lesson.part)), missed: true };
}

function succeeded(part: Part, events: readonly BattleEvent[]): boolean {
  const took = (points: number): boolean =>
    events.some((event) => event.kind === 'collected' && event.points === points);
  if (part === 'command') return took(10);
  return part === 'collision' ? events.some(({ kind }) => kind === 'pushed back') : took(30);
}

function begin(part: Part, battle: Battle): Lesson {
  const lines: readonly Direction[] = part === 'late edit' ? ['up', 'right', 'up'] : [];
  return { part, battle, lines, read: 0, running: false, missed: false };
}

function startOf(part: Part): Battle {
  const first = firstBattle();
  if (part === 'command') return first;
  // The gold of the first part is taken, and S stands where it lay.
  const { battle } = ['right', 'right'].reduce(
    (turn) => playTurn(turn.battle, { salesforce: 'right', heroku: 'wait' }),
    { battle: first },
  );
  if (part !== 'done') return battle;
  return (['up', 'right', 'right'] as const).reduce(
    (before, salesforce) => playTurn(before, { salesforce, heroku: 'wait' }).battle,
    battle,
  );
}

function firstBattle(): Battle {
  return parseBoard(board);
}
