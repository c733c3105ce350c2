import { expect, test } from 'vitest';
import type { BattleEvent, Direction } from '../../../shared/battle/index.ts';
import {
  isOver,
  judged,
  mayRun,
  nextTurn,
  run,
  startLesson,
  takeBack,
  write,
  type Lesson,
} from './lesson.ts';

/** Runs the lesson's program to its end; `late` is written before the given line is read. */
function played(lesson: Lesson, late?: { before: number; direction: Direction }): Lesson {
  let now = run(lesson);
  const seen: BattleEvent[] = [];
  while (!isOver(now)) {
    if (now.read === late?.before) now = write(now, late.direction);
    const turn = nextTurn(now);
    seen.push(...turn.events);
    now = turn.lesson;
  }
  return judged(now, seen);
}

const writing = (lesson: Lesson, ...lines: Direction[]): Lesson => lines.reduce(write, lesson);

test('R21 R27 R17 command, collision and late edit lead to the end', () => {
  let lesson = played(writing(startLesson(), 'right', 'right'));
  expect(lesson).toMatchObject({ part: 'collision', lines: [], missed: false });
  expect(lesson.battle.figures.salesforce).toMatchObject({ at: { x: 2, y: 1 }, points: 10 });
  lesson = played(writing(lesson, 'right'));
  expect(lesson.part).toBe('late edit');
  expect(lesson.lines).toHaveLength(3);
  lesson = played(lesson, { before: 1, direction: 'right' });
  expect(lesson.part).toBe('done');
  expect(lesson.battle.figures.salesforce.points).toBe(40);
});

test('another way than the one that was meant is tried once more', () => {
  const lesson = played(writing(startLesson(), 'down'));
  expect(lesson).toMatchObject({ part: 'command', lines: [], read: 0, missed: true });
});

test('R24 whoever does not change the last line falls and begins that part again', () => {
  const collided = played(writing(played(writing(startLesson(), 'right', 'right')), 'right'));
  const fallen = played(collided);
  expect(fallen).toMatchObject({ part: 'late edit', missed: true, read: 0 });
  expect(fallen.battle.figures.salesforce.out).toBeNull();
  const tooLate = write({ ...fallen, read: 3 }, 'right');
  expect(tooLate.lines.at(-1)).toBe('up');
});

test('an empty program does not run, a line can be taken back', () => {
  expect(mayRun(startLesson())).toBe(false);
  expect(run(startLesson()).running).toBe(false);
  expect(takeBack(writing(startLesson(), 'up', 'down')).lines).toEqual(['up']);
  expect(writing(startLesson(), 'up', 'up', 'up', 'up', 'up').lines).toHaveLength(4);
});
