import { signal, type ReadonlySignal } from '@preact/signals';
import type { Milliseconds } from '../../../shared/base/ids.ts';
import type { BattleEvent, Direction } from '../../../shared/battle/index.ts';
import type { Stage } from '../../stage/index.ts';
import {
  isOver,
  judged,
  nextTurn,
  run,
  startLesson,
  takeBack,
  write,
  type Lesson,
} from './lesson.ts';

/** The late edit has to be read, understood and done in two turns. */
const turnTime: Readonly<Record<Lesson['part'], Milliseconds>> = {
  command: 1000,
  collision: 1300,
  'late edit': 3200,
  done: 1000,
};

/** Share of a turn that is played; the rest is for the eye. */
const playShare = 0.4;

/** A lesson under way: holds it, runs its program turn by turn, shows it on a stage. */
export class LessonPlayer {
  readonly #lesson = signal(startLesson());
  #stage: Stage | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  get lesson(): ReadonlySignal<Lesson> {
    return this.#lesson;
  }

  attach(stage: Stage): void {
    this.#stage = stage;
    stage.show(this.#lesson.peek().battle);
  }

  write(direction: Direction): void {
    this.#lesson.value = write(this.#lesson.peek(), direction);
  }

  takeBack(): void {
    this.#lesson.value = takeBack(this.#lesson.peek());
  }

  run(): void {
    const before = this.#lesson.peek();
    this.#lesson.value = run(before);
    if (!before.running && this.#lesson.peek().running) this.#turn([]);
  }

  restart(): void {
    clearTimeout(this.#timer);
    this.#lesson.value = startLesson();
    this.#stage?.mood('salesforce', 'calm');
    this.#stage?.show(this.#lesson.peek().battle);
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#stage = null;
  }

  /** Reads the next line; when none is left, judges what came of the run. */
  #turn(seen: readonly BattleEvent[]): void {
    const before = this.#lesson.peek();
    const { lesson, events } = nextTurn(before);
    this.#lesson.value = lesson;
    const pause = turnTime[before.part];
    // The walled-in bug would only distract.
    const shown = events.filter(({ kind }) => kind !== 'bug stuck');
    const moving = Math.max(700, pause * playShare);
    void this.#stage?.play(before.battle, shown, lesson.battle, moving);
    const all = [...seen, ...events];
    this.#timer = setTimeout(() => {
      if (!isOver(this.#lesson.peek())) {
        this.#turn(all);
        return;
      }
      const next = judged(this.#lesson.peek(), all);
      this.#lesson.value = next;
      this.#stage?.show(next.battle);
      if (next.part === 'done') this.#stage?.mood('salesforce', 'winning');
    }, pause);
  }
}
